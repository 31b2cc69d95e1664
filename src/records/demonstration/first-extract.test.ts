import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, importFiles, recordsOf } from '../../../tests/support/import-files.ts';
import { isoDate } from '../../core/plain-date.ts';
import { sourcesAt } from '../intake/imports/disk-source.ts';
import { writeFirstExtract } from './first-extract.ts';
import { generateCouncil } from './generate-council.ts';
import { writeCouncil } from './write-council.ts';

const PLAN = { seed: 3, children: 200, years: 2, asOf: isoDate('2021-11-28') };
const PATHS = [
  'finance/placement_costs.csv',
  'finance/payments_2020-21.csv',
  'finance/payments_2021-22.csv',
  'ssda903/2022/episodes.csv',
];
/** Where a record was said, and which line of its key it is. */
const WHERE = ['authority_id', 'import_id', 'revision', 'file_number', 'line', 'occurrence'];

describeOnBothDatabases('what was first extracted of the demonstration', ALL_MIGRATIONS, (open) => {
  let folder: string;
  let first: string;
  let corrected: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'first-extract-'));
    first = join(folder, 'first');
    corrected = join(folder, 'corrected');
    await writeCouncil(generateCouncil(PLAN), first);
    for (const path of PATHS) await cp(join(first, path), join(corrected, path));
    await cp(first, join(folder, 'true'), { recursive: true });
    await writeFirstExtract(first, PATHS, PLAN.seed);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('differs in a few rows of each file', async () => {
    const [costs = '', ...others] = PATHS;
    for (const paths of [[costs], others.slice(0, 2), others.slice(2)]) {
      const lines = async (of: string) => {
        const texts = paths.map((path) => readFile(join(of, path), 'utf8'));
        return (await Promise.all(texts)).flatMap((text) => text.split('\n'));
      };
      const now = new Set(await lines(corrected));
      const earlier = await lines(first);
      const differing = earlier.filter((line) => !now.has(line));
      expect(differing.length, paths[0]).toBeGreaterThan(0);
      expect(differing.length, paths[0]).toBeLessThan(earlier.length * 0.05);
    }
  });

  test('becomes, once corrected, what the true files say', async () => {
    const ground = await open();
    for (const code of ['A', 'B']) await addCouncil(ground, code);
    const importAll = async (code: string, from: string, extent?: 'whole') =>
      importFiles(
        ground,
        code,
        (await sourcesAt(from)).map((source) => ({
          ...source,
          path: source.path.slice(from.length + 1),
        })),
        extent,
      );
    await importAll('A', first);
    const { files } = await importAll('A', corrected, 'whole');
    await importAll('B', join(folder, 'true'));
    const of = (what: 'added' | 'changed' | 'withdrawn') =>
      files.reduce((sum, file) => sum + file[what], 0);
    for (const what of ['added', 'changed', 'withdrawn'] as const) {
      expect(of(what), what).toBeGreaterThan(0);
    }
    const records = await recordsOf(ground, 'A', WHERE);
    const straight = await recordsOf(ground, 'B', WHERE);
    for (const table of ['cost_element', 'payment', 'episode', 'child', 'budget', 'provider']) {
      expect(records[table], table).toEqual(straight[table]);
    }
  });
});
