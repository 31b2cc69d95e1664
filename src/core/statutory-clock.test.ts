import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDate, type PlainDate } from './plain-date.ts';
import {
  type ClockLimit,
  dueDay,
  type Pause,
  readClock,
  type StatutoryClock,
} from './statutory-clock.ts';

const day = isoDate;
const pause = (from: string, until?: string): Pause => ({
  from: day(from),
  until: until === undefined ? undefined : day(until),
  why: `from ${from}`,
});
function clock(start: string, limit: string, ...pauses: readonly Pause[]): StatutoryClock {
  const [count = '', ...of] = limit.split(' ');
  return {
    start: day(start),
    limit: { count: Number(count), of: of.join(' ') as ClockLimit['of'] },
    pauses,
  };
}

describe('the day on which it is due', () => {
  test.each<[string, StatutoryClock, string | undefined]>([
    ['in days', clock('2021-01-04', '10 days'), '2021-01-14'],
    ['in working days, Easter between', clock('2021-04-01', '20 working days'), '2021-05-04'],
    ['in months, from the end of one', clock('2021-08-31', '6 months'), '2022-02-28'],
    ['at once', clock('2021-01-02', '0 days'), '2021-01-02'],
    ['at once, a working day', clock('2021-01-02', '0 working days'), '2021-01-02'],
    [
      'with a pause within',
      clock('2021-01-04', '10 days', pause('2021-01-06', '2021-01-09')),
      '2021-01-17',
    ],
    [
      'with a pause of no day',
      clock('2021-01-04', '10 days', pause('2021-01-06', '2021-01-06')),
      '2021-01-14',
    ],
    [
      'with two that overlap',
      clock(
        '2021-01-04',
        '10 days',
        pause('2021-01-08', '2021-01-11'),
        pause('2021-01-06', '2021-01-09'),
      ),
      '2021-01-19',
    ],
    [
      'with one on the last day',
      clock('2021-01-04', '10 days', pause('2021-01-14', '2021-01-15')),
      '2021-01-15',
    ],
    [
      'with one after the last day',
      clock('2021-01-04', '10 days', pause('2021-01-15', '2021-02-15')),
      '2021-01-14',
    ],
    [
      'with one over before the start',
      clock('2021-01-04', '10 days', pause('2020-12-01', '2021-01-05')),
      '2021-01-14',
    ],
    [
      'with one over the start',
      clock('2021-01-04', '10 days', pause('2020-12-01', '2021-01-06')),
      '2021-01-15',
    ],
    [
      'paused over a weekend alone',
      clock('2021-01-04', '5 working days', pause('2021-01-09', '2021-01-11')),
      '2021-01-11',
    ],
    [
      'with a pause that has no end yet',
      clock('2021-01-04', '10 days', pause('2021-01-14')),
      undefined,
    ],
    [
      'with one without an end after it',
      clock('2021-01-04', '10 days', pause('2021-01-15')),
      '2021-01-14',
    ],
    [
      'in months, paused',
      clock('2021-01-31', '1 months', pause('2021-02-10', '2021-02-15')),
      '2021-03-05',
    ],
  ])('%s', (_name, of, due) => {
    expect(dueDay(of)).toBe(due);
  });

  test.each([
    ['a limit of half a day', clock('2021-01-04', '0.5 days')],
    ['a limit below nought', clock('2021-01-04', '-1 months')],
    [
      'a pause that ends before it begins',
      clock('2021-01-04', '1 days', pause('2021-01-09', '2021-01-08')),
    ],
  ])('is not to be had for %s', (_name, of) => {
    expect(() => dueDay(of)).toThrow(RangeError);
  });
});

describe('the reading', () => {
  const paused = clock('2021-01-04', '10 working days', pause('2021-01-11', '2021-01-18'));
  test.each([
    ['2021-01-01', { state: 'running', due: '2021-01-25', left: 10 }],
    ['2021-01-08', { state: 'running', due: '2021-01-25', left: 6 }],
    [
      '2021-01-11',
      { state: 'paused', since: '2021-01-11', why: 'from 2021-01-11', due: '2021-01-25', left: 6 },
    ],
    [
      '2021-01-17',
      { state: 'paused', since: '2021-01-11', why: 'from 2021-01-11', due: '2021-01-25', left: 6 },
    ],
    ['2021-01-18', { state: 'running', due: '2021-01-25', left: 5 }],
    ['2021-01-25', { state: 'due today', due: '2021-01-25' }],
    ['2021-01-27', { state: 'overdue', due: '2021-01-25', by: 2 }],
  ])('on %s', (asOf, reading) => {
    expect(readClock(paused, day(asOf))).toEqual(reading);
  });

  test('of one that is stopped says by how much it was late, and of one paused without an end nothing of being due', () => {
    const stopped = { ...paused, stopped: day('2021-01-28') };
    expect(readClock(stopped, day('2021-01-27'))).toMatchObject({ state: 'overdue', by: 2 });
    const reading = { state: 'stopped', on: '2021-01-28', due: '2021-01-25', daysLate: 3 };
    expect(readClock(stopped, day('2021-03-01'))).toEqual(reading);
    const open = clock('2021-01-04', '10 working days', pause('2021-01-11'));
    const since = { state: 'paused', since: '2021-01-11', due: undefined, left: 6 };
    expect(readClock(open, day('2031-01-01'))).toMatchObject(since);
    expect(readClock({ ...open, stopped: day('2031-01-01') }, day('2031-01-01'))).toMatchObject({
      ...{ state: 'stopped', due: undefined, daysLate: 0 },
    });
  });
});

describe('against a model that goes through the days one by one', () => {
  /** The bank holidays of England and Wales of 2022, written down apart from the table. */
  const HOLIDAYS = new Set([
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
    '2022-12-26',
    '2022-12-27',
    '2023-01-02',
    '2023-04-07',
    '2023-04-10',
    '2023-05-01',
    '2023-05-08',
    '2023-05-29',
  ]);
  const weekend = (date: string) =>
    ['Sat', 'Sun'].includes(new Date(date).toUTCString().slice(0, 3));
  const some = (most: number) => fc.integer({ min: 0, max: most });
  const drawn = fc.record({
    start: some(200),
    count: some(25),
    of: fc.constantFrom('days', 'working days', 'months'),
    pauses: fc.array(fc.record({ from: some(300), length: fc.option(some(25)) }), { maxLength: 4 }),
    asOf: some(420),
    stopped: fc.option(some(420)),
  });
  const FIRST = day('2022-01-01');
  const LAST_DAY = 450;

  test('every reading agrees', () => {
    fc.assert(
      fc.property(drawn, ({ asOf, count, of, pauses, start, stopped }) => {
        const months = count % 5;
        const limit: ClockLimit =
          of === 'months' ? { count: months, of } : { count, of: of as 'days' };
        const at = (days: number): PlainDate => addDays(FIRST, days);
        const found = readClock(
          {
            start: at(start),
            limit,
            pauses: pauses.map(({ from, length }) => ({
              from: at(from),
              until: length === null ? undefined : at(from + length),
              why: '',
            })),
            stopped: stopped === null ? undefined : at(stopped),
          },
          at(asOf),
        );
        const isPaused = (date: number) =>
          pauses.some(
            ({ from, length }) => date >= from && (length === null || date < from + length),
          );
        let wanted = count;
        if (of === 'months') {
          // The same day of a later month, or that month's last: counted on day by day.
          const [year = 0, month = 0, date = 0] = at(start).split('-').map(Number);
          const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
          const target = Date.UTC(year, month - 1 + months, Math.min(date, last));
          wanted = 0;
          while (Date.parse(at(start + wanted)) < target) wanted += 1;
        }
        let passed = 0;
        let due: number | undefined = wanted === 0 ? start : undefined;
        let left = wanted;
        for (let date = start + 1; date <= LAST_DAY; date += 1) {
          const works = of !== 'working days' || !(weekend(at(date)) || HOLIDAYS.has(at(date)));
          if (works && !isPaused(date)) {
            passed += 1;
            if (passed === wanted && due === undefined) due = date;
            if (date <= asOf) left -= 1;
          }
        }
        fc.pre(due !== undefined || pauses.some(({ length }) => length === null));
        const shown = due === undefined ? undefined : at(due);
        if (stopped !== null && stopped <= asOf) {
          const daysLate = due === undefined ? 0 : Math.max(0, stopped - due);
          expect(found).toEqual({ state: 'stopped', on: at(stopped), due: shown, daysLate });
        } else if (due !== undefined && asOf > due) {
          expect(found).toEqual({ state: 'overdue', due: shown, by: asOf - due });
        } else if (asOf === due) {
          expect(found).toEqual({ state: 'due today', due: shown });
        } else if (isPaused(asOf)) {
          expect(found).toMatchObject({ state: 'paused', due: shown, left });
        } else {
          expect(found).toEqual({ state: 'running', due: shown, left });
        }
      }),
      { numRuns: 500 },
    );
  });
});
