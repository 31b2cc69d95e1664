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
import { writeFirstExtract } from './first-extract.ts';
import { generateCouncil } from './generate-council.ts';
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

/**
 * Loads the demonstration council into a database that holds no council: writes its files and
 * imports them, as a real council's would be, first as they were extracted some days before and then
 * with what was corrected since. Gives its code.
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
    await importFolder(house, code, corrected, 'corrections since the first extract', 'whole');
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
