import { Readable } from 'node:stream';
import { isoDate } from '../../src/core/plain-date.ts';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import type { SourceFile } from '../../src/records/intake/files/source-file.ts';
import type { ImportOutcome } from '../../src/records/intake/imports/import-outcome.ts';
import { ProgressBoard } from '../../src/records/intake/imports/import-progress.ts';
import { registerImport } from '../../src/records/intake/imports/import-register.ts';
import { type ImportDesk, importSources } from '../../src/records/intake/imports/import-sources.ts';
import { FileReader } from '../../src/records/intake/reading/reader.ts';

/** A file that a test makes. */
export function fileOf(path: string, content: string | Uint8Array): SourceFile {
  const bytes = Buffer.from(content);
  return { path, bytes: bytes.length, open: () => Readable.from([bytes]) };
}

/** Adds a council called after its code. */
export async function addCouncil(ground: Ground, code: string, areaCodes: string[] = []) {
  await createAuthority(ground, { code, name: `Council ${code}`, areaCodes }, 'a test');
}

/** Imports files for a council as the command line does; `otherwise` is what is not as in most tests. */
export async function importFiles(
  ground: Ground,
  authority: string,
  files: readonly SourceFile[],
  extent?: 'whole' | 'changes',
  acceptsLargeChange?: boolean,
  otherwise: Partial<ImportDesk> = {},
): Promise<ImportOutcome> {
  const acting = { authority, actor: 'Data officer', reason: 'import in a test' };
  const now = () => new Date();
  const board = new ProgressBoard(ground, now);
  const desk = { ground, board, now, today: () => isoDate('2021-06-01'), ...otherwise };
  const orders = { extent, acceptsLargeChange };
  const importId = await registerImport(desk, acting, 'command line', 'running', orders);
  // What is in memory is read here: no process need be started for it.
  const reader = new FileReader({ report: console.error });
  return importSources(desk, acting, importId, files, { ...orders, reader });
}

const RECORD_TABLES = [
  ...['child', 'episode', 'uasc', 'review', 'oc2', 'oc3', 'ad1', 'placed_adoption'],
  ...['previous_permanence', 'missing', 'social_worker_episode', 'deprivation_of_liberty'],
  ...['cost_element', 'payment', 'ledger_line', 'budget', 'postcode', 'provider', 'repair'],
  'finding',
];

/** Every record of a council, by table, as text in a fixed order: two are the same when nothing changed. `without` names columns to leave out. */
export async function recordsOf(
  ground: Ground,
  authority: string,
  without: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await ground.read(authority, async (tx) => {
    for (const table of RECORD_TABLES) {
      const rows = await tx.rows(`select to_jsonb(t) from ${table} t where authority_id = $1`, [
        authority,
      ]);
      found[table] = rows
        .map(([row]) => {
          const kept = Object.entries(row as object).filter(([name]) => !without.includes(name));
          return JSON.stringify(kept.sort());
        })
        .sort();
    }
  });
  return found;
}
