import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInFigures, dateOfDayNumber } from '../../core/plain-date.ts';
import { readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['31/03/2021', '2021-03-31'],
    ['1/4/2020', '2020-04-01'],
    ['2020-02-29', '2020-02-29'],
    ['31/03/2021 00:00', '2021-03-31'],
    ['31/03/2021 00:00:00', '2021-03-31'],
    ['2021-03-31T00:00:00.000Z', '2021-03-31'],
    ['31-03-2021', '2021-03-31'],
    ['31/02/2020', undefined],
    ['29/02/2021', undefined],
    ['31/03/21', undefined],
    ['03/31/2021', undefined],
    ['31/03/2021 12:30', undefined],
    ['20210331', undefined],
    ['', undefined],
  ])('%j is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('reads every day in both styles', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(readDate(date)).toBe(date);
        expect(readDate(dateInFigures(date))).toBe(date);
      }),
    );
  });
});
