import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecognisedFile } from '../files/recognised-file.ts';
import type { SourceFile } from '../files/source-file.ts';
import { sourcesAt } from '../imports/disk-source.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import { FileReader, type FileReading } from './reader.ts';

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,01/06/2018,PN1\n2,,31/02/2018,PN1\n';

let folder: string;
let good: SourceFile;
let reported: unknown[];
let reader: FileReader;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellplaced-reading-'));
  await writeFile(join(folder, 'reviews.csv'), REVIEWS);
  [good] = (await sourcesAt(join(folder, 'reviews.csv'))) as [SourceFile];
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  reported = [];
});
afterEach(() => reader.close());

function open(limits: Partial<ReadingLimits> = {}): FileReader {
  reader = new FileReader({
    report: (fault) => reported.push(fault),
    limits: { ...READING_LIMITS, ...limits },
  });
  return reader;
}

async function rowsOf(source: SourceFile): Promise<readonly [number, number]> {
  const { tables } = await reader.ask('recognise', source, []);
  const [recognised] = tables as [RecognisedFile];
  let [accepted, rejected] = [0, 0];
  for await (const batch of reader.read({
    task: 'read',
    source,
    words: [recognised, { returnYear: undefined }],
  })) {
    accepted += batch.rows.length;
    rejected += batch.rejections.length;
  }
  return [accepted, rejected];
}

/** A file that is never written to: reading it waits for ever. */
function pipeThatNobodyWrites(): SourceFile {
  const file = join(folder, 'never.csv');
  if (!existsSync(file)) execFileSync('mkfifo', [file]);
  return { ...good, path: 'never.csv', file };
}

test('a file on disk is read by another process to what it is read to here', async () => {
  open();
  const here = { path: good.path, bytes: good.bytes, open: good.open };
  expect(await reader.ask('recognise', good)).toEqual(await reader.ask('recognise', here));
  expect(await reader.ask('sha256', good)).toBe(await reader.ask('sha256', here));
  expect(await rowsOf(good)).toEqual([1, 1]);
  expect(await rowsOf(here)).toEqual([1, 1]);
});

test('a file that takes too much memory is refused with what to do', async () => {
  open({ memory: 20_000_000 });
  await expect(reader.ask('recognise', good)).rejects.toMatchObject({
    name: 'WellplacedError',
    code: 'file-too-much-memory',
    message: `${good.path} is refused because reading it takes more memory than one file may have (20 MB).`,
  });
  expect(reported).toHaveLength(1);
});

test('a file whose reading waits for ever is refused, and the next is read', async () => {
  open({ idle: 1_500 });
  await expect(reader.ask('recognise', pipeThatNobodyWrites())).rejects.toMatchObject({
    code: 'file-stalled',
    message: expect.stringContaining('never.csv is refused because reading it comes to no end'),
  });
  expect(await rowsOf(good)).toEqual([1, 1]);
});

test.each([
  [{ stall: 1 }, 'file-stalled'],
  [{ overall: 1 }, 'file-overall'],
])('a file that takes longer than %j is refused', async (limits, code) => {
  open(limits);
  await expect(reader.ask('recognise', good)).rejects.toMatchObject({ code });
});

test('a fault that nobody foresaw is the file’s, is told of, and the next file is read', async () => {
  open();
  const gone = { ...good, path: 'gone.csv', file: join(folder, 'gone.csv') };
  await expect(reader.ask('recognise', gone)).rejects.toMatchObject({
    code: 'file-unforeseen',
    message: expect.stringContaining('gone.csv is refused because'),
  });
  expect(reported).toMatchObject([{ name: 'ReadingFault' }]);
  expect(await rowsOf(good)).toEqual([1, 1]);
});

test('rows that are too large to hand over are refused where they are read', async () => {
  open({ batch: 50 });
  await expect(rowsOf(good)).rejects.toMatchObject({ code: 'rows-too-large' });
  expect(reported).toEqual([]);
});

test('a reader that is closed gives the reason to whoever waits', async () => {
  open();
  const stopped = new Error('stopped');
  const waiting = reader.ask('recognise', { ...good, file: join(folder, 'never.csv') });
  setTimeout(() => reader.close(stopped), 500);
  await expect(waiting).rejects.toBe(stopped);
  await expect(reader.ask('recognise', good)).rejects.toBe(stopped);
});

test('what is expected is begun ahead, and a file that ends the process is refused by its own name', async () => {
  open({ idle: 1_500 });
  const later = { ...good, path: 'later.csv' };
  const poison = pipeThatNobodyWrites();
  const files = [good, poison, later];
  reader.expect(files.map((source) => ({ task: 'recognise', source, words: [[]] })));
  // By then the process came to the second file, and ended with it.
  await delay(4_000);
  expect((await reader.ask('recognise', good, [])).tables).toHaveLength(1);
  await expect(reader.ask('recognise', poison, [])).rejects.toMatchObject({
    code: 'file-stalled',
    message: expect.stringContaining('never.csv is refused'),
  });
  expect((await reader.ask('recognise', later, [])).tables).toMatchObject([{ path: 'later.csv' }]);
});

test('files read ahead come to what they come to alone, in another order than expected too', async () => {
  open();
  const { tables } = await reader.ask('recognise', good, []);
  const [recognised] = tables as [RecognisedFile];
  const readings = ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map(
    (path): FileReading => ({
      task: 'read',
      source: { ...good, path },
      words: [recognised, { returnYear: undefined }],
    }),
  );
  const linesOf = async (reading: FileReading) => {
    const lines: number[] = [];
    for await (const batch of reader.read(reading))
      lines.push(...batch.rows.map((row) => row.line));
    return lines;
  };
  reader.expect(readings);
  const [first, second, third, fourth] = readings as [
    FileReading,
    FileReading,
    FileReading,
    FileReading,
  ];
  for (const reading of [first, second, fourth, third]) expect(await linesOf(reading)).toEqual([2]);
});
