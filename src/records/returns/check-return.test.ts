import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../intake/files/read-from-memory.ts';
import { latestDateOf } from './latest-date.ts';
import type { ReturnModuleKind, ReturnRow } from './return-module.ts';

async function check(text: string, returnYear: number | undefined = 2021) {
  const batches = await readFromMemory(text, { returnYear });
  return {
    kind: batches[0]?.kind as ReturnModuleKind,
    rows: batches.flatMap((batch) => batch.rows as readonly ReturnRow[]),
    rejections: batches.flatMap(({ rejections }) => rejections),
    findings: batches.flatMap(({ findings }) => findings),
  };
}

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';

describe('checking the return', () => {
  it('trims, upper-cases and dates a clean row without a finding', async () => {
    const { rows, rejections, findings } = await check(
      `${EPISODES} a1 ,1/4/2020,s,c2,n1,u4,pr1,2021-03-31,x1,carpl,ab1 2cd,,sc123\n`,
    );
    expect(rejections).toEqual([]);
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        values: [
          ...['A1', '2020-04-01', 'S', 'C2', 'N1', 'U4', 'PR1', '2021-03-31', 'X1', 'CARPL'],
          ...['AB1 2CD', null, 'SC123'],
        ],
      },
    ]);
  });

  it.each([
    [',01/04/2020,S,C2,N1,U4,PR1,,,,,,', 'CHILD', null, /CHILD is empty/],
    ['1,,S,C2,N1,U4,PR1,,,,,,', 'DECOM', null, /DECOM is empty/],
    [
      '1,31/02/2020,S,C2,N1,U4,PR1,,,,,,',
      'DECOM',
      '31/02/2020',
      /^DECOM 31\/02\/2020 is not a day that exists; write dd\/mm\/yyyy$/,
    ],
    ['1,01/04/20,S,C2,N1,U4,PR1,,,,,,', 'DECOM', '01/04/20', /not a day/],
    ['1,01/04/2020,S,C2,N1,Q9,PR1,,,,,,', 'PLACE', 'Q9', /code of no return from 2017 to 2027/],
    ['1,01/04/2020,S,C2,N1,,PR1,,,,,,', 'PLACE', null, /PLACE is empty/],
    ['1,01/04/2020,S,C2,N1,U4,PR1,soon,,,,,', 'DEC', 'soon', /DEC soon is not a day/],
    [
      '1,01/04/2020,S,C2,N1,U4,PR1,31/03/2020,X1,,,,',
      'DEC',
      '31/03/2020',
      /before DECOM 01\/04\/2020/,
    ],
  ])('rejects %s', async (line, column, value, reason) => {
    const { rows, rejections } = await check(`${EPISODES}${line}\n`);
    expect(rows).toEqual([]);
    expect(rejections).toHaveLength(1);
    expect(rejections[0]).toMatchObject({ line: 2, column, value, cells: line.split(',') });
    expect(rejections[0]?.reason).toMatch(reason);
  });

  it.each([
    ['1,01/04/2020,S,C2,N1,K3,PR4,,,,,,', 'code-of-another-year', 'PLACE', 'K3', 'information'],
    ['1,01/04/2020,S,C2,N1,U4,PR9,,,,,,', 'code-unknown', 'PLACE_PROVIDER', 'PR9', 'warning'],
    ['1,01/04/2020,,C2,N1,U4,PR1,,,,,,', 'value-missing', 'RNE', null, 'warning'],
    [
      '1,01/04/2020,S,C2,N1,U4,PR1,01/04/2020,X1,,,,',
      'episode-without-nights',
      'DEC',
      '01/04/2020',
      'warning',
    ],
  ])('keeps %s with a finding', async (line, rule, column, value, severity) => {
    const { rows, findings } = await check(`${EPISODES}${line}\n`);
    expect(rows).toHaveLength(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ line: 2, childId: '1', rule, column, value, severity });
  });

  it('keeps the code itself when it is of another year or unknown', async () => {
    const { rows } = await check(`${EPISODES}1,01/04/2020,S,C2,N1,K3,pr9,,,,,,\n`);
    expect(rows[0]?.values.slice(5, 7)).toEqual(['K3', 'PR9']);
  });

  it('accepts a code of any year when the year is not known', async () => {
    const text = `${EPISODES}1,01/04/2020,S,C2,N1,K3,PR4,,,,,,\n`;
    const [batch] = await readFromMemory(text, { returnYear: undefined });
    expect(batch?.findings).toEqual([]);
  });

  it('keeps a row without a date of birth that cannot be read', async () => {
    const { rows, findings } = await check(
      'CHILD,SEX,DOB,ETHNIC,MOTHER\n7,1,32/01/2010,WBRI,1.0\n',
    );
    expect(rows[0]?.values).toEqual(['7', '1', null, 'WBRI', null, '1', null]);
    expect(findings).toMatchObject([
      { rule: 'unreadable-date', column: 'DOB', value: '32/01/2010' },
    ]);
  });

  it('says nothing row by row of a column that the whole file lacks', async () => {
    const { findings } = await check('CHILD,DOB,REVIEW\n1,01/01/2010,01/04/2020\n');
    expect(findings).toEqual([]);
  });

  it('keeps scores within their bounds', async () => {
    const header = 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK\n';
    const { rows, findings } = await check(`${header}1,,40.0,,0,1\n2,,41,,0,1\n`);
    expect(rows.map(({ values }) => values[2])).toEqual(['40', null]);
    expect(findings).toMatchObject([{ line: 3, column: 'SDQ_SCORE', rule: 'value-unreadable' }]);
  });

  it('notes a period that ends before it starts, and keeps it outside episodes', async () => {
    const { rows, findings } = await check(
      'CHILD,DOB,MISSING,MIS_START,MIS_END\n1,,M,05/04/2020,04/04/2020\n1,,M,05/04/2020,05/04/2020\n',
    );
    expect(rows).toHaveLength(2);
    expect(findings).toMatchObject([{ line: 2, rule: 'ends-before-it-starts' }]);
  });

  it('holds one string for a value that many rows share', async () => {
    const { rows } = await check(
      `${EPISODES}${'1,01/04/2020,S,C2,N1,U4,PR1,,,,AB1 2CD,,\n'.repeat(3)}`,
    );
    expect(new Set(rows.map(({ values }) => values[10])).size).toBe(1);
  });

  it('finds the latest day on which something happened, not a birthday', async () => {
    const { rows, kind } = await check('CHILD,SEX,DOB,DUC\n1,1,01/01/2005,01/01/2023\n');
    expect(rows.map((row) => latestDateOf(kind, row))).toEqual([undefined]);
    const episodes = await check(`${EPISODES}1,01/04/2020,S,C2,N1,U4,PR1,31/03/2021,X1,,,,\n`);
    expect(episodes.rows.map((row) => latestDateOf('episodes', row))).toEqual(['2021-03-31']);
  });
});
