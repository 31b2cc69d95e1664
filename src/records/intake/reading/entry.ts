import { Worker } from 'node:worker_threads';
import { WellplacedError } from '../../../core/errors.ts';
import { loggableError } from '../../../platform/http/log.ts';
import type { CheckedBatch } from '../files/rejection.ts';
import { FileContent } from './file-content.ts';
import type { ReadingLimits } from './limits.ts';
import type { Answer, Question } from './messages.ts';
import { packed } from './packed-batch.ts';
import { ReadingPulse } from './reading-pulse.ts';
import { readBatches, TASKS } from './tasks.ts';

/** A process that holds this share of its memory after a file is not given another. */
const WORN = 0.5;

type Asked = Exclude<Question, { taken: number }>;

const limits = JSON.parse(process.argv[2] ?? '') as ReadingLimits;
/** Kilobytes of memory that the process holds, as its guard last saw. */
const held = new Int32Array(new SharedArrayBuffer(4));
const pulse = new ReadingPulse(limits.idle, say);
let content: FileContent | undefined;
/** Bytes of batches that are on their way, and who waits until there are fewer. */
let underWay = 0;
let goOn = () => {};
let worn = false;

function say(answer: Answer): Promise<void> {
  return new Promise((resolve) => process.send?.(answer, undefined, {}, () => resolve()));
}

/** Hands a batch over once there is room for it, so that neither side gathers what the other cannot take. */
async function handOver(path: string, batch: CheckedBatch): Promise<void> {
  const bytes = packed(batch);
  if (bytes.length > limits.batch) {
    throw new WellplacedError(
      'rows-too-large',
      `${path} is refused because its rows are too large: a few thousand of them come to more than ${limits.batch / 1_000_000} MB.`,
      'Check that each record is one row and each value a short text, save it as CSV and import that.',
    );
  }
  while (underWay > 0 && underWay + bytes.length > limits.underWay) {
    await pulse.resting(
      new Promise<void>((resolve) => {
        goOn = resolve;
      }),
    );
  }
  underWay += bytes.length;
  pulse.beat();
  void say({ batch: bytes });
}

async function resultOf({ task, source, words }: Asked): Promise<unknown> {
  // What was hashed is what is recognised: a small file is read from disk once for both.
  if (content?.file !== source.file) content = new FileContent(source.file, () => pulse.beat());
  const file = content.as(source);
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
  // Whoever asked has seen by then that this process is worn, and asks another.
  if (worn) return;
  pulse.start();
  try {
    const value = await resultOf(asked);
    pulse.stop();
    worn = Atomics.load(held, 0) * 1024 > limits.memory * WORN;
    await say({ value, worn });
  } catch (error) {
    pulse.stop();
    await say(answerTo(error));
  }
}

const guard = new Worker(new URL('./guard.js', import.meta.url), {
  workerData: { memory: limits.memory, parent: Number(process.argv[3]), held },
});
/**
 * Nothing is read before the guard has looked once, and no file before the last word on the one
 * before has left this process: should it die, it is plain with which file.
 */
let answered: Promise<unknown> = new Promise((resolve) => guard.once('message', resolve));
process.on('disconnect', () => process.exit());
// A fault outside the promise that is waited for: the file at hand is at fault, and nothing here is sure any more.
process.on('uncaughtException', (error) => {
  void say(answerTo(error)).then(() => process.exit(1));
});
process.on('message', (question: Question) => {
  if ('taken' in question) {
    underWay -= question.taken;
    goOn();
  } else {
    answered = answered.then(() => answer(question));
  }
});
