import type { Configuration } from '../platform/configuration/configuration.ts';

/** Where a command writes: results to `out`, everything for people to `err`. */
export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Gives the exit code. Throws a WellplacedError for what the person can mend. */
  readonly run: (
    words: readonly string[],
    configuration: Configuration,
    streams: Streams,
  ) => Promise<number>;
}
