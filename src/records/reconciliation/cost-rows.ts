import { type Pence, penceOf } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import { inWords } from '../reports/value-in-words.ts';
import type { CostPart } from './child-parts.ts';
import { MonthCount, sumOfMonths } from './month-count.ts';

/** A cost under a code in a month, as a list shows it. */
export type CostRow = {
  readonly childId: string;
  readonly package: string;
  readonly month: string;
  readonly element: string;
  readonly funder: string;
  readonly provider: string | null;
  readonly placementStart: PlainDate;
  readonly nights: number;
  readonly weeklyRate: Pence;
  readonly due: Pence;
  readonly accrued: Pence;
  readonly toCome: Pence;
  readonly cost: Pence;
};

/** The row of a cost. */
export function costRow(part: CostPart, pseudonym: (childId: string) => string): CostRow {
  const { element, month, nights } = part;
  const upTo = (count: number) => roundedDivision(count * element.weeklyRate, 7);
  const [due, passed] = [upTo(nights.due), upTo(nights.due + nights.unpaid)];
  const all = nights.due + nights.unpaid + nights.toCome;
  return {
    childId: part.childId,
    package: pseudonym(part.childId),
    month: month.name,
    element: inWords(element.element),
    funder: inWords(element.funder),
    provider: element.provider ?? null,
    placementStart: dateOfDayNumber(element.placementStart),
    nights: all,
    weeklyRate: element.weeklyRate,
    due,
    accrued: penceOf(passed - due),
    toCome: penceOf(upTo(all) - passed),
    cost: upTo(all),
  };
}

/** What some costs come to: each month rounded once, as on the page of the code. */
export function costSums(parts: Iterable<CostPart>) {
  const months = new Map<number, MonthCount>();
  for (const { month, element, nights } of parts) {
    const count = months.get(month.at) ?? new MonthCount();
    months.set(month.at, count);
    count.addCost(nights, element.weeklyRate);
  }
  return sumOfMonths(Array.from(months.values(), ({ cost }) => cost));
}
