import type { Ground } from '../../platform/database/ground.ts';
import { hiddenChildren } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { recordsVersion } from '../storage/records-version.ts';
import { hiddenKey } from './load-week.ts';
import { type MonthProjected, outturnHistory } from './outturn-history.ts';
import type { Week } from './weekly-report/week.ts';

/** Of each council, for the few weeks and readers that are asked for at one time. */
const MOST_OF_A_COUNCIL = 4;

type History = Promise<readonly MonthProjected[]>;

/** Histories of projections that were worked out, kept until the records change: each takes the reading of every month. */
export class HistoryMemory {
  readonly #councils = new Map<string, Map<string, History>>();

  /** The history up to a week, as the ground shows the records. */
  async of(ground: Ground, code: string, week: Week): History {
    const keyNow = () =>
      ground.read<RecordsTables, string>(code, async (tx) =>
        JSON.stringify([
          await recordsVersion(tx),
          hiddenKey(await hiddenChildren(tx)),
          week.countsTo,
        ]),
      );
    const key = await keyNow();
    const held = this.#councils.get(code) ?? new Map<string, History>();
    this.#councils.set(code, held);
    const history = held.get(key) ?? outturnHistory(ground, code, week);
    held.delete(key);
    held.set(key, history);
    for (const oldest of held.keys()) {
      if (held.size <= MOST_OF_A_COUNCIL) break;
      held.delete(oldest);
    }
    history.catch(() => held.delete(key));
    const months = await history;
    if ((await keyNow()) === key) return months;
    // Something changed between the readings: this reader gets what was read for nobody else.
    held.delete(key);
    return outturnHistory(ground, code, week);
  }
}
