import { addDays } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { foundAsSeen } from '../../storage/as-seen.ts';
import { loadPlacementFacts } from '../../storage/load-placement-facts.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ChildChange } from '../child-change.ts';
import { childChanges } from '../child-changes.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import { loadPseudonyms } from '../weekly-report/load-report.ts';
import { lastOfTrend } from '../weekly-report/trend.ts';
import type { Week } from '../weekly-report/week.ts';
import {
  type FiguresOfWeek,
  figuresOfWeek,
  figuresOfWeeks,
} from '../weekly-report/weekly-figures.ts';

/** A quarter of a year, as the report's trend. */
const WEEKS = 13;

/** What a week changed, and its figures beside those of the weeks before. */
export interface SinceLastWeek {
  readonly now: FiguresOfWeek;
  /** The whole weeks, oldest first: the last is the week itself or, while that is not over, the one before. */
  readonly weeks: readonly FiguresOfWeek[];
  readonly changes: readonly ChildChange[];
}

/** The week's changes and the figures of thirteen weeks, as the reader may see them; remembered until the records change. */
export async function loadSinceLastWeek(
  tx: CouncilTransaction<RecordsTables>,
  week: Week,
): Promise<SinceLastWeek> {
  const name = ['since last week', week.weekEnding, week.countsTo];
  const [found] = await foundAsSeen(tx, name, async () => {
    const since = addDays(lastOfTrend(week), -7 * WEEKS);
    const facts = factsByChild(await loadPlacementFacts(tx, week.countsTo, since));
    const weeks = figuresOfWeeks(facts, week, WEEKS);
    const last = weeks.at(-1);
    const now = last?.weekEnding === week.weekEnding ? last : figuresOfWeek(facts, week);
    return [{ now, weeks, changes: childChanges(facts, week, await loadPseudonyms(tx)) }];
  });
  if (found === undefined) throw new RangeError('what was worked out is one thing');
  return found;
}
