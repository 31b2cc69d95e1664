import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInFigures, dateOfDayNumber } from '../../../core/plain-date.ts';
import { dateFault, readDate } from './read-date.ts';

describe('readDate', () => {
  it.each([
    ['31/03/2021', '2021-03-31'],
    ['1/4/2020', '2020-04-01'],
    ['2020-02-29', '2020-02-29'],
    ['31/03/2021 00:00', '2021-03-31'],
    ['31/03/2021 00:00:00', '2021-03-31'],
    ['2021-03-31T00:00:00.000Z', '2021-03-31'],
    ['31-03-2021', '2021-03-31'],
    ['2021-03-31T00:00:00+01:00', '2021-03-31'],
    ['31 March 2021', '2021-03-31'],
    ['31st March 2021', '2021-03-31'],
    ['31-Mar-2021', '2021-03-31'],
    ['1 SEPT 2021', '2021-09-01'],
    ['31-MAR-21', undefined],
    ['31 Marvel 2021', undefined],
    ['01/01/1900', undefined],
    ['31/12/9999', undefined],
    ['31/12/2099', undefined],
    ['2079-06-06', undefined],
    ['31/12/2074', '2074-12-31'],
    ['45382', undefined],
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

  it.each([
    ['31/02/2020', /^is not a day that exists; write dd/],
    ['31/03/21', /its century is not known/],
    ['31-Mar-21', /its century is not known/],
    ['45382', /how Excel stores 31 March 2024/],
    ['45382.5', /how Excel stores 31 March 2024/],
    ['31/03/2021 12:30', /has a time of day \(12:30\); write the day/],
    ['2021-03-30T23:00:00Z', /time of day \(23:00:00Z\) in another time zone/],
    ['01/01/1900', /placeholder/],
    ['1899-12-30', /placeholder/],
    ['00/00/0000', /placeholder/],
    ['0001-01-01', /placeholder/],
    ['31/12/9999', /placeholder/],
    ['01/01/2999', /placeholder/],
    ['31/12/2099', /placeholder/],
    ['03/25/2024', /unless its month comes first \(25 March 2024\)/],
  ])('%j is told as what it is', (text, why) => {
    expect(readDate(text)).toBeUndefined();
    expect(dateFault(text)).toMatch(why);
  });

  it('reads every day in both styles', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 38_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(readDate(date)).toBe(date);
        expect(readDate(dateInFigures(date))).toBe(date);
      }),
    );
  });
});
