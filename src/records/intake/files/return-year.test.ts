import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/plain-date.ts';
import { returnYearFromPath, returnYearOfDate } from './return-year.ts';

describe('returnYearFromPath', () => {
  it.each([
    ['returns/2021/episodes.csv', 2021],
    ['dirty/SSDA903_2020_episodes.csv', 2020],
    ['CLA 2020-21/header.csv', 2021],
    ['CLA 2020_21/header.csv', 2021],
    ['2020-2021/header.csv', 2021],
    ['cla_2324.csv', 2024],
    ['cla_23-24.csv', 2024],
    ['2019/SSDA903_2020_episodes.csv', 2020],
    ['C:\\Returns\\2018\\reviews.csv', 2018],
    ['2019/export_2020-06-30.csv', 2019],
    ['2019/export 30.06.2020.csv', 2019],
    ['2019/2017 and 2018.csv', 2019],
    ['SSDA903_episodes.csv', undefined],
    ['part 2345.csv', undefined],
    ['2010-11-05.csv', undefined],
    ['1999/episodes.csv', undefined],
  ])('%s is of %s', (path, year) => {
    expect(returnYearFromPath(path)).toBe(year);
  });
});

describe('returnYearOfDate', () => {
  it.each([
    ['2020-03-31', 2020],
    ['2020-04-01', 2021],
    ['2021-03-31', 2021],
  ])('%s is in %i', (date, year) => {
    expect(returnYearOfDate(isoDate(date))).toBe(year);
  });
});
