import { describe, expect, it } from 'vitest';
import { readFromMemory } from '../files/read-from-memory.ts';
import { applyMapping } from './apply-mapping.ts';
import type { SavedMapping } from './saved-mapping.ts';
import { suggestMapping } from './suggest-mapping.ts';

const HEADER = ['Person ID', 'Placed', 'Kind', 'Weekly cost', 'Start', 'End', 'Notes'];

const MAPPING: SavedMapping = {
  name: 'ContrOCC extract',
  kind: 'placement_costs',
  dateStyle: 'month-first',
  columns: [
    { field: 'child_id', sourceColumn: 'Person ID' },
    { field: 'placement_start', sourceColumn: 'Placed' },
    { field: 'element', sourceColumn: 'Kind', translations: { Residential: 'core' } },
    { field: 'weekly_rate', sourceColumn: 'weekly COST' },
    { field: 'from', sourceColumn: 'Start' },
    { field: 'to', sourceColumn: 'End' },
    { field: 'funder', constant: 'social_care' },
  ],
};

describe('applyMapping', () => {
  it('fills the layout, in its order, and says what is left over', () => {
    const applied = applyMapping(MAPPING, HEADER, 'costs.csv');
    expect(applied.unmappedColumns).toEqual(['Notes']);
    expect(applied.missingFields).toEqual([]);
    expect(applied.cellsOf(['1', '4/30/2020', ' residential ', '10', '4/30/2020', '', ''])).toEqual(
      ['1', '2020-04-30', 'core', '10', '2020-04-30', '', 'social_care', '', '', '', ''],
    );
  });

  it('reads spreadsheet day numbers', () => {
    const mapping: SavedMapping = { ...MAPPING, dateStyle: 'spreadsheet-number' };
    const applied = applyMapping(mapping, HEADER, 'costs.csv');
    const cells = applied.cellsOf(['1', '43922', 'core', '10', '01/04/2020', '', '']);
    expect([cells[1], cells[4]]).toEqual(['2020-04-01', '01/04/2020']);
  });

  it('names required fields that nothing fills', () => {
    const columns = MAPPING.columns.filter(({ field }) => field !== 'funder');
    const applied = applyMapping({ ...MAPPING, columns }, HEADER, 'costs.csv');
    expect(applied.missingFields).toEqual(['FUNDER']);
  });

  it('refuses a file that does not have a mapped column', () => {
    expect(() => applyMapping(MAPPING, ['Person ID'], 'costs.csv')).toThrow(/no column Placed/);
  });
});

describe('a file read with a mapping', () => {
  const text = [
    HEADER.join(','),
    '1,4/30/2020,Residential,10.50,4/30/2020,,note',
    '2,4/30/2020,Unheard of,10.50,4/30/2020,,note',
  ].join('\n');

  it('gives checked rows, and rejected ones as the file has them', async () => {
    const [batch] = await readFromMemory(text, { returnYear: undefined, mapping: MAPPING });
    expect(batch?.rows).toMatchObject([{ line: 2, childId: '1', weeklyRate: 1050 }]);
    expect(batch?.rejections).toMatchObject([
      {
        line: 3,
        column: 'element',
        cells: ['2', '4/30/2020', 'Unheard of', '10.50', '4/30/2020', '', 'note'],
      },
    ]);
  });

  it('is refused without one, or with one that is not complete', async () => {
    await expect(readFromMemory(text)).rejects.toMatchObject({ code: 'unrecognised-layout' });
    const mapping = { ...MAPPING, columns: MAPPING.columns.slice(1) };
    await expect(readFromMemory(text, { returnYear: undefined, mapping })).rejects.toMatchObject({
      code: 'mapping-incomplete',
    });
  });
});

describe('suggestMapping', () => {
  it('finds columns by name, by names common in councils and by likeness, each once', () => {
    const header = ['Person ID', 'Placement start date', 'Element', 'Weekly cost', 'Start date'];
    const more = ['End date', 'Funders', 'Supplier', 'Social worker'];
    expect(
      suggestMapping('placement_costs', [...header, ...more]).map((mapped) => [
        mapped.field,
        'sourceColumn' in mapped ? mapped.sourceColumn : undefined,
      ]),
    ).toEqual([
      ['CHILD_ID', 'Person ID'],
      ['PLACEMENT_START', 'Placement start date'],
      ['ELEMENT', 'Element'],
      ['WEEKLY_RATE', 'Weekly cost'],
      ['FROM', 'Start date'],
      ['TO', 'End date'],
      ['FUNDER', 'Funders'],
      ['PROVIDER', 'Supplier'],
    ]);
  });
});
