import { AsyncLocalStorage } from 'node:async_hooks';
import type { Acting, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

/** How far an import has come. `total` 0: not known. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

const WRITE_EVERY_MILLISECONDS = 1_000;
/** How often it is written that an import is under way still, also when a step of it takes long. */
const ALIVE_EVERY_MILLISECONDS = 30_000;

/** One process works for many councils: nothing of one is told to another, whoever knows the import. */
function keyOf(authority: string, importId: string): string {
  return JSON.stringify([authority, importId]);
}

/**
 * Keeps an import's progress: the latest in memory, so that the process that runs the import can
 * always say, and every second in the database, so that other processes can. Writing never holds
 * up the import: on the embedded database it waits until the import's own transaction is over.
 */
export class ProgressBoard {
  readonly #ground: Ground;
  readonly #now: () => Date;
  readonly #latest = new Map<string, Progress>();
  readonly #written = new Map<string, number>();
  readonly #alive = new Map<string, NodeJS.Timeout>();
  /** Runs work outside the transaction in which progress is noted. */
  readonly #outside = AsyncLocalStorage.snapshot();
  #writing: Promise<void> = Promise.resolve();
  #busy = false;

  constructor(ground: Ground, now: () => Date) {
    this.#ground = ground;
    this.#now = now;
  }

  /** The latest progress of an import of the council that this process runs. */
  of(authority: string, importId: string): Progress | undefined {
    return this.#latest.get(keyOf(authority, importId));
  }

  /** Notes progress; returns at once. */
  note(acting: Acting, importId: string, progress: Progress): void {
    const key = keyOf(acting.authority, importId);
    if (!this.#alive.has(key)) {
      const again = () => this.note(acting, importId, this.#latest.get(key) ?? progress);
      this.#alive.set(key, setInterval(again, ALIVE_EVERY_MILLISECONDS).unref());
    }
    this.#latest.set(key, progress);
    const now = this.#now();
    const last = this.#written.get(key) ?? 0;
    if (this.#busy || now.getTime() - last < WRITE_EVERY_MILLISECONDS) return;
    this.#written.set(key, now.getTime());
    this.#busy = true;
    this.#writing = this.#outside(() => this.#write(acting, importId, progress, now))
      // The import itself meets whatever is wrong with the database, and says so.
      .catch(() => undefined)
      .finally(() => {
        this.#busy = false;
      });
  }

  /** Forgets an import of the council that is over, once its last writing is done. */
  async close(authority: string, importId: string): Promise<void> {
    const key = keyOf(authority, importId);
    clearInterval(this.#alive.get(key));
    this.#alive.delete(key);
    await this.#writing;
    this.#latest.delete(key);
    this.#written.delete(key);
  }

  async #write(acting: Acting, importId: string, progress: Progress, at: Date): Promise<void> {
    await this.#ground.transaction<RecordsTables, void>(acting, async (tx) => {
      await tx.rows(
        `insert into import_progress (authority_id, import_id, stage, done, total, heard_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (authority_id, import_id) do update set stage = excluded.stage,
           done = excluded.done, total = excluded.total, heard_at = excluded.heard_at`,
        [tx.authority, importId, progress.stage, progress.done, progress.total, at],
      );
    });
  }
}
