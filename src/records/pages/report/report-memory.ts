import type { PlainDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { recordsVersion } from '../../storage/records-version.ts';
import { loadReportOfWeek, type ReportOfWeek } from './store.ts';

const MOST_WEEKS = 60;

interface Remembered {
  readonly version: string;
  readonly week: Promise<ReportOfWeek>;
}

/**
 * Weeks' reports that have been worked out, kept until the records they are made from change. Those
 * who ask for a week while it is being worked out wait for the same one.
 */
export class ReportMemory {
  readonly #weeks = new Map<string, Remembered>();

  /** The report of a week, as the records are now. */
  async of(
    ground: Ground,
    authority: { readonly code: string; readonly name: string },
    weekEnding: PlainDate,
  ): Promise<ReportOfWeek> {
    const key = `${authority.code} ${weekEnding}`;
    const version = await recordsVersion(ground, authority.code);
    const held = this.#weeks.get(key);
    this.#weeks.delete(key);
    const week =
      held?.version === version ? held.week : loadReportOfWeek(ground, authority, weekEnding);
    this.#weeks.set(key, { version, week });
    this.#forgetOldest();
    week.catch(() => this.#weeks.delete(key));
    return week;
  }

  #forgetOldest(): void {
    const [oldest] = this.#weeks.keys();
    if (this.#weeks.size > MOST_WEEKS && oldest !== undefined) this.#weeks.delete(oldest);
  }
}
