import type { PlainDate } from '../../core/plain-date.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { hiddenChildren } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { recordsVersion } from '../storage/records-version.ts';
import { hiddenKey, loadReportOfWeek, type ReportOfWeek } from './load-week.ts';

const MOST_WEEKS = 60;

interface Remembered {
  readonly version: string;
  readonly week: Promise<ReportOfWeek>;
}

/**
 * Weeks' reports that have been worked out, kept until the records they are made from change. Those
 * who ask for a week while it is being worked out wait for the same one, if they see the same children.
 */
export class ReportMemory {
  readonly #weeks = new Map<string, Remembered>();

  /** The report of a week, as the records are now and as the ground shows them. */
  async of(
    ground: Ground,
    authority: { readonly code: string; readonly name: string },
    weekEnding: PlainDate,
  ): Promise<ReportOfWeek> {
    const now = await ground.read<RecordsTables, { version: string; hidden: string }>(
      authority.code,
      async (tx) => ({
        version: await recordsVersion(tx),
        hidden: hiddenKey(await hiddenChildren(tx)),
      }),
    );
    const key = JSON.stringify([authority.code, authority.name, weekEnding, now.hidden]);
    const held = this.#weeks.get(key);
    this.#weeks.delete(key);
    const week =
      held?.version === now.version ? held.week : loadReportOfWeek(ground, authority, weekEnding);
    this.#weeks.set(key, { version: now.version, week });
    this.#forgetOldest();
    week.catch(() => this.#weeks.delete(key));
    const loaded = await week;
    if (loaded.hidden === now.hidden) return loaded;
    // A restriction changed between the two readings: what another reader asked for is not for this one.
    this.#weeks.delete(key);
    return loadReportOfWeek(ground, authority, weekEnding);
  }

  #forgetOldest(): void {
    const [oldest] = this.#weeks.keys();
    if (this.#weeks.size > MOST_WEEKS && oldest !== undefined) this.#weeks.delete(oldest);
  }
}
