import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority } from '../../platform/database/authorities.ts';
import type { House } from '../../platform/wing/house.ts';
import { sourcesAt } from '../intake/imports/disk-source.ts';
import { ProgressBoard } from '../intake/imports/import-progress.ts';
import { registerImport } from '../intake/imports/import-register.ts';
import { importSources } from '../intake/imports/import-sources.ts';
import { generateCouncil } from './generate-council.ts';
import { writeCouncil } from './write-council.ts';

const SEED = 1;
const CHILDREN = 1_040;
const YEARS = 6;

/**
 * Loads the demonstration council into a database that holds no council: writes its files and
 * imports them, as a real council's would be. Gives its code.
 */
export async function loadDemonstration(house: House): Promise<string> {
  const plan = { seed: SEED, children: CHILDREN, years: YEARS, asOf: house.today() };
  const council = generateCouncil(plan);
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-demonstration-'));
  try {
    await writeCouncil(council, folder);
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
    const acting = {
      authority: council.code,
      actor: 'Wellplaced',
      reason: 'demonstration council loaded at the first start',
    };
    const importId = await registerImport(house, acting, 'demonstration', 'running');
    const sources = (await sourcesAt(folder)).map((source) => ({
      ...source,
      path: source.path.slice(folder.length + 1),
    }));
    const board = new ProgressBoard(house.ground, house.now);
    const desk = { ...house, board };
    await importSources(desk, acting, importId, sources);
    return council.code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
