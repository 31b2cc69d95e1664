import type { Task, TaskWords } from './tasks.ts';

/** A file for the reading process: where it lies, and as what the person knows it. */
export interface FileOnDisk {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
}

/** What the reading process is asked, which it answers in order; or told how many bytes of its batches were taken. */
export type Question =
  | { readonly task: Task; readonly source: FileOnDisk; readonly words: TaskWords<Task> }
  | { readonly task: 'read'; readonly source: FileOnDisk; readonly words: TaskWords<'read'> }
  | { readonly taken: number };

/** A fault nobody foresaw, without its message, which may quote a record. */
export interface Fault {
  readonly name: string;
  readonly stack: readonly string[];
}

/**
 * What the reading process says. `idle`: it waits for what
 * never comes. `worn`: it holds so much by now that the next file wants a fresh one.
 */
export type Answer =
  | { readonly progress: true }
  | { readonly idle: true }
  | { readonly batch: Uint8Array }
  | { readonly value: unknown; readonly worn: boolean }
  | {
      readonly refused: {
        readonly code: string;
        readonly message: string;
        readonly remedy: string;
      };
    }
  | { readonly fault: Fault };
