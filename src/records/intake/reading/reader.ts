import { isDeepStrictEqual } from 'node:util';
import { WellplacedError } from '../../../core/errors.ts';
import type { CheckedBatch } from '../files/rejection.ts';
import type { SourceFile } from '../files/source-file.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import type { Answer, Fault, Question } from './messages.ts';
import { unpacked } from './packed-batch.ts';
import { ReadingEnded, ReadingProcess } from './reading-process.ts';
import { fileRefused } from './refusals.ts';
import { readBatches, TASKS, type Task, type TaskValue, type TaskWords } from './tasks.ts';

/** What a reader tells whoever opened it. */
export interface ReaderEars {
  /** Told of every fault that nobody foresaw and every end of a reading process; nothing of a record is in it. */
  readonly report: (fault: unknown) => void;
  /** Told that something new was read. */
  readonly onProgress?: () => void;
  readonly limits?: ReadingLimits;
}

/** A fault in the reading process, as the log of this one shows it. */
class ReadingFault extends Error {
  readonly code: string;

  constructor({ name, stack }: Fault) {
    super(name);
    this.name = 'ReadingFault';
    this.code = name;
    this.stack = [name, ...stack].join('\n');
  }
}

/** What is to be asked of a file. */
type Asking<Name extends Task | 'read' = Task | 'read'> = Name extends Task | 'read'
  ? { readonly task: Name; readonly source: SourceFile; readonly words: TaskWords<Name> }
  : never;

/** A recognised file that is to be read and checked. */
export type FileReading = Asking<'read'>;

/** So much is asked for before the question at hand is answered: of files to be read, whose rows wait in memory, and of short answers. */
const AHEAD = { read: 2, short: 200 };

type Final = Extract<Answer, { value: unknown } | { refused: unknown } | { fault: unknown }>;

/**
 * Reads foreign files, one after another. A file on disk is read by a process of its own, under limits;
 * it dies with the file that kills it, and the next file is given a fresh one. Content in memory,
 * which only the program's own tests have, is read here. Whatever goes wrong with a file comes as a
 * WellplacedError that says which file is refused, why, and what to do.
 */
export class FileReader {
  readonly #ears: ReaderEars;
  readonly #limits: ReadingLimits;
  #process: ReadingProcess | undefined;
  #closed: Error | undefined;
  /** What is asked next, and how many of the first of it the process was asked already. */
  #coming: readonly Asking[] = [];
  #asked = 0;

  constructor(ears: ReaderEars) {
    this.#ears = ears;
    this.#limits = ears.limits ?? READING_LIMITS;
  }

  /** How many rows of one kind an import may hold together. */
  get mostRows(): number {
    return this.#limits.rows;
  }

  /** Starts the process before anything is asked, so that it is ready by then. */
  start(): void {
    this.#readyProcess();
  }

  /** Answers one of the tasks. Throws a WellplacedError when the file is refused. */
  async ask<Name extends Task>(
    task: Name,
    source: SourceFile,
    ...words: TaskWords<Name>
  ): Promise<TaskValue<Name>> {
    try {
      if (source.file === undefined) {
        const answer = TASKS[task] as (...all: readonly unknown[]) => Promise<TaskValue<Name>>;
        return await answer(source, ...words);
      }
      const process = this.#processFor({ task, source, words } as Asking);
      const answer = (await process.next()) as Final;
      return this.#valueOf(answer) as TaskValue<Name>;
    } catch (error) {
      throw this.#refusal(source, error);
    }
  }

  /** Says what will be asked, in order, so that the process does not wait for one question after another. */
  expect(askings: readonly Asking[]): void {
    const onDisk = askings.filter(({ source }) => source.file !== undefined);
    const { length } = this.#coming;
    if (length === onDisk.length && onDisk.every((one, at) => isSame(one, this.#coming[at])))
      return;
    this.#expectNothing();
    this.#coming = onDisk;
    if (onDisk.length > 0) this.#askAhead(this.#readyProcess());
  }

  /** Reads and checks a recognised file, some thousands of rows at a time, the next while these are stored. Throws a WellplacedError when the file is refused, possibly after some batches: keep nothing of it then. */
  async *read(reading: FileReading): AsyncGenerator<CheckedBatch> {
    const { source, words } = reading;
    const batches =
      source.file === undefined ? readBatches(source, ...words) : this.#batches(reading);
    const iterator = batches[Symbol.asyncIterator]();
    let over = false;
    try {
      for (;;) {
        const next = await iterator.next().catch((error: unknown) => {
          over = true;
          throw this.#refusal(source, error);
        });
        over = next.done === true;
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      if (!over) await iterator.return?.();
    }
  }

  /** Ends the reading, and with it whatever is being waited for, which is refused with the reason given. */
  close(why: Error = new Error('the reader is closed')): void {
    this.#closed = why;
    this.#letGo();
  }

  async *#batches(reading: FileReading): AsyncGenerator<CheckedBatch> {
    const process = this.#processFor(reading);
    let over = false;
    try {
      for (;;) {
        const answer = await process.next();
        if (!('batch' in answer)) {
          over = true;
          this.#valueOf(answer);
          return;
        }
        process.ask({ taken: answer.batch.length });
        yield unpacked(answer.batch);
      }
    } finally {
      if (!over) this.#letGo();
    }
  }

  /** The process, once it was asked this, before or now, and what comes after it. */
  #processFor(asking: Asking): ReadingProcess {
    const isNext = isSame(asking, this.#coming[0]);
    if (!isNext) this.#expectNothing();
    const process = this.#readyProcess();
    if (this.#asked === 0) process.ask(questionOf(asking));
    this.#coming = this.#coming.slice(isNext ? 1 : 0);
    this.#asked = Math.max(0, this.#asked - 1);
    this.#askAhead(process);
    return process;
  }

  #askAhead(process: ReadingProcess): void {
    for (let next = this.#coming[this.#asked]; next !== undefined; ) {
      if (this.#asked >= (next.task === 'read' ? AHEAD.read : AHEAD.short)) return;
      process.ask(questionOf(next));
      this.#asked += 1;
      next = this.#coming[this.#asked];
    }
  }

  /** What was asked ahead is not waited for any more. */
  #expectNothing(): void {
    if (this.#asked > 0) this.#letGo();
    this.#coming = [];
  }

  #readyProcess(): ReadingProcess {
    if (this.#closed !== undefined) throw this.#closed;
    const answers = this.#asked > 0 && this.#process?.hasSaid === true;
    if (this.#process?.lives !== true && !answers) {
      this.#letGo();
      const { onProgress = () => undefined } = this.#ears;
      this.#process = new ReadingProcess(this.#limits, onProgress);
    }
    return this.#process as ReadingProcess;
  }
  #valueOf(answer: Final): unknown {
    if ('refused' in answer) {
      const { code, message, remedy } = answer.refused;
      throw new WellplacedError(code, message, remedy);
    }
    if ('fault' in answer) {
      throw new ReadingFault(answer.fault);
    }
    if (answer.worn) this.#letGo();
    return answer.value;
  }

  #letGo(): void {
    this.#process?.end();
    this.#process = undefined;
    this.#asked = 0;
  }

  /** The error to throw for a file whose reading failed, once whoever must know was told. */
  #refusal(source: SourceFile, error: unknown): unknown {
    if (this.#closed !== undefined) return this.#closed;
    if (error instanceof WellplacedError) return error;
    this.#letGo();
    this.#ears.report(error);
    const ended = error instanceof ReadingEnded ? error : undefined;
    const ending = ended?.ending ?? 'unforeseen';
    return fileRefused(source.path, ending, this.#limits, error, ended?.idle);
  }
}

function isSame(one: Asking, other: Asking | undefined): boolean {
  return (
    one.task === other?.task &&
    one.source === other.source &&
    isDeepStrictEqual(one.words, other.words)
  );
}

function questionOf({ task, source, words }: Asking): Question {
  const { path, bytes, file = '' } = source;
  return { task, source: { path, bytes, file }, words } as Question;
}
