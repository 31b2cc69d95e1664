import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { WellplacedError } from '../../core/errors.ts';
import { loggableError } from '../../platform/http/log.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { ReadingLimits } from './limits.ts';
import type { Answer, FileOnDisk, Question } from './messages.ts';
import { ReadingPulse } from './reading-pulse.ts';
import { readBatches, TASKS } from './tasks.ts';

/** Batches that are read before one was asked for. */
const AHEAD = 2;
/** A process that holds this share of its memory after a file is not given another. */
const WORN = 0.5;

type Asked = Exclude<Question, { more: true }>;

const limits = JSON.parse(process.argv[2] ?? '') as ReadingLimits;
const pulse = new ReadingPulse(limits.idle, say);
let credit = 0;
let earn = () => {};

function say(answer: Answer): Promise<void> {
  return new Promise((resolve) => process.send?.(answer, undefined, {}, () => resolve()));
}

async function* counted(file: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) {
    pulse.beat();
    yield piece as Buffer;
  }
}

function sourceOf({ file, path, bytes }: FileOnDisk): SourceFile {
  return { path, bytes, file, open: () => Readable.from(counted(file)) };
}

/** Hands a batch over once one is wanted, so that neither side gathers what the other cannot take. */
async function handOver(path: string, batch: unknown): Promise<void> {
  const bytes = serialize(batch);
  if (bytes.length > limits.batch) {
    throw new WellplacedError(
      'rows-too-large',
      `${path} is refused because its rows are too large: a few thousand of them come to more than ${limits.batch / 1_000_000} MB.`,
      'Check that each record is one row and each value a short text, save it as CSV and import that.',
    );
  }
  if (credit === 0) {
    await pulse.resting(
      new Promise<void>((resolve) => {
        earn = resolve;
      }),
    );
  }
  credit -= 1;
  pulse.beat();
  await say({ batch: bytes });
}

async function resultOf({ task, source, words }: Asked): Promise<unknown> {
  const file = sourceOf(source);
  if (task !== 'read') {
    const answer = TASKS[task] as (...all: readonly unknown[]) => Promise<unknown>;
    return await answer(file, ...words);
  }
  for await (const batch of readBatches(file, ...words)) await handOver(source.path, batch);
  return undefined;
}

function answerTo(error: unknown): Answer {
  if (error instanceof WellplacedError) {
    const { code, message, remedy } = error;
    return { refused: { code, message, remedy } };
  }
  const { error: name, where } = loggableError(error);
  return { fault: { name, stack: where } };
}

async function answer(asked: Asked): Promise<void> {
  credit = AHEAD;
  pulse.start();
  try {
    const value = await resultOf(asked);
    pulse.stop();
    await say({ value, worn: process.memoryUsage.rss() > limits.memory * WORN });
  } catch (error) {
    pulse.stop();
    await say(answerTo(error));
  }
}

const guard = new Worker(new URL('./guard.js', import.meta.url), {
  workerData: { memory: limits.memory, parent: Number(process.argv[3]) },
});
/** Nothing is read before the guard has looked once. */
const guarded = new Promise((resolve) => guard.once('message', resolve));
process.on('disconnect', () => process.exit());
// A fault outside the promise that is waited for: the file at hand is at fault, and nothing here is sure any more.
process.on('uncaughtException', (error) => {
  void say(answerTo(error)).then(() => process.exit(1));
});
process.on('message', (question: Question) => {
  if ('more' in question) {
    credit += 1;
    earn();
  } else {
    void guarded.then(() => answer(question));
  }
});
