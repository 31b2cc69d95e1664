import { describe, expect, it } from 'vitest';
import { findHeader } from './find-header.ts';
import { memorySource } from './memory-source.ts';
import { readFromMemory } from './read-from-memory.ts';
import { recogniseFile } from './recognise-file.ts';

const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref';
const PAID = '26/04/2024,25/03/2024,21/04/2024,7000001,01/05/2024,Oaks,core';
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const EPISODE = '7000001,01/05/2024,S,C2,N1,U4,PR1,,,,QN1 1AA,QN1 1AB,SC900001';

async function read(text: string) {
  const batches = await readFromMemory(text, { returnYear: 2025 }, 64);
  return {
    rows: batches.flatMap(({ rows }): readonly object[] => rows),
    rejections: batches.flatMap(({ rejections }) => rejections),
    findings: batches.flatMap(({ findings }) => findings),
  };
}

describe('findHeader', () => {
  const never = () => false;
  it.each([
    [
      'the first row of a plain table',
      [
        ['Person', 'Start'],
        ['a', 'b'],
      ],
      0,
    ],
    [
      'below titles',
      [
        ['Report', '', ''],
        ['', '', ''],
        ['Person', 'Start', 'Cost'],
        ['1', '2', '3'],
      ],
      2,
    ],
    [
      'below headings of groups',
      [
        ['Child', '', 'Cost', ''],
        ['Person', 'Start', 'Week', 'Year'],
      ],
      1,
    ],
    [
      'with blank columns',
      [
        ['', 'Person', 'Start', 'Cost', ''],
        ['1', 'x', '2', '3', '4'],
      ],
      0,
    ],
    [
      'of one column',
      [
        ['', ''],
        ['x', ''],
      ],
      1,
    ],
    ['nowhere', [['', ' '], ['']], -1],
  ])('finds it %s', (_where, rows, at) => {
    expect(findHeader(rows, never)).toBe(at);
  });

  it('takes the first row that is known, whatever stands above', () => {
    const rows = [
      ['a', 'b', 'c', 'd'],
      ['x', 'y'],
    ];
    expect(findHeader(rows, (row) => row[0] === 'x')).toBe(1);
  });
});

describe('a table that is not as it should be', () => {
  it('is read below its titles, which are told', async () => {
    const { rows, findings } = await read(
      `Report,,\nRun on 02/04/2025\n,,\n${EPISODES}\n${EPISODE}\n`,
    );
    expect(rows).toMatchObject([{ line: 5 }]);
    expect(findings).toMatchObject([
      {
        rule: 'rows-above-header',
        severity: 'information',
        line: 1,
        message: expect.stringContaining('line 4'),
      },
    ]);
  });

  it('is parted by what its sep= line names', async () => {
    const row = `P1;${PAID};10.00;;0.00;1;2;actual;`.replaceAll(',', ';');
    const { rows, findings } = await read(
      `sep=;\r\n${PAYMENTS.replaceAll(',', ';')}\r\n${row}\r\n`,
    );
    expect(rows).toMatchObject([{ line: 3, gross: 1000 }]);
    expect(findings).toEqual([]);
  });

  it('is parted by upright bars', async () => {
    const row = `P1,${PAID},10.00,,0.00,1,2,actual,`;
    const { rows } = await read(`${PAYMENTS}\n${row}\n`.replaceAll(',', '|'));
    expect(rows).toMatchObject([{ gross: 1000 }]);
  });

  it('may lack last values that a row can do without, and says so once', async () => {
    const short = ['P1', 'P2'].map((ref) => `${ref},${PAID},10.00,,0.00,1,2,actual`).join('\n');
    const { rows, findings, rejections } = await read(`${PAYMENTS}\n${short}\nP3,${PAID},10.00\n`);
    expect(rows).toMatchObject([{ correctsRef: null }, { correctsRef: null }]);
    expect(findings).toMatchObject([
      { rule: 'short-rows', line: 2, message: expect.stringContaining('corrects_ref') },
    ]);
    expect(rejections).toMatchObject([
      { line: 4, reason: expect.stringContaining('it ends before status') },
    ]);
  });

  it('never makes an open episode of a row that ends before DEC and REC', async () => {
    const { rows, rejections } = await read(
      `${EPISODES}\n7000004,01/05/2024,S,C2,N1,U4,PR1\n7000005,01/05/2024,S,C2,N1,U4,PR1,,\n`,
    );
    expect(rows).toMatchObject([{ line: 3 }]);
    expect(rejections).toMatchObject([
      {
        line: 2,
        reason: expect.stringContaining(
          '7 values where the header has 13 columns: it ends before DEC, REC',
        ),
      },
    ]);
  });

  it('tells an amount that its own comma parts as a fault of width', async () => {
    const { rejections } = await read(`${PAYMENTS}\nP1,${PAID},1,234.50,,0.00,1,2,actual,\n`);
    expect(rejections).toMatchObject([
      {
        line: 2,
        reason: expect.stringMatching(
          /^The row has 16 values where the header has 15 columns; 1 and 234.50/,
        ),
      },
    ]);
  });

  it('takes no row of another table below, nor its header again', async () => {
    const again = await read(`${EPISODES}\n${EPISODES}\n${EPISODE}\n`);
    expect(again.rejections).toMatchObject([{ line: 2, reason: 'The row repeats the header' }]);
    expect(again.rows).toHaveLength(1);
    const other = await read(
      'CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/01/2010,M,01/05/2024,\n' +
        'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n1,01/01/2010,01/05/2024,01/06/2024,\n',
    );
    expect(other.rows).toHaveLength(1);
    expect(other.rejections.map(({ line }) => line)).toEqual([3, 4]);
    expect(other.rejections[1]?.reason).toContain('below line 3');
  });

  it('without rows is told', async () => {
    expect((await read(`${EPISODES}\n`)).findings).toMatchObject([
      { rule: 'file-without-rows', severity: 'warning' },
    ]);
  });

  it('in which each line is one value is refused for that', async () => {
    await expect(read(`"${EPISODES}"\n"${EPISODE}"\n`)).rejects.toMatchObject({
      code: 'lines-in-quotation-marks',
    });
  });

  it('of too many columns is refused before they are kept', async () => {
    const refused = recogniseFile(memorySource('wide.csv', 'a,'.repeat(200_000)));
    await expect(refused).rejects.toMatchObject({ code: 'too-many-columns' });
  });

  it('that holds letters of two encodings, or lost ones, says on which lines', async () => {
    const mixed = Buffer.concat([
      Buffer.from(`${EPISODES},NOTE\n${EPISODE},Zo\u00eb\n`, 'utf8'),
      Buffer.from(`${EPISODE},Zo\u00eb\n`, 'latin1'),
    ]);
    const batches = await readFromMemory(mixed, { returnYear: 2025 }, 1_000);
    expect(batches.flatMap(({ findings }) => findings)).toMatchObject([
      { rule: 'letters-garbled', line: 2 },
    ]);
  });

  it('is refused when more of it is rejected than could be corrected', async () => {
    const bad = `${EPISODES}\n${'x\n'.repeat(100_001)}`;
    await expect(readFromMemory(bad, { returnYear: 2025 }, 65_536)).rejects.toMatchObject({
      code: 'too-many-rejected',
    });
  });

  it('keeps a malformed postcode and names it', async () => {
    const { findings } = await read(`${EPISODES}\n${EPISODE.replace('QN1 1AA', 'QN1')}\n`);
    expect(findings).toMatchObject([
      { rule: 'postcode-unreadable', column: 'HOME_POST', value: 'QN1' },
    ]);
  });
});
