import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ground } from '../../src/platform/database/ground.ts';
import { Random } from '../../src/records/demonstration/random.ts';
import { unfinishedUploads } from '../../src/records/intake/uploads/unfinished-imports.ts';
import { registerOf, type State, stateOf } from './council-state.ts';
import { type KillingGround, writeFiles } from './killing-ground.ts';
import { longestSteps, type Moment, momentIn, type Run, runImport } from './run-import.ts';

const DEEP = process.env.WELLPLACED_DEEP === '1';
const KILLS = DEEP ? 20 : 6;
/** The others may come when the import is over already. */
const MUST_HIT = DEEP ? 15 : 5;
const STAGES = ['Recognising', 'Reading', 'Storing'];
const TEN_MINUTES = 600_000;
/** Some rows of the files are refused. */
const SOME_REJECTED = 1;

/** When each kill comes: anywhere in the run, or in each of the stages at random within the two steps that took longest. */
function momentsOf(whole: Run): readonly Moment[] {
  const random = new Random(20, 'kills');
  if (DEEP) {
    const shares = Array.from({ length: KILLS }, (_, kill) => (kill + random.next()) / KILLS);
    return shares.map((share) => momentIn(whole, share));
  }
  return STAGES.flatMap((stage) =>
    longestSteps(whole, stage)
      .slice(0, 2)
      .map(({ said, took }) => ({ said, after: (0.1 + random.next() / 4) * took })),
  );
}

/** Takes the lock that imports of a council take, which a process that is gone must not hold. */
async function takeLock(ground: Ground): Promise<void> {
  const acting = { authority: 'A', actor: 'a test', reason: 'the next import' };
  await ground.transaction(acting, async (tx) => {
    await tx.rows(`set local lock_timeout = '5s'`);
    await tx.rows('select 1 from authority where authority_id = $1 for update', ['A']);
  });
}

/** What stands when the database is opened again. */
interface Found {
  /** The latest import in the register, as it was found and once it has been looked after. */
  readonly left: string | undefined;
  readonly settled: { readonly status: string; readonly problem: string | null } | undefined;
  readonly state: State;
}

/** Opens the database as the next start does, looks after what was cut off, and says what is there. */
async function openAgain(place: KillingGround): Promise<Found> {
  const ground = await place.open();
  try {
    await takeLock(ground);
    const left = (await registerOf(ground)).at(-1)?.status;
    const onceSilent = new Date(Date.now() + 5 * 60_000);
    expect(await unfinishedUploads(ground, 'A', onceSilent)).toEqual([]);
    return { left, settled: (await registerOf(ground)).at(-1), state: await stateOf(ground) };
  } finally {
    await ground.close();
  }
}

function lastOf(run: Run): string {
  return run.said.at(-1)?.what ?? 'nothing';
}

/** Checks that there is nothing or all of the import; whether there is nothing. */
function checkAllOrNothing(run: Run, found: Found, before: State, after: State): boolean {
  const when = `killed after: ${lastOf(run)}`;
  if (found.left === 'complete') {
    expect(found.state, when).toEqual(after);
    return false;
  }
  expect(found.left, when).toBe('running');
  expect(run.code, when).toBeUndefined();
  expect(found.settled, when).toEqual({
    status: 'interrupted',
    problem: 'It was cut off. Nothing was kept.',
  });
  expect(found.state, when).toEqual(before);
  return true;
}

/** The tests of an import that is killed again and again; `open` makes the database from files, in a folder of its own. */
export function killImports(open: (folder: string, files: string) => Promise<KillingGround>): void {
  let folder: string;
  let files: string;
  let place: KillingGround;
  let before: State;
  let after: State;
  let whole: Run;

  beforeAll(async () => {
    const built = spawnSync(process.execPath, ['bin/build.mjs'], { encoding: 'utf8' });
    expect(built.status, built.stdout).toBe(0);
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-killed-'));
    files = join(folder, 'files');
    await writeFiles(files);
    place = await open(folder, files);
    await place.restore();
    before = (await openAgain(place)).state;
    whole = await runImport(files, place.environment);
    expect(whole.code).toBe(SOME_REJECTED);
    after = (await openAgain(place)).state;
  }, TEN_MINUTES);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('an import that is not killed changes records, findings, repairs and rejections', () => {
    for (const table of ['child', 'episode', 'payment', 'rejection', 'repair', 'finding']) {
      expect(after[table], table).not.toBe(before[table]);
    }
  });

  test(
    `there is all of it or nothing, and no lock, whenever it is killed (${KILLS} times)`,
    async () => {
      await place.restore();
      const hits: string[] = [];
      for (const moment of momentsOf(whole)) {
        const run = await runImport(files, place.environment, moment);
        const found = await openAgain(place);
        if (checkAllOrNothing(run, found, before, after)) hits.push(lastOf(run));
        else await place.restore();
      }
      const where = `killed after: ${hits.join('; ')}`;
      expect(hits.length, where).toBeGreaterThanOrEqual(MUST_HIT);
      for (const stage of STAGES) {
        expect(
          hits.some((hit) => hit.startsWith(stage)),
          `${stage}; ${where}`,
        ).toBe(true);
      }
    },
    TEN_MINUTES,
  );

  test('the import after them comes to what one comes to that was never killed', async () => {
    expect((await runImport(files, place.environment)).code).toBe(SOME_REJECTED);
    const { left, state } = await openAgain(place);
    expect(left).toBe('complete');
    expect(state).toEqual(after);
  });
}
