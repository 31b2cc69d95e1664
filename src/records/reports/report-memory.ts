import type { PlainDate } from '../../core/plain-date.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { hiddenChildren } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { recordsVersion } from '../storage/records-version.ts';
import { hiddenKey, loadReportOfWeek, type ReportOfWeek } from './load-week.ts';

/** Of all councils together: ten weeks for each of England's, of some 10 kB each. */
const MOST_WEEKS = 1_530;

interface Remembered {
  readonly version: string;
  readonly week: Promise<ReportOfWeek>;
}

/**
 * Weeks' reports that have been worked out, kept until the records they are made from change. Those
 * who ask for a week while it is being worked out wait for the same one, if they see the same children.
 * When they come to too many, the council that holds the most gives up the one asked for longest ago:
 * none can push out another's.
 */
export class ReportMemory {
  /** By council, then by name, week and what is hidden; what was asked for last stands last. */
  readonly #councils = new Map<string, Map<string, Remembered>>();
  readonly #mostWeeks: number;

  constructor(mostWeeks = MOST_WEEKS) {
    this.#mostWeeks = mostWeeks;
  }

  /** How many weeks of the council are remembered. */
  heldBy(code: string): number {
    return this.#councils.get(code)?.size ?? 0;
  }

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
    const weeks = this.#weeksOf(authority.code);
    const key = JSON.stringify([authority.name, weekEnding, now.hidden]);
    const held = weeks.get(key);
    weeks.delete(key);
    const week =
      held?.version === now.version ? held.week : loadReportOfWeek(ground, authority, weekEnding);
    weeks.set(key, { version: now.version, week });
    this.#forgetSome();
    week.catch(() => weeks.delete(key));
    const loaded = await week;
    if (loaded.hidden === now.hidden) return loaded;
    // A restriction changed between the two readings: what another reader asked for is not for this one.
    weeks.delete(key);
    return loadReportOfWeek(ground, authority, weekEnding);
  }

  #weeksOf(code: string): Map<string, Remembered> {
    const weeks = this.#councils.get(code) ?? new Map<string, Remembered>();
    this.#councils.set(code, weeks);
    return weeks;
  }

  #forgetSome(): void {
    const all = [...this.#councils.values()];
    let held = all.reduce((sum, weeks) => sum + weeks.size, 0);
    for (; held > this.#mostWeeks; held -= 1) {
      const most = all.reduce((one, other) => (other.size > one.size ? other : one));
      const [oldest] = most.keys();
      if (oldest !== undefined) most.delete(oldest);
    }
  }
}
