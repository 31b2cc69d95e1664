import { describe, expect, it } from 'vitest';
import { previewOf } from '../../mappings/preview.ts';
import { likeliestKind } from './choose-kind.tsx';
import { fieldsOfMapping, readMapping, suggestedFields } from './mapping-form.ts';

const HEADER = ['Person ID', 'Placed', 'Kind', 'Weekly cost', 'Start', 'Paid by'];
const FORM = {
  name: ' Extract ',
  dateStyle: 'month-first',
  'column-CHILD_ID': 'Person ID',
  'column-PLACEMENT_START': 'Placed',
  'column-ELEMENT': 'Kind',
  'values-ELEMENT': 'Residential = core\r\n\r\nTeaching=education',
  'column-WEEKLY_RATE': 'Weekly cost',
  'column-FROM': 'Start',
  'constant-FUNDER': 'social_care',
};
const read = (changes: Record<string, string>) =>
  readMapping('placement_costs', HEADER, { ...FORM, ...changes });
const problemsOf = (changes: Record<string, string>) => {
  const check = read(changes);
  return check.ok ? [] : check.problems.map(({ field }) => field);
};

describe('the form in which columns are mapped', () => {
  it.each([
    ['whole', 'whole'],
    ['changes', 'changes'],
    ['usual', undefined],
    ['x', undefined],
  ])('remembers that files of the layout hold %s', (said, extent) => {
    const check = read({ extent: said });
    if (!check.ok) throw new Error('the form is whole');
    expect(check.mapping.extent).toBe(extent);
    expect(fieldsOfMapping(check.mapping).extent).toBe(extent ?? 'usual');
  });

  it('becomes a mapping, which becomes the same form again', () => {
    const check = read({});
    expect(check).toMatchObject({
      ok: true,
      mapping: { name: 'Extract', kind: 'placement_costs', dateStyle: 'month-first' },
    });
    if (!check.ok) return;
    expect(check.mapping.columns).toContainEqual({
      field: 'ELEMENT',
      sourceColumn: 'Kind',
      translations: { Residential: 'core', Teaching: 'education' },
    });
    expect(readMapping('placement_costs', HEADER, fieldsOfMapping(check.mapping))).toEqual(check);
  });

  it.each([
    ['no name', { name: ' ' }, ['name']],
    ['a name that is too long', { name: 'x'.repeat(61) }, ['name']],
    ['a needed field from nowhere', { 'column-FROM': '' }, ['column-FROM']],
    ['a column and a value both', { 'constant-FROM': '1/1/2020' }, ['column-FROM']],
    ['a column the file does not have', { 'column-FROM': 'Beginning' }, ['column-FROM']],
    ['a translation without a sign', { 'values-ELEMENT': 'Residential core' }, ['values-ELEMENT']],
  ])('says what is wrong: %s', (_what, changes, fields) => {
    expect(problemsOf(changes)).toEqual(fields);
  });

  it('says everything at once', () => {
    expect(problemsOf({ name: '', 'column-FROM': '', 'column-ELEMENT': 'X' })).toEqual([
      'name',
      'column-ELEMENT',
      'column-FROM',
    ]);
  });

  it('wants at least one column, since constants alone would fit every file', () => {
    const constants = Object.fromEntries(
      ['CHILD_ID', 'PLACEMENT_START', 'ELEMENT', 'WEEKLY_RATE', 'FROM', 'FUNDER'].flatMap(
        (name) => [
          [`column-${name}`, ''],
          [`constant-${name}`, 'x'],
        ],
      ),
    );
    expect(problemsOf(constants)).toEqual(['column-CHILD_ID']);
  });

  it('is prefilled with likely columns, of the likeliest kind', () => {
    expect(likeliestKind(HEADER)).toBe('placement_costs');
    expect(suggestedFields('placement_costs', HEADER, [])).toMatchObject({
      'column-CHILD_ID': 'Person ID',
      'column-WEEKLY_RATE': 'Weekly cost',
    });
  });
});

it.each([
  ['month-first', ['05/02/2020', '04/30/2020']],
  ['automatic', ['05/02/2020', '30/04/2020', '2020-04-30']],
  ['spreadsheet-number', ['', '43922']],
])('dates are taken to be %s by the first rows', (dateStyle, dates) => {
  const sample = dates.map((date) => ({ cells: ['1', date] }));
  expect(suggestedFields('placement_costs', HEADER, sample).dateStyle).toBe(dateStyle);
});

it('a preview shows the first rows as they would be read, and what is wrong with them', () => {
  const check = read({});
  if (!check.ok) throw new Error('the form is right');
  const preview = previewOf(check.mapping, {
    importId: 'I',
    fileNumber: 0,
    path: 'costs.csv',
    header: HEADER,
    returnYear: undefined,
    sample: [
      { line: 2, cells: ['1', '4/30/2020', 'residential', '10.50', '4/30/2020', 'us'] },
      { line: 4, cells: ['2', '4/30/2020', 'Unheard of', '10.50', '4/30/2020', 'us'] },
    ],
  });
  expect(preview.unmapped).toEqual(['Paid by']);
  expect(preview.rows[0]).toMatchObject({ line: 2, rejection: undefined });
  expect(preview.rows[0]?.cells.slice(0, 4)).toEqual(['1', '2020-04-30', 'core', '10.50']);
  expect(preview.rows[1]?.line).toBe(4);
  expect(preview.rows[1]?.rejection).toMatch(/Unheard of/);
});
