import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../support/databases.ts';
import { type Import, inWords, type Step } from './council-files.ts';
import { type Councils, councilsOn } from './council-under-test.ts';
import { sequences } from './sequences.ts';
import { type Stands, standsAfter } from './slow-council.ts';

const DEEP = process.env.WELLPLACED_DEEP === '1';
/** How many sequences are tried on each database. */
const SEQUENCES = Number(process.env.WELLPLACED_SEQUENCES ?? (DEEP ? 2_000 : 30));
const SEED = Number(process.env.WELLPLACED_SEED ?? 28_112_026);

describeOnBothDatabases('an independent slow model of the records', ALL_MIGRATIONS, (open) => {
  let councils: Councils;
  beforeAll(async () => {
    councils = await councilsOn(await open());
  });
  afterAll(() => councils.close());

  async function tryOut(steps: readonly Step[]): Promise<void> {
    const council = await councils.add();
    const known: Stands[] = [];
    for (const [at, step] of steps.entries()) {
      const isRevision = await council.take(step);
      const expected = council.expected();
      expect(await council.held(), `${inWords(steps)}\nafter step ${at + 1}`).toEqual(expected);
      if (isRevision) known.push(expected);
    }
    for (const [at, expected] of known.entries()) {
      const words = `${inWords(steps)}\nas known at revision ${at + 1}`;
      expect(await council.held(at + 1), words).toEqual(expected);
    }
  }

  test(
    `has the same standing, and known at every revision, after ${SEQUENCES} sequences of imports, corrections, links and turns`,
    async () => {
      await fc.assert(fc.asyncProperty(sequences, tryOut), { numRuns: SEQUENCES, seed: SEED });
    },
    SEQUENCES * 10_000,
  );
});

describe('the sequences of the slow model', () => {
  /** What stands after each import of a sequence, were none turned round. */
  function standing(steps: readonly Step[]): readonly Stands[] {
    const imports = steps.filter((step): step is Import => step.what === 'import');
    return imports.map((_, at) =>
      standsAfter(imports.slice(0, at + 1).map((made, number) => ({ number, made }))),
    );
  }

  test('hold what is hard', () => {
    const sampled = fc.sample(sequences, { numRuns: 1_200, seed: SEED });
    const some = (is: (steps: readonly Step[]) => boolean) => sampled.filter(is).length;
    const ofFiles = (is: (files: Import) => boolean) =>
      some((steps) => steps.some((step) => step.what === 'import' && is(step)));
    expect(some((steps) => steps.filter(({ what }) => what === 'turn').length > 1)).toBeGreaterThan(
      50,
    );
    expect(ofFiles(({ files }) => files.some(({ isCorrection }) => isCorrection))).toBeGreaterThan(
      50,
    );
    const damaged = ofFiles(
      ({ files }) => files.length > 1 && files.some(({ isDamaged }) => isDamaged),
    );
    expect(damaged).toBeGreaterThan(20);
    const rejected = ofFiles(({ files }) =>
      files.some(({ rows }) => rows.some(({ fault }) => fault !== undefined)),
    );
    expect(rejected).toBeGreaterThan(50);
    for (const kind of Object.keys(standsAfter([]))) {
      const goes = some((steps) => {
        const known = standing(steps).map((stands) => stands[kind] ?? []);
        return known.some((now, at) => (known[at - 1] ?? []).length > now.length);
      });
      // A child’s details stay.
      if (kind !== 'header') expect([kind, goes > 0]).toEqual([kind, true]);
    }
    const gone = some((steps) =>
      standing(steps).some(({ episodes = [] }) =>
        episodes.some((episode) => / \| {2}\| {2}\| \d{4}-04-01 \| {2}\| /.test(episode)),
      ),
    );
    expect(gone).toBeGreaterThan(5);
  });
});
