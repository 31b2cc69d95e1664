import type { PlainDate } from '../../core/plain-date.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Ground } from '../database/ground.ts';

/** What every command, page and job works with: the configuration, the open database and the clock. */
export interface House {
  readonly configuration: Configuration;
  readonly ground: Ground;
  readonly today: () => PlainDate;
  readonly now: () => Date;
  /** Tells this program from any other; undefined where it was not built, as in tests. */
  readonly program?: string | undefined;
}

/** A house in which long work is done. */
export interface WorkingHouse extends House {
  /** Sends a job to a queue. Of one key, one job runs and one more may wait. Once what it needs is committed. */
  readonly send: (queue: string, data: object, key: string) => Promise<void>;
  /** Is told of what went wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void;
}
