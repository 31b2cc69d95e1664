import { deserialize } from 'node:v8';
import { WellplacedError } from '../../core/errors.ts';
import type { CheckedBatch } from '../files/rejection.ts';
import type { SourceFile } from '../files/source-file.ts';
import { READING_LIMITS, type ReadingLimits } from './limits.ts';
import type { Answer, Fault, Question } from './messages.ts';
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

type Final = Extract<Answer, { value: unknown } | { refused: unknown } | { fault: unknown }>;

/**
 * Reads foreign files, one at a time. A file on disk is read by a process of its own, under limits;
 * it dies with the file that kills it, and the next file is given a fresh one. Content in memory,
 * which only the program's own tests have, is read here. Whatever goes wrong with a file comes as a
 * WellplacedError that says which file is refused, why, and what to do.
 */
export class FileReader {
  readonly #ears: ReaderEars;
  readonly #limits: ReadingLimits;
  #process: ReadingProcess | undefined;
  #closed: Error | undefined;

  constructor(ears: ReaderEars) {
    this.#ears = ears;
    this.#limits = ears.limits ?? READING_LIMITS;
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
      const process = this.#ask({ task, source: onDisk(source, source.file), words });
      const answer = (await process.next()) as Final;
      return this.#valueOf(answer) as TaskValue<Name>;
    } catch (error) {
      throw this.#refusal(source, error);
    }
  }

  /** Reads and checks a recognised file, some thousands of rows at a time, the next while these are stored. Throws a WellplacedError when the file is refused, possibly after some batches: keep nothing of it then. */
  async *read(source: SourceFile, ...words: TaskWords<'read'>): AsyncGenerator<CheckedBatch> {
    const batches =
      source.file === undefined
        ? readBatches(source, ...words)
        : this.#batches({ task: 'read', source: onDisk(source, source.file), words });
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
    this.#process?.end();
    this.#process = undefined;
  }

  async *#batches(question: Question): AsyncGenerator<CheckedBatch> {
    const process = this.#ask(question);
    let over = false;
    try {
      for (;;) {
        const answer = await process.next();
        if (!('batch' in answer)) {
          over = true;
          this.#valueOf(answer);
          return;
        }
        process.ask({ more: true });
        yield deserialize(answer.batch) as CheckedBatch;
      }
    } finally {
      if (!over) this.#letGo();
    }
  }

  #ask(question: Question): ReadingProcess {
    if (this.#closed !== undefined) throw this.#closed;
    if (this.#process?.lives !== true) {
      const { onProgress = () => undefined } = this.#ears;
      this.#process = new ReadingProcess(this.#limits, onProgress);
    }
    this.#process.ask(question);
    return this.#process;
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

function onDisk({ path, bytes }: SourceFile, file: string) {
  return { path, bytes, file };
}
