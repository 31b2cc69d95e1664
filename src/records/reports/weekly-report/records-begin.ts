import { financialYearOf } from '../../../core/financial-year.ts';
import {
  type DayNumber,
  dateInWords,
  dateOfDayNumber,
  type PlainDate,
} from '../../../core/plain-date.ts';
import type { Week } from './week.ts';

/** From when on the records are held that the report is made from; undefined where none are. */
export interface RecordsBegin {
  /** The first day of the first return whose episodes are held. */
  readonly episodes: PlainDate | undefined;
  /** The first night that a cost element is for. */
  readonly costs: PlainDate | undefined;
  /** The first day by which a cost element had ended. */
  readonly costsEnded: PlainDate | undefined;
}

/** Why counts of children, and sums of cost, are not whole because of how far back they reach; undefined where they are. */
export interface NotWhole {
  readonly children: string | undefined;
  /** Of the week. */
  readonly costs: string | undefined;
  /** Of the year to date and the week. */
  readonly yearCosts: string | undefined;
}

/** Of figures of which nothing is said. */
export const NOTHING_SAID: NotWhole = {
  children: undefined,
  costs: undefined,
  yearCosts: undefined,
};

function heldFrom(since: PlainDate | undefined, from: DayNumber): boolean {
  return since !== undefined && since <= dateOfDayNumber(from);
}

/** Why counts of children from the night on are not whole: an older return would have named more. */
export function childrenNotWhole(
  { episodes }: Pick<RecordsBegin, 'episodes'>,
  from: DayNumber,
): string | undefined {
  if (heldFrom(episodes, from)) return undefined;
  if (episodes === undefined) return 'No return of episodes is held';
  const { label } = financialYearOf(episodes);
  return `The first return held is that of ${label}: on nights before ${dateInWords(episodes)} only children are counted whom later returns still name`;
}

function sumsNotWhole(what: string, since: PlainDate | undefined, from: DayNumber) {
  if (heldFrom(since, from)) return undefined;
  return since === undefined
    ? `No ${what} is held`
    : `No ${what} is held before ${dateInWords(since)}: sums that reach back before it are not whole`;
}

/**
 * Why sums of cost from the night on are not whole. An extract of the packages that run holds their
 * years before too, and nothing of those that had ended: before the first that is held as ended, only
 * packages are there that lasted.
 */
export function costsNotWhole(
  { costs, costsEnded }: Pick<RecordsBegin, 'costs' | 'costsEnded'>,
  from: DayNumber,
): string | undefined {
  const none = sumsNotWhole('cost', costs, from);
  if (none !== undefined || costsEnded === undefined || heldFrom(costsEnded, from)) return none;
  return `No cost is held that ended before ${dateInWords(costsEnded)}: on nights before it only packages are counted that still ran then`;
}

/** Why sums of payments from the day on are not whole, by the first day that one is held for. */
export function paymentsNotWhole(first: PlainDate | undefined, from: DayNumber) {
  return sumsNotWhole('payment', first, from);
}

/** Why the figures of a week's report are not whole: children from the night before it, costs from its first night and from 1 April. */
export function notWholeOf(begin: RecordsBegin, { nights, upToNow }: Week): NotWhole {
  return {
    children: childrenNotWhole(begin, nights.from - 1),
    costs: costsNotWhole(begin, nights.from),
    yearCosts: costsNotWhole(begin, upToNow.from),
  };
}

const COSTS_NOT_WHOLE = 'What packages cost is not held as far back as these sums reach';

/** The same for others: a day on which costs begin or end may be one child’s. */
export function notWholeForOthers({ children, costs, yearCosts }: NotWhole): NotWhole {
  return {
    children,
    costs: costs && COSTS_NOT_WHOLE,
    yearCosts: yearCosts && COSTS_NOT_WHOLE,
  };
}

/** The reasons there are, as one text to stand after other words; empty where all is whole. */
export function reasonsOf(...reasons: readonly (string | undefined)[]): string {
  return reasons.flatMap((reason) => (reason === undefined ? [] : [` ${reason}.`])).join('');
}
