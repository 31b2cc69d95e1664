import type { Ground } from '../../platform/database/ground.ts';
import { hiddenChildren } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { areaVersion, recordsVersion } from '../storage/records-version.ts';
import { hiddenKey, loadReportOfWeek, type ReportOfWeek } from './load-week.ts';
import type { Week } from './weekly-report/week.ts';

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

  /** The report of a week, as the records are now, or as known at a revision, and as the ground shows them. */
  async of(
    ground: Ground,
    authority: { readonly code: string; readonly name: string },
    asked: Week,
    knownAt?: number,
  ): Promise<ReportOfWeek> {
    const load = () => loadReportOfWeek(ground, authority, asked, knownAt);
    const now = await ground.read<RecordsTables, { version: string; hidden: string }>(
      authority.code,
      async (tx) => ({
        // What was known at a revision stays; where the council's area lies is not among it.
        version: await (knownAt === undefined ? recordsVersion(tx) : areaVersion(tx)),
        hidden: hiddenKey(await hiddenChildren(tx)),
      }),
    );
    const weeks = this.#weeksOf(authority.code);
    // A week that is not over counts a night more tomorrow.
    const { weekEnding, countsTo } = asked;
    const key = JSON.stringify([authority.name, weekEnding, countsTo, now.hidden, knownAt]);
    const held = weeks.get(key);
    weeks.delete(key);
    const week = held?.version === now.version ? held.week : load();
    weeks.set(key, { version: now.version, week });
    this.#forgetSome();
    week.catch(() => weeks.delete(key));
    const loaded = await week;
    if (loaded.hidden === now.hidden) return loaded;
    // A restriction changed between the two readings: what another reader asked for is not for this one.
    weeks.delete(key);
    return load();
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
