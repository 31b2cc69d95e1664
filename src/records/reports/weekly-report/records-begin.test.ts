import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDayNumber, isoDate, type PlainDate } from '../../../core/plain-date.ts';
import { notWholeOf, paymentsNotWhole, reasonsOf } from './records-begin.ts';
import { weekEndingOn, weekHolding } from './week.ts';

const FIRST = isoDate('2020-04-01');

/** Every night of which the figures of the week's report tell, one by one. */
function slowNights(sunday: PlainDate, today: PlainDate) {
  const last = sunday <= today ? sunday : today;
  const year = Number(last.slice(0, 4)) - (last.slice(5) < '04-01' ? 1 : 0);
  const children: PlainDate[] = [];
  const costs: PlainDate[] = [];
  for (let night = addDays(last, -400); night <= last; night = addDays(night, 1)) {
    if (night >= addDays(sunday, -7)) children.push(night);
    if (night >= addDays(sunday, -6) || night >= `${year}-04-01`) costs.push(night);
  }
  return { children, costs };
}

test('figures are not whole where they tell of a night before the records that are held', () => {
  const first = fc.integer({ min: 18_000, max: 19_000 }).map(dateOfDayNumber);
  const since = fc.option(first, { nil: undefined, freq: 8 });
  fc.assert(
    fc.property(first, fc.integer({ min: 0, max: 8 }), since, since, (day, later, ...held) => {
      const [episodes, costs] = held;
      const today = addDays(day, later);
      const week = weekHolding(day, today);
      if (week === undefined) throw new Error('a day that is not after today is in a week begun');
      const notWhole = notWholeOf({ episodes, costs }, week);
      const nights = slowNights(week.weekEnding, today);
      const isMissing = (of: readonly PlainDate[], from: PlainDate | undefined) =>
        from === undefined || of.some((night) => night < from);
      expect(notWhole.children !== undefined).toBe(isMissing(nights.children, episodes));
      expect(notWhole.costs !== undefined).toBe(isMissing(nights.costs, costs));
    }),
    { numRuns: 1_000 },
  );
});

test('says from when on there are records, and where there are none at all', () => {
  const week = weekEndingOn(isoDate('2020-03-29'));
  const { children, costs } = notWholeOf({ episodes: FIRST, costs: FIRST }, week);
  expect(children).toBe(
    'The first return held is that of 2020-21: on nights before 1 April 2020 only children are counted whom later returns still name',
  );
  expect(costs).toBe(
    'No cost is held before 1 April 2020: sums that reach back before it are not whole',
  );
  const none = notWholeOf({ episodes: undefined, costs: undefined }, week);
  expect(Object.values(none)).toEqual(['No return of episodes is held', 'No cost is held']);
  const paid = paymentsNotWhole(FIRST, week.yearToDate.from);
  expect(paid).toContain('No payment is held before 1 April 2020');
  expect(paymentsNotWhole(FIRST, weekEndingOn(isoDate('2020-04-05')).yearToDate.from)).toBe(
    undefined,
  );
  expect(reasonsOf(undefined, 'One', undefined, 'Two')).toBe(' One. Two.');
});
