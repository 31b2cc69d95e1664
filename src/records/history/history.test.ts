import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChildRecords } from './child-records.ts';
import type { Repair } from './repair.ts';
import type { RecordShape, ReportedRecord } from './reported-record.ts';
import { settleEpisodes } from './settle-episodes.ts';

const EPISODES: RecordShape = {
  module: 'episodes',
  columns: ['CHILD', 'DECOM', 'PLACE', 'DEC', 'REC'],
  key: [1],
  kept: [0, 1, 2, 3, 4],
  perReturn: false,
};
const HEADER: RecordShape = {
  module: 'header',
  columns: ['CHILD', 'SEX', 'DOB', 'ETHNIC'],
  key: [],
  kept: [0, 1, 2, 3],
  perReturn: false,
};

function listening() {
  const heard = {
    superseded: [] as ReportedRecord[],
    repaired: [] as ReportedRecord[],
    identical: [] as ReportedRecord[],
  };
  const repairs: Repair[] = [];
  const listener = {
    superseded: (record: ReportedRecord) => heard.superseded.push(record),
    repaired: (record: ReportedRecord) => heard.repaired.push(record),
    identical: (_module: string, record: ReportedRecord) => heard.identical.push(record),
    logged: (repair: Repair) => repairs.push(repair),
  };
  return { ...heard, repairs, listener };
}

function episode(returnYear: number, decom: string, dec: string | null, place = 'U6', file = 0) {
  const rec = dec === null ? null : 'X1';
  return { values: ['7', decom, place, dec, rec], returnYear, file } satisfies ReportedRecord;
}

describe('several returns become one history', () => {
  test('identical rows are one, and nothing is logged', () => {
    const { listener, superseded, repairs } = listening();
    const records = new ChildRecords(EPISODES, listener);
    records.add('7', episode(2019, '2018-05-01', null));
    records.add('7', episode(2020, '2018-05-01', null));
    expect(records.of('7')).toEqual([episode(2020, '2018-05-01', null)]);
    expect(superseded).toEqual([episode(2019, '2018-05-01', null)]);
    expect(repairs).toEqual([]);
  });

  test('identical rows of one file are told, those of two returns are none', () => {
    const { listener, identical } = listening();
    const records = new ChildRecords(EPISODES, listener);
    const again = { ...episode(2020, '2018-05-01', null), line: 3 };
    records.add('7', episode(2020, '2018-05-01', null));
    records.add('7', again);
    records.add('7', episode(2020, '2018-05-01', null, 'U6', 1));
    records.add('7', episode(2020, '2018-05-01', null, 'K2', 1));
    expect(identical).toEqual([again]);
  });

  test('the later return wins, whichever comes in first', () => {
    const { listener, repairs } = listening();
    const records = new ChildRecords(EPISODES, listener);
    records.add('7', episode(2020, '2018-05-01', '2019-06-01', 'K2'));
    records.add('7', episode(2019, '2018-05-01', '2019-05-30', 'U6'));
    expect(records.of('7')).toEqual([episode(2020, '2018-05-01', '2019-06-01', 'K2')]);
    expect(repairs).toEqual([
      {
        rule: 'later-return-wins',
        module: 'episodes',
        childId: '7',
        recordKey: '2018-05-01',
        before: { PLACE: 'U6', DEC: '2019-05-30' },
        after: { PLACE: 'K2', DEC: '2019-06-01' },
        returnYear: 2019,
      },
    ]);
  });

  test('an episode left open is closed by a later return', () => {
    const { listener, repairs, repaired, superseded } = listening();
    const records = new ChildRecords(EPISODES, listener);
    records.add('7', episode(2019, '2018-05-01', null));
    records.add('7', episode(2020, '2018-05-01', '2019-06-01'));
    expect(repairs.map(({ rule }) => rule)).toEqual(['closed-by-later-return']);
    expect(repaired).toEqual([episode(2019, '2018-05-01', null)]);
    expect(superseded).toEqual([]);
  });

  test('of two different rows in one file the last is kept', () => {
    const { listener, repairs } = listening();
    const records = new ChildRecords(EPISODES, listener);
    records.add('7', episode(2019, '2018-05-01', '2018-06-01', 'U4'));
    records.add('7', episode(2019, '2018-05-01', '2018-06-01', 'U5'));
    expect(records.of('7')[0]?.values[2]).toBe('U5');
    expect(repairs.map(({ rule }) => rule)).toEqual(['later-row-wins']);
  });

  test('children whose details differ are listed, but 1 and M are the same sex', () => {
    const { listener, repairs } = listening();
    const records = new ChildRecords(HEADER, listener);
    records.add('7', { values: ['7', '1', '2010-01-01', 'WBRI'], returnYear: 2024, file: 0 });
    records.add('7', { values: ['7', 'M', '2010-01-01', 'WBRI'], returnYear: 2025, file: 1 });
    expect(repairs).toEqual([]);
    records.add('7', { values: ['7', 'M', '2010-01-11', 'WBRI'], returnYear: 2026, file: 2 });
    expect(repairs.map(({ rule, after }) => [rule, after])).toEqual([
      ['child-details-differ', { DOB: '2010-01-11' }],
    ]);
  });

  test('a child known only from other records takes its header without a repair', () => {
    const { listener, repairs } = listening();
    const records = new ChildRecords(HEADER, listener);
    records.add('7', { values: ['7', null, null, null], returnYear: 0, file: undefined });
    records.add('7', { values: ['7', '2', '2010-01-01', 'WBRI'], returnYear: 2024, file: 0 });
    expect(repairs).toEqual([]);
    expect(records.of('7')[0]?.values[1]).toBe('2');
  });
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => {
  return new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
});
const someEpisode = fc
  .tuple(fc.integer({ min: 2018, max: 2021 }), day, fc.option(day))
  .map(([year, start, end]) => episode(year, start, end === null || end < start ? null : end));

describe('episodes after the rules', () => {
  test('never overlap, and each keeps its start', () => {
    fc.assert(
      fc.property(fc.array(someEpisode, { maxLength: 12 }), (reported) => {
        const { listener } = listening();
        const records = new ChildRecords(EPISODES, listener);
        for (const record of reported) records.add('7', record);
        const { episodes, repairs } = settleEpisodes(EPISODES, '7', records.of('7'));
        const starts = episodes.map(({ reported: { values } }) => values[1] ?? '');
        expect(starts).toEqual([...new Set(reported.map(({ values }) => values[1] ?? ''))].sort());
        episodes.forEach(({ dec }, at) => {
          const next = starts[at + 1];
          if (next !== undefined) expect(dec !== null && dec <= next).toBe(true);
        });
        for (const { after, recordKey } of repairs) {
          expect(after.DEC).toBe(starts[starts.indexOf(recordKey) + 1]);
        }
      }),
    );
  });

  test('the order in which returns come in does not matter', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someEpisode, { selector: (one) => `${one.returnYear} ${one.values[1]}` }),
        (reported) => {
          const standing = (order: readonly ReportedRecord[]) => {
            const records = new ChildRecords(EPISODES, listening().listener);
            for (const record of order) records.add('7', record);
            return settleEpisodes(EPISODES, '7', records.of('7')).episodes;
          };
          expect(standing([...reported].reverse())).toEqual(standing(reported));
        },
      ),
    );
  });

  test('an overlap is cut at the next start and goes on there', () => {
    const { episodes, repairs } = settleEpisodes(EPISODES, '7', [
      episode(2020, '2018-12-11', '2019-07-18'),
      {
        ...episode(2020, '2018-12-02', '2019-05-16'),
        values: ['7', '2018-12-02', 'U5', '2019-05-16', 'E4A'],
      },
    ]);
    expect(episodes.map(({ dec, rec }) => [dec, rec])).toEqual([
      ['2018-12-11', 'X1'],
      ['2019-07-18', 'X1'],
    ]);
    expect(repairs[0]?.before).toEqual({ DEC: '2019-05-16', REC: 'E4A' });
  });
});
