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
}

/** Why counts of children, and sums of cost, are not whole because of how far back they reach; undefined where they are. */
export interface NotWhole {
  readonly children: string | undefined;
  readonly costs: string | undefined;
}

/** Of figures of which nothing is said. */
export const NOTHING_SAID: NotWhole = { children: undefined, costs: undefined };

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

/** Why sums of cost from the night on are not whole. */
export function costsNotWhole(
  { costs }: Pick<RecordsBegin, 'costs'>,
  from: DayNumber,
): string | undefined {
  return sumsNotWhole('cost', costs, from);
}

/** Why sums of payments from the day on are not whole, by the first day that one is held for. */
export function paymentsNotWhole(first: PlainDate | undefined, from: DayNumber) {
  return sumsNotWhole('payment', first, from);
}

/** Why the figures of a week's report are not whole: children from the night before it, costs from its first night and from 1 April. */
export function notWholeOf(begin: RecordsBegin, { nights, upToNow }: Week): NotWhole {
  return {
    children: childrenNotWhole(begin, nights.from - 1),
    costs: costsNotWhole(begin, upToNow.from),
  };
}

/** The reasons there are, as one text to stand after other words; empty where all is whole. */
export function reasonsOf(...reasons: readonly (string | undefined)[]): string {
  return reasons.flatMap((reason) => (reason === undefined ? [] : [` ${reason}.`])).join('');
}
