import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '../../platform/database/authorities.ts';
import type { House } from '../../platform/wing/house.ts';
import { sourcesAt } from '../intake/imports/disk-source.ts';
import type { Extent } from '../intake/imports/extent.ts';
import { ProgressBoard } from '../intake/imports/import-progress.ts';
import { registerImport } from '../intake/imports/import-register.ts';
import { importSources } from '../intake/imports/import-sources.ts';
import { linkImport } from '../intake/linking/link-import.ts';
import { linkFacts } from '../links/link-facts.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { writeFirstExtract } from './first-extract.ts';
import { type DemonstrationCouncil, generateCouncil } from './generate-council.ts';
import { type WrittenFile, writeCouncil } from './write-council.ts';

const SEED = 1;
const CHILDREN = 1_040;
const YEARS = 6;

/** The files that a council extracts again and again: costs, payments, and the episodes of the newest return. */
function extractedAgain(written: readonly WrittenFile[]): readonly string[] {
  const paths = written.map(({ path }) => path);
  const episodes = paths.filter((path) => path.endsWith('/episodes.csv')).sort();
  const ledger = paths.filter((path) => /\/(placement_costs|payments_.*)\.csv$/.test(path));
  return [...ledger, ...episodes.slice(-1)];
}

async function importFolder(
  house: House,
  authority: string,
  folder: string,
  reason: string,
  extent?: Extent,
): Promise<void> {
  const acting = { authority, actor: 'Wellplaced', reason };
  const orders = { extent };
  const importId = await registerImport(house, acting, 'demonstration', 'running', orders);
  const sources = (await sourcesAt(folder)).map((source) => ({
    ...source,
    path: source.path.slice(folder.length + 1),
  }));
  const board = new ProgressBoard(house.ground, house.now);
  await importSources({ ...house, board }, acting, importId, sources, orders);
}

/** Links the identifiers of children who came back into care under another, as somebody found out since: those whose return to care a return has told of by now. */
async function linkIdentifiers(
  house: House,
  authority: string,
  council: DemonstrationCouncil,
): Promise<void> {
  const board = new ProgressBoard(house.ground, house.now);
  const unwatched = { signal: new AbortController().signal, progress: () => undefined };
  for (const { childId, cameBackAs } of council.histories()) {
    if (cameBackAs === undefined) continue;
    const reason = 'the same child as in the closed case, the social worker says';
    const acting = { authority, actor: 'Wellplaced', reason };
    const pseudonym = await house.ground.read<RecordsTables, string | undefined>(
      authority,
      async (tx) => {
        const { known } = await linkFacts(tx, [childId, cameBackAs]);
        return known.size === 2 ? (await loadPseudonyms(tx))(childId) : undefined;
      },
    );
    if (pseudonym === undefined) continue;
    const links = { childId, follows: cameBackAs, kind: 'returned', pseudonym } as const;
    const importId = await registerImport(house, acting, 'demonstration', 'running', { links });
    await linkImport({ ...house, board }, acting, importId, unwatched);
  }
}

/**
 * Loads the demonstration council into a database that holds no council: writes its files and
 * imports them, as a real council's would be, first as they were extracted some days before with the
 * identifiers linked that are one child’s, and then with what was corrected since. Gives its code.
 */
export async function loadDemonstration(house: House): Promise<string> {
  const plan = { seed: SEED, children: CHILDREN, years: YEARS, asOf: house.today() };
  const council = generateCouncil(plan);
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-demonstration-'));
  const first = join(folder, 'first');
  const corrected = join(folder, 'corrected');
  try {
    const again = extractedAgain(await writeCouncil(council, first));
    for (const path of again) await cp(join(first, path), join(corrected, path));
    await writeFirstExtract(first, again, SEED);
    await createAuthority(
      house.ground,
      {
        code: council.code,
        name: council.name,
        areaCodes: [council.onsCode],
        demonstrationSeed: SEED,
      },
      'Wellplaced',
    );
    const { code } = council;
    await importFolder(house, code, first, 'demonstration council loaded at the first start');
    await linkIdentifiers(house, code, council);
    await importFolder(house, code, corrected, 'corrections since the first extract', 'whole');
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
