import { describe, expect, it } from 'vitest';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { readFromMemory } from './read-from-memory.ts';

async function read(text: string, mapping?: SavedMapping) {
  const batches = await readFromMemory(text, {
    returnYear: 2025,
    ...(mapping === undefined ? {} : { mapping }),
  });
  return {
    rows: batches.flatMap(({ rows }): readonly object[] => rows),
    rejections: batches.flatMap(({ rejections }) => rejections),
    findings: batches.flatMap(({ findings }) => findings),
  };
}

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n';

describe('the order of day and month', () => {
  it('is month first for a whole column that one value proves, and is told', async () => {
    const { rows, rejections, findings } = await read(
      `${REVIEWS}A1,,04/03/2024,PN1\nA2,,03/25/2024,PN1\nA3,,2024-06-07,PN1\nA4,,5/5/2024,PN1\n`,
    );
    expect(rejections).toEqual([]);
    expect(rows).toMatchObject([
      { line: 2, values: ['A1', null, '2024-04-03', 'PN1'] },
      { line: 3, values: ['A2', null, '2024-03-25', 'PN1'] },
      { line: 4, values: ['A3', null, '2024-06-07', 'PN1'] },
      { line: 5, values: ['A4', null, '2024-05-05', 'PN1'] },
    ]);
    expect(findings[0]).toMatchObject({
      ...{ rule: 'dates-month-first', severity: 'warning', column: 'REVIEW', line: 3 },
      value: '03/25/2024',
    });
  });

  it('is not guessed where a column holds both: what could be either is rejected', async () => {
    const { rows, rejections } = await read(
      `${REVIEWS}A1,,04/03/2024,PN1\nA2,,03/25/2024,PN1\nA3,,26/03/2024,PN1\n`,
    );
    expect(rows).toMatchObject([
      { values: ['A2', null, '2024-03-25', 'PN1'] },
      { values: ['A3', null, '2024-03-26', 'PN1'] },
    ]);
    expect(rejections).toMatchObject([
      { line: 2, column: 'REVIEW', value: '04/03/2024', cells: ['A1', '', '04/03/2024', 'PN1'] },
    ]);
    expect(rejections[0]?.reason).toMatch(
      /04\/03\/2024 is 4 March 2024 or 3 April 2024: in it 03\/25\/2024 \(line 3\).*write every day/,
    );
  });

  it('follows the other columns where a column shows nothing of its own', async () => {
    const { rows } = await read(`${REVIEWS}A1,04/03/2010,04/03/2024,PN1\nA2,,03/25/2024,PN1\n`);
    expect(rows[0]).toMatchObject({ values: ['A1', '2010-04-03', '2024-04-03', 'PN1'] });
  });

  it('leaves a column that shows day first alone beside one that is month first', async () => {
    const { rows } = await read(
      `${REVIEWS}A1,04/03/2010,03/25/2024,PN1\nA2,25/03/2010,04/03/2024,PN1\n`,
    );
    expect(rows).toMatchObject([
      { values: ['A1', '2010-03-04', '2024-03-25', 'PN1'] },
      { values: ['A2', '2010-03-25', '2024-04-03', 'PN1'] },
    ]);
  });

  it('is day first where nothing shows otherwise', async () => {
    const { rows, findings } = await read(`${REVIEWS}A1,,04/03/2024,PN1\n`);
    expect(rows).toMatchObject([{ values: ['A1', null, '2024-03-04', 'PN1'] }]);
    expect(findings).toEqual([]);
  });

  it('is read in the XML of a return too', async () => {
    const child = (id: string, date: string) =>
      `<CHILD><HEADER><CHILDID>${id}</CHILDID><AREVIEW><REVIEW>${date}</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER></CHILD>`;
    const text = `<EXPSSDA903>${child('A1', '04/03/2024')}${child('A2', '03/25/2024')}</EXPSSDA903>`;
    const { rows, findings } = await read(text);
    expect(rows).toContainEqual(
      expect.objectContaining({ values: ['A1', null, '2024-04-03', 'PN1'] }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'dates-month-first' }));
  });

  it('is what a mapping says, and a day that contradicts it is rejected', async () => {
    const mapping: SavedMapping = {
      ...{ name: 'US', kind: 'reviews', dateStyle: 'month-first' },
      columns: [
        { field: 'CHILD', sourceColumn: 'Person' },
        { field: 'REVIEW', sourceColumn: 'Held' },
      ],
    };
    const { rows, rejections } = await read(
      'Person,Held\nA1,04/03/2024 00:00\nA2,25/03/2024\n',
      mapping,
    );
    expect(rows).toMatchObject([{ values: ['A1', null, '2024-04-03', null] }]);
    expect(rejections).toMatchObject([{ line: 3, column: 'Held', value: '25/03/2024' }]);
    expect(rejections[0]?.reason).toMatch(/no day with its month first, and the mapping US says/);
  });
});
