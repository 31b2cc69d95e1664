import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../intake/files/read-from-memory.ts';
import type { ReturnRow } from './return-module.ts';

async function check(text: string, returnYear = 2024) {
  const batches = await readFromMemory(text, { returnYear });
  return {
    rows: batches.flatMap(({ rows }) => rows as readonly ReturnRow[]),
    rejections: batches.flatMap(({ rejections }) => rejections),
    findings: batches.flatMap(({ findings }) => findings),
  };
}

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';

describe('errors of spreadsheets', () => {
  it.each([
    ['1,01/05/2023,S,C2,N1,U4,PR1,#REF!,,,,,', 'DEC', '#REF!'],
    ['1,01/05/2023,S,C2,N1,U4,PR1,#N/A,E4A,,,,', 'DEC', '#N/A'],
    ['1,01/05/2023,S,C2,N1,U4,PR1,31/05/2023,#N/A,,,,', 'REC', '#N/A'],
    ['1,#VALUE!,S,C2,N1,U4,PR1,,,,,,', 'DECOM', '#VALUE!'],
    ['#NAME?,01/05/2023,S,C2,N1,U4,PR1,,,,,,', 'CHILD', '#NAME?'],
    ['1,01/05/2023,S,C2,N1,#####,PR1,,,,,,', 'PLACE', '#####'],
  ])('reject %s', async (line, column, value) => {
    const { rows, rejections } = await check(`${EPISODES}${line}\n`);
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column, value }]);
    expect(rejections[0]?.reason).toMatch(/is an error of the spreadsheet it came from/);
  });

  it('are findings where the row can do without, never empty in silence', async () => {
    const line = '1,01/05/2023,#N/A,#REF!,N1,U4,PR1,,,#NULL!,#DIV/0!,,#N/A';
    const { rows, findings } = await check(`${EPISODES}${line}\n`);
    expect(rows[0]?.values.slice(2, 4)).toEqual([null, null]);
    expect(findings.map(({ rule, column }) => [rule, column])).toEqual([
      ['value-unreadable', 'RNE'],
      ['value-unreadable', 'LS'],
      ['value-unreadable', 'REASON_PLACE_CHANGE'],
      ['value-unreadable', 'HOME_POST'],
      ['value-unreadable', 'URN'],
    ]);
  });
});

describe('words for nothing', () => {
  it.each(['NULL', 'null', 'NaN', 'N/A', '-', 'none', '(blank)', '.', '\u200b'])(
    '%j is empty in a column of any type',
    async (word) => {
      const line = `1,01/05/2023,S,C2,N1,U4,PR1,${word},${word},${word},${word},${word},${word}`;
      const { rows, rejections, findings } = await check(`${EPISODES}${line}\n`);
      expect(rejections).toEqual([]);
      expect(rows[0]?.values.slice(7)).toEqual([null, null, null, null, null, null]);
      expect(findings).toEqual([]);
    },
  );

  it('is missing where a value is wanted, and rejects the row where it is needed', async () => {
    const { rows, rejections, findings } = await check(
      `${EPISODES}1,01/05/2023,NULL,C2,N1,U4,PR1,,,,,,\n2,NULL,S,C2,N1,U4,PR1,,,,,,\n`,
    );
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: 'value-missing', column: 'RNE', value: null }]);
    expect(rejections).toMatchObject([{ line: 3, column: 'DECOM', value: null }]);
  });
});

describe('values as spreadsheets leave them', () => {
  it('makes one child of every way of writing one, told once for each', async () => {
    const rest = 'C2,N1,U4,PR1,,,,,,';
    const { rows, findings } = await check(
      `${EPISODES}1234567.0,01/05/2023,S,${rest}\n1234567.0,01/06/2023,L,${rest}\n` +
        `"1,234,567",01/07/2023,L,${rest}\n="1234567",01/08/2023,L,${rest}\n'1234567,01/09/2023,L,${rest}\n`,
    );
    expect(new Set(rows.map(({ values }) => values[0]))).toEqual(new Set(['1234567']));
    expect(findings.map(({ rule, severity, line }) => [rule, severity, line])).toEqual([
      ['identifier-tidied', 'information', 2],
      ['identifier-tidied', 'information', 4],
      ['identifier-tidied', 'information', 5],
      ['identifier-tidied', 'information', 6],
    ]);
  });

  it.each(['1.23457E+11', '=1+1', 'A\u00021', 'АВ1'])('rejects the child %j', async (child) => {
    const { rows, rejections } = await check(
      `${EPISODES}${child},01/05/2023,S,C2,N1,U4,PR1,,,,,,\n`,
    );
    expect(rows).toEqual([]);
    expect(rejections).toMatchObject([{ line: 2, column: 'CHILD', value: child }]);
  });

  it('reads a URN without its decimals, and not one that was shortened', async () => {
    const { rows, findings } = await check(
      `${EPISODES}1,01/05/2023,S,C2,N1,U4,PR1,,,,,,1234567.0\n2,01/05/2023,S,C2,N1,U4,PR1,,,,,,1.2E+06\n`,
    );
    expect(rows.map(({ values }) => values[12])).toEqual(['1234567', null]);
    expect(findings.map(({ rule, column }) => [rule, column])).toEqual([
      ['identifier-tidied', 'URN'],
      ['value-unreadable', 'URN'],
    ]);
  });

  it('reads TRUE and FALSE as 1 and 0, and codes with spaces or full-width letters in them', async () => {
    const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
    const { rows, findings } = await check(
      `${header}1,１,,w bri,UN1,TRUE,\n2,2.0,,WBRI,UN1,FALSE,\n`,
    );
    expect(rows.map(({ values }) => [values[1], values[3], values[5]])).toEqual([
      ['1', 'WBRI', '1'],
      ['2', 'WBRI', '0'],
    ]);
    expect(findings.filter(({ rule }) => rule === 'value-tidied')).toMatchObject([
      { column: 'ETHNIC', value: 'w bri', severity: 'information' },
      { column: 'MOTHER', value: 'TRUE' },
      { column: 'MOTHER', value: 'FALSE' },
    ]);
  });

  it('says which letters only look like those of a code', async () => {
    const { rejections } = await check(`${EPISODES}1,01/05/2023,S,C2,N1,К2,PR1,,,,,,\n`);
    expect(rejections[0]?.reason).toMatch(/: К is no letter A to Z, though it may look like one$/);
  });
});
