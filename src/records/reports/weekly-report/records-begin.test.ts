import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDayNumber, isoDate, type PlainDate } from '../../../core/plain-date.ts';
import {
  NOTHING_SAID,
  notWholeForOthers,
  notWholeOf,
  paymentsNotWhole,
  reasonsOf,
} from './records-begin.ts';
import { weekEndingOn, weekHolding } from './week.ts';

const FIRST = isoDate('2020-04-01');

/** Every night of which the figures of the week's report tell, one by one. */
function slowNights(sunday: PlainDate, today: PlainDate) {
  const last = sunday <= today ? sunday : today;
  const year = Number(last.slice(0, 4)) - (last.slice(5) < '04-01' ? 1 : 0);
  const children: PlainDate[] = [];
  const costs: PlainDate[] = [];
  const yearCosts: PlainDate[] = [];
  for (let night = addDays(last, -400); night <= last; night = addDays(night, 1)) {
    if (night >= addDays(sunday, -7)) children.push(night);
    if (night >= addDays(sunday, -6)) costs.push(night);
    if (night >= addDays(sunday, -6) || night >= `${year}-04-01`) yearCosts.push(night);
  }
  return { children, costs, yearCosts };
}

test('figures are not whole where they tell of a night before the records that are held', () => {
  const first = fc.integer({ min: 18_000, max: 19_000 }).map(dateOfDayNumber);
  const since = fc.option(first, { nil: undefined, freq: 8 });
  const ended = fc.option(first, { nil: undefined, freq: 1 });
  fc.assert(
    fc.property(
      first,
      fc.integer({ min: 0, max: 8 }),
      since,
      since,
      ended,
      (day, later, ...held) => {
        const [episodes, costs, costsEnded] = held;
        const today = addDays(day, later);
        const week = weekHolding(day, today);
        if (week === undefined) throw new Error('a day that is not after today is in a week begun');
        const notWhole = notWholeOf({ episodes, costs, costsEnded }, week);
        const nights = slowNights(week.weekEnding, today);
        const isMissing = (of: readonly PlainDate[], from: PlainDate | undefined) =>
          from === undefined || of.some((night) => night < from);
        expect(notWhole.children !== undefined).toBe(isMissing(nights.children, episodes));
        const isUnpaid = (of: readonly PlainDate[]) =>
          isMissing(of, costs) || (costsEnded !== undefined && isMissing(of, costsEnded));
        expect(notWhole.costs !== undefined).toBe(isUnpaid(nights.costs));
        expect(notWhole.yearCosts !== undefined).toBe(isUnpaid(nights.yearCosts));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('says from when on there are records, and where there are none at all', () => {
  const week = weekEndingOn(isoDate('2020-03-29'));
  const held = { episodes: FIRST, costs: FIRST, costsEnded: undefined };
  const { children, costs } = notWholeOf(held, week);
  expect(children).toBe(
    'The first return held is that of 2020-21: on nights before 1 April 2020 only children are counted whom later returns still name',
  );
  expect(costs).toBe(
    'No cost is held before 1 April 2020: sums that reach back before it are not whole',
  );
  const none = { episodes: undefined, costs: undefined, costsEnded: undefined };
  expect(Object.values(notWholeOf(none, week))).toEqual([
    'No return of episodes is held',
    'No cost is held',
    'No cost is held',
  ]);
  const lasting = { episodes: FIRST, costs: isoDate('2015-01-01'), costsEnded: FIRST };
  // For others no day is said that may be one child’s.
  const forOthers = notWholeForOthers(notWholeOf(lasting, week));
  expect(forOthers.children).toContain('1 April 2020');
  for (const said of [forOthers.costs, forOthers.yearCosts]) {
    expect(said).toBe('What packages cost is not held as far back as these sums reach');
  }
  expect(notWholeForOthers(NOTHING_SAID)).toEqual(NOTHING_SAID);
  expect(notWholeOf(lasting, week).costs).toBe(
    'No cost is held that ended before 1 April 2020: on nights before it only packages are counted that still ran then',
  );
  const paid = paymentsNotWhole(FIRST, week.yearToDate.from);
  expect(paid).toContain('No payment is held before 1 April 2020');
  expect(paymentsNotWhole(FIRST, weekEndingOn(isoDate('2020-04-05')).yearToDate.from)).toBe(
    undefined,
  );
  expect(reasonsOf(undefined, 'One', undefined, 'Two')).toBe(' One. Two.');
});
