import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { memorySource } from './memory-source.ts';
import { readFromMemory } from './read-from-memory.ts';
import { recogniseFile } from './recognise-file.ts';
import { checkWorkbook } from './xlsx-container.ts';

async function workbook(sheets: Readonly<Record<string, readonly unknown[][]>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows([...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const COSTS = [
  ['child_id', 'placement_start', 'element', 'weekly_rate', 'from', 'to', 'funder'],
  [1234, new Date('2020-04-01'), 'core', 1050.1, new Date('2020-04-01'), null, 'social_care'],
  [null, null, null, null, null, null, null],
  ['A1', '01/04/2020', 'core', 0.1 + 0.2, '01/04/2020', null, 'health'],
  ['A2', '01/04/2020', 'core', 10.125, '01/04/2020', null, 'health'],
];

/** A ZIP archive of one part, as small as can be. */
function archive(name: string, content: Buffer, method = 8): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('workbooks', () => {
  it('reads the first sheet like a CSV, numbers and days included', async () => {
    const costs = await workbook({ Costs: COSTS, Notes: [['x']] });
    const recognised = await recogniseFile(memorySource('costs.xlsx', costs));
    expect(recognised).toMatchObject({
      kind: 'placement_costs',
      sheet: 'Costs',
      otherSheets: ['Notes'],
      missingColumns: ['PROVIDER', 'CONTRACT', 'COST_CENTRE', 'SUBJECTIVE'],
    });
    const batches = await readFromMemory(costs);
    expect(batches.flatMap((batch): readonly object[] => batch.rows)).toMatchObject([
      { line: 2, childId: '1234', placementStart: '2020-04-01', weeklyRate: 105_010, to: null },
      { line: 4, childId: 'A1', weeklyRate: 30 },
    ]);
    expect(batches.flatMap(({ rejections }) => rejections)).toMatchObject([
      { line: 5, column: 'weekly_rate', value: '10.125' },
    ]);
  });

  it('reads a named sheet, and refuses a name that is not there', async () => {
    const source = memorySource(
      'costs.xlsx',
      await workbook({ Notes: [['x', 'y']], Costs: COSTS }),
    );
    expect((await recogniseFile(source)).kind).toBe('unrecognised');
    expect((await recogniseFile(source, { sheet: 'Costs' })).kind).toBe('placement_costs');
    await expect(recogniseFile(source, { sheet: 'Cost' })).rejects.toMatchObject({
      code: 'sheet-missing',
    });
  });

  it('refuses a workbook that is cut short anywhere', async () => {
    const whole = await workbook({ Costs: COSTS });
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(recogniseFile(memorySource('cut.xlsx', cut))).rejects.toMatchObject({
        code: 'workbook-broken',
      });
    }
  });

  it('refuses an archive that is no workbook', async () => {
    const zip = archive('episodes.csv', Buffer.from('CHILD,DECOM'));
    await expect(recogniseFile(memorySource('a.zip', zip))).rejects.toMatchObject({
      code: 'archive-not-workbook',
    });
  });

  it('refuses a bomb, whatever size it claims to be', async () => {
    const bomb = archive('xl/workbook.xml', Buffer.alloc(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(checkWorkbook(bomb, 'bomb.xlsx', 1_000_000)).rejects.toMatchObject({
      code: 'workbook-too-large',
    });
    await expect(checkWorkbook(bomb, 'large.xlsx', 5_000_000)).resolves.toBeUndefined();
  });

  it('refuses parts hidden between the ones its directory lists', async () => {
    const one = archive('xl/workbook.xml', Buffer.from('<a/>'));
    const hidden = Buffer.concat([archive('xl/hidden.xml', Buffer.alloc(10)).subarray(0, 60), one]);
    await expect(recogniseFile(memorySource('hidden.xlsx', hidden))).rejects.toMatchObject({
      code: 'workbook-broken',
    });
  });
});
