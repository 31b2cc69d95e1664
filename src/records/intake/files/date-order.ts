import { dateInWords, type PlainDate, plainDateFrom } from '../../../core/plain-date.ts';
import { plainText } from '../../values/cell-text.ts';

/** A value of a column and the line it stands on. */
interface ShownValue {
  readonly text: string;
  readonly line: number;
}

/** What the values of a column show of the order of day and month in it. */
export interface OrderShown {
  /** A value that is a day only with its month first: `03/25/2024`. */
  monthFirst?: ShownValue;
  /** A value that is a day only with its day first: `25/03/2024`. */
  dayFirst?: ShownValue;
  /** A value that is one day either way, and another: `03/04/2024`. */
  either?: ShownValue;
}

/** How a column is read that is not read day first: month first, or not at all where day and month could be either; and why, to follow the column. */
export interface DateOrder {
  readonly monthFirst: boolean;
  readonly why: string;
  readonly shownBy: ShownValue | undefined;
}

const FIGURES = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})((?:[ T].*)?)$/;

/** A day in figures, read both ways; undefined when it is written otherwise. */
function bothWays(text: string) {
  const match = FIGURES.exec(plainText(text));
  if (match === null) return undefined;
  const [year, one, other] = [Number(match[3]), Number(match[1]), Number(match[2])];
  return {
    dayFirst: plainDateFrom(year, other, one),
    monthFirst: plainDateFrom(year, one, other),
    rest: match[4] ?? '',
  };
}

/** Notes what a value shows of its column's order. */
export function noteOrder(shown: OrderShown, text: string, line: number): void {
  const ways = bothWays(text);
  if (ways === undefined) return;
  const { dayFirst, monthFirst } = ways;
  if (dayFirst === undefined && monthFirst !== undefined) shown.monthFirst ??= { text, line };
  if (monthFirst === undefined && dayFirst !== undefined) shown.dayFirst ??= { text, line };
  if (monthFirst !== undefined && dayFirst !== undefined && monthFirst !== dayFirst) {
    shown.either ??= { text, line };
  }
}

function orderOf(own: OrderShown, all: readonly OrderShown[]): DateOrder | undefined {
  const isSilent = own.monthFirst === undefined && own.dayFirst === undefined;
  if (isSilent && own.either === undefined) return undefined;
  const monthFirst = isSilent ? all.find((each) => each.monthFirst)?.monthFirst : own.monthFirst;
  if (monthFirst === undefined) return undefined;
  const dayFirst = isSilent ? all.find((each) => each.dayFirst)?.dayFirst : own.dayFirst;
  const shownBy = own.monthFirst ?? own.either;
  const where = isSilent ? 'other columns of the file' : 'it';
  const shown = `${monthFirst.text} (line ${monthFirst.line}) is a day only with its month first`;
  if (dayFirst === undefined) {
    return { monthFirst: true, why: `in ${where} ${shown}`, shownBy };
  }
  const contrary = `${dayFirst.text} (line ${dayFirst.line}) only with its day first`;
  return { monthFirst: false, why: `in ${where} ${shown}, ${contrary}`, shownBy };
}

/**
 * How the date columns of one table are read, by position, those left out day first. A column that
 * one value proves month first, and none contradicts, is read so throughout; one that holds both is
 * not read where day and month could be either. A column that shows neither follows the others of
 * its table, which one system wrote.
 */
export function ordersOf(columns: ReadonlyMap<number, OrderShown>): ReadonlyMap<number, DateOrder> {
  const all = [...columns.values()];
  const orders = new Map<number, DateOrder>();
  for (const [position, own] of columns) {
    const order = orderOf(own, all);
    if (order !== undefined) orders.set(position, order);
  }
  return orders;
}

/** A value of a column that is not read day first: as ISO text or, where the order does not matter, as it stands; or why it cannot be read, to follow the column. */
export function inOrder(
  { monthFirst: isMonthFirst, why }: DateOrder,
  text: string,
): { readonly text: string } | { readonly why: string } {
  const ways = bothWays(text);
  if (ways === undefined) return { text };
  const { dayFirst, monthFirst, rest } = ways;
  const write = (day: PlainDate) => ({ text: `${day}${rest}` });
  if (monthFirst !== undefined && (isMonthFirst || dayFirst === undefined))
    return write(monthFirst);
  if (dayFirst === undefined || dayFirst === monthFirst) return { text };
  if (monthFirst === undefined) {
    return isMonthFirst ? { why: `${text} is no day with its month first, and ${why}` } : { text };
  }
  const either = `${text} is ${dateInWords(dayFirst)} or ${dateInWords(monthFirst)}`;
  return { why: `${either}: ${why}; write every day of the column as dd/mm/yyyy` };
}
