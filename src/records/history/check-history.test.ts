import { describe, expect, test } from 'vitest';
import { historyChecker } from './check-history.ts';
import { goneChildren, type LastEpisode, lastKnownEnd } from './gone-children.ts';
import { mergeRecords } from './merge-records.ts';
import type { RecordShape, ReportedRecord } from './reported-record.ts';
import { settleEpisodes } from './settle-episodes.ts';

const SHAPE: RecordShape = {
  module: 'episodes',
  columns: ['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC'],
  key: [1],
  kept: [0, 1, 2, 3, 4, 5, 6],
  perReturn: false,
};

/** `2024-05-01 S U6 2024-09-01 X1`, a dash for nothing. */
function episode(said: string, returnYear = 2025): ReportedRecord {
  const [decom, rne, place, dec, rec] = said.split(' ').map((word) => (word === '-' ? null : word));
  const values = ['7', decom ?? null, rne ?? null, 'C2', place ?? null, dec ?? null, rec ?? null];
  return { values, returnYear, file: 0 };
}

function told(...episodes: readonly ReportedRecord[]): string[] {
  const settled = settleEpisodes(SHAPE, '7', episodes).episodes;
  return historyChecker(SHAPE)(settled, '2010-02-01', '2026-06-01').map(({ rule }) => rule);
}

describe('episodes against themselves', () => {
  test.each([
    ['nothing-follows', ['2024-05-01 S U6 2024-09-01 X1']],
    ['gap-after-episode', ['2024-05-01 S U6 2024-09-01 X1', '2024-09-05 P K2 - -']],
    ['end-without-reason', ['2024-05-01 S U4 2024-06-01 -']],
    ['reason-without-end', ['2024-05-01 S U4 - E4A']],
    ['starts-in-the-future', ['2026-05-01 S U4 - -']],
    ['starts-in-the-future', ['2026-07-01 S U4 - -']],
    ['ends-in-the-future', ['2024-05-01 S U4 9999-12-31 E4A']],
    ['episodes-overlap', ['2024-05-01 S U4 2024-07-01 X1', '2024-06-01 P K2 - -']],
    ['new-start-not-ended', ['2024-05-01 S U4 2024-06-01 X1', '2024-06-01 S K2 - -']],
    ['starts-in-mid-care', ['2024-05-01 P U4 - -']],
    ['starts-in-mid-care', ['2024-05-01 S U4 2024-06-01 E4A', '2024-07-01 P U4 - -']],
    ['episode-before-birth', ['2009-05-01 S U4 2009-06-01 E4A']],
  ])('%s', (rule, episodes) => {
    expect(told(...episodes.map((one) => episode(one)))).toContain(rule);
  });

  test('nothing is told of a history that agrees, a change of status with the same carer in it', () => {
    const lines = ['2024-05-01 S U6 2024-09-01 X1', '2024-09-01 T U4 2024-12-01 E4A'];
    expect(told(...lines.map((one) => episode(one)))).toEqual([]);
    expect(told(episode('2023-05-01 P U4 - -'))).toEqual([]);
  });

  test('nobody is looked after from the eighteenth birthday on', () => {
    const check = historyChecker(SHAPE);
    const open = settleEpisodes(SHAPE, '7', [episode('2024-05-01 S U6 - -')]).episodes;
    const rules = (born: string) => check(open, born, '2026-06-01').map(({ rule }) => rule);
    expect(rules('2006-02-01')).toEqual(['looked-after-past-eighteen']);
    expect(rules('2007-03-31')).toEqual(['looked-after-past-eighteen']);
    expect(rules('2007-04-01')).toEqual([]);
  });

  test('one left open before a new period of care ends with its return, for no reason that is known', () => {
    const { episodes, repairs } = settleEpisodes(SHAPE, '7', [
      episode('2022-05-10 S U6 - -', 2023),
      episode('2023-09-10 S U4 - -', 2024),
    ]);
    expect(episodes[0]).toMatchObject({ dec: '2023-04-01', rec: null });
    expect(repairs.map(({ rule }) => rule)).toEqual(['ended-before-new-start']);
  });
});

describe('an episode without nights', () => {
  const nights = episode('2024-05-01 P K2 - -');
  const without = episode('2024-05-01 S U6 2024-05-01 X1');

  test.each([
    ['before', without, nights],
    ['after', nights, without],
  ])('gives way to one with nights, %s it in the file, and keeps its start', (_, one, other) => {
    const { kept, repair } = mergeRecords(SHAPE, '7', one, other);
    expect(kept).toMatchObject({ values: nights.values, startedSameDay: true });
    expect(repair?.rule).toBe('nights-stand');
    const settled = settleEpisodes(SHAPE, '7', [kept]).episodes;
    expect(historyChecker(SHAPE)(settled, null, '2026-06-01')).toEqual([]);
  });
});

describe('children gone from the newest whole return', () => {
  const child = (childId: string, lastNamed: number, open = true): LastEpisode => {
    const decom = '2022-05-10';
    return { childId, decom, open, shortBreak: false, returnYear: lastNamed, lastNamed };
  };
  const many = (count: number, year: number) =>
    Array.from({ length: count }, (_, at) => child(`${year}-${at}`, year));

  test('are those left open whom it does not name, counted to the end of the return that did', () => {
    const last = [child('A1', 2024), child('A3', 2023), child('E', 2023, false), child('A7', 2025)];
    const { newest, gone } = goneChildren(last, new Set([2023, 2024, 2025]));
    expect(newest).toBe(2025);
    expect(gone.map((each) => [each.childId, lastKnownEnd(each)])).toEqual([
      ['A1', '2024-04-01'],
      ['A3', '2023-04-01'],
    ]);
  });

  test('are none for a return that names fewer than half, when ten or more are missing', () => {
    const years = new Set([2024, 2025]);
    const part = goneChildren([...many(10, 2024), ...many(9, 2025)], years);
    expect(part).toMatchObject({ newest: 2024, gone: [] });
    expect(part.partial).toEqual([{ returnYear: 2025, named: 9, missing: 10 }]);
    expect(goneChildren([...many(10, 2024), ...many(10, 2025)], years).gone).toHaveLength(10);
    expect(goneChildren([...many(9, 2024), ...many(1, 2025)], years).gone).toHaveLength(9);
  });

  test('are none for a year of which no whole file came in', () => {
    expect(goneChildren([child('A', 2024), child('B', 2025)], new Set([2024])).gone).toEqual([]);
  });
});
