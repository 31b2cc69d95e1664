import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '../../src/core/plain-date.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { Random } from '../../src/records/demonstration/random.ts';
import { sourcesAt } from '../../src/records/intake/imports/disk-source.ts';
import { exitCodeOf, type FileOutcome } from '../../src/records/intake/imports/import-outcome.ts';
import { ProgressBoard } from '../../src/records/intake/imports/import-progress.ts';
import { registerImport } from '../../src/records/intake/imports/import-register.ts';
import { importSources } from '../../src/records/intake/imports/import-sources.ts';
import { READING_LIMITS } from '../../src/records/intake/reading/limits.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { addCouncil } from '../support/import-files.ts';
import { damaged, damagedInParts } from './damage.ts';
import { type WholeFile, wholeFiles } from './whole-files.ts';

const DEEP = process.env.WELLPLACED_DEEP === '1';
const SEEDS = Array.from(
  { length: DEEP ? 25 : 2 },
  (_, at) => Number(process.env.FUZZ_SEED ?? 1) + at,
);
const FILES = DEEP ? 400 : 60;
const LONG = (DEEP ? 30 : 5) * 60_000;
/** A small file is read in a moment, or never. */
const LIMITS = { ...READING_LIMITS, stall: 20_000, idle: 2_000 };

/** Faults in the program itself, by which a file came to be refused: each is to be mended where it is. */
const unforeseen: string[] = [];

function damage({ name, content }: WholeFile, random: Random): Buffer {
  const inParts = name.endsWith('.xlsx') && random.chance(0.6);
  return inParts ? damagedInParts(content, random) : damaged(content, random);
}

/** What was said of a file is whole: every row counted once, or the file named with a reason. */
function checkAnswer(file: FileOutcome, folder: string): void {
  if (file.problem === undefined) {
    expect(file.rows, file.path).toBe(file.accepted + file.rejected);
    return;
  }
  expect(file.rows, file.path).toBe(0);
  expect(file.problem, file.path).toContain(file.path.slice(folder.length));
  expect(file.problem, file.path).toMatch(/^.{20,}\.$/s);
  // What the file itself says may be repeated: its columns, and what XML calls an undefined entity.
  const own = file.problem?.replace(/its columns are .*/s, '').replace('undefined entity', '');
  expect(own, file.path).not.toMatch(/undefined|\[object|NaN/);
}

async function rejectionsIn(ground: Ground, importId: string): Promise<number> {
  return ground.read('A', async (tx) => {
    const [row] = await tx.rows(
      'select count(*)::int from rejection where authority_id = $1 and import_id = $2',
      ['A', importId],
    );
    return Number(row?.[0]);
  });
}

describeOnBothDatabases('files damaged at random', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let folder: string;
  let whole: readonly WholeFile[];
  beforeAll(async () => {
    ground = await open();
    await addCouncil(ground, 'A');
    whole = await wholeFiles();
  });
  afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    console.log(`refused by a fault nobody foresaw: ${unforeseen.length}`, new Set(unforeseen));
  });

  async function files(seed: number): Promise<void> {
    for (let number = 0; number < FILES; number += 1) {
      const random = new Random(seed, 'damage', number);
      const file = random.pick(whole);
      const path = join(folder, String(number), file.name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, damage(file, random));
    }
    const good = join(folder, 'whole', 'header.csv');
    await mkdir(dirname(good), { recursive: true });
    await writeFile(good, whole[0]?.content ?? '');
  }

  test.each(SEEDS)(
    'are each answered, with every row counted or a reason, and the others are taken (seed %i)',
    async (seed) => {
      folder = await mkdtemp(join(tmpdir(), 'wellplaced-damaged-'));
      await files(seed);
      const now = () => new Date();
      const board = new ProgressBoard(ground, now);
      const report = (fault: unknown) => {
        const { name, code, stack } = fault as Error & { code: string };
        unforeseen.push(`${name} ${code} ${(stack ?? '').split('\n')[1]}`);
      };
      const today = () => isoDate('2021-06-01');
      const desk = { ground, board, now, today, report, readingLimits: LIMITS };
      const acting = { authority: 'A', actor: 'Data officer', reason: 'a test' };
      const importId = await registerImport(desk, acting, 'command line', 'running');
      // Damaged amounts change much of what an earlier seed left; whether that waits for a person is tested elsewhere.
      const orders = { acceptsLargeChange: true };
      const outcome = await importSources(desk, acting, importId, await sourcesAt(folder), orders);
      // A sheet that damage brought to light is a file of its own.
      const folders = outcome.files.map(({ path }) => path.slice(folder.length).split('/')[1]);
      expect(new Set(folders).size).toBe(FILES + 1);
      for (const file of outcome.files) checkAnswer(file, folder);
      expect(exitCodeOf(outcome)).toBe(2);
      const good = outcome.files.find(({ path }) => path.includes('/whole/'));
      expect(good).toMatchObject({ rows: 30, accepted: 30, rejected: 0 });
      const rejected = outcome.files.reduce((sum, file) => sum + file.rejected, 0);
      expect(await rejectionsIn(ground, importId)).toBe(rejected);
      await rm(folder, { recursive: true });
    },
    LONG,
  );
});
