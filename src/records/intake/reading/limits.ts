/** What reading one foreign file may take. */
export interface ReadingLimits {
  /** Of the whole reading process, in bytes: its heap, its buffers and Node itself. */
  readonly memory: number;
  /** Of JavaScript's own heap, in megabytes, within that memory. */
  readonly heapMegabytes: number;
  /** Of one batch of rows as it is handed over, in bytes. */
  readonly batch: number;
  /** Of accepted rows of one kind that are held together while they are made one history or told from one another. */
  readonly rows: number;
  /** Of batches that are handed over and not taken yet, in bytes; one larger than this goes alone. */
  readonly underWay: number;
  /** How long nothing new may be read, in milliseconds. */
  readonly stall: number;
  /** How long the process may sit idle without anything new being read: then it waits for what never comes. */
  readonly idle: number;
  /** How long one file may be waited for in all, in milliseconds; the time in which its rows are stored does not count. */
  readonly overall: number;
}

const MEGABYTE = 1_000_000;

/** The limits of the program. The process as a whole stays under 500 MB, also when it grows between two looks. */
export const READING_LIMITS: ReadingLimits = {
  memory: 420 * MEGABYTE,
  heapMegabytes: 256,
  batch: 64 * MEGABYTE,
  rows: 240_000,
  underWay: 8 * MEGABYTE,
  stall: 60_000,
  idle: 10_000,
  overall: 15 * 60_000,
};
