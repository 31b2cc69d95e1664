import { expect, test } from 'vitest';
import { mappingFor } from './mapping-for.ts';
import type { SavedMapping } from './saved-mapping.ts';

function mapping(name: string, ...columns: SavedMapping['columns']): SavedMapping {
  return { name, kind: 'budgets', columns, dateStyle: 'automatic' };
}
const from = (sourceColumn: string) => ({ field: sourceColumn, sourceColumn });

const NARROW = mapping('narrow', from('Cost code'));
const WIDE = mapping('wide', from('Cost code'), from('Budget'), {
  field: 'PROFILE',
  constant: 'equal',
});
const CONSTANT = mapping('constant', { field: 'PROFILE', constant: 'equal' });
const ALL = [CONSTANT, NARROW, WIDE];

test.each([
  ['all its columns, whatever their case and order', ['BUDGET', 'other', 'cost-code'], 'wide'],
  ['of several, the one that uses most columns', ['Cost code', 'Budget'], 'wide'],
  ['a narrower one when a wider does not fit', ['Cost code', 'Amount'], 'narrow'],
  ['none for other columns, not even one of constants alone', ['Amount'], undefined],
])('a file is read by the mapping that has %s', (_why, header, name) => {
  expect(mappingFor(header, ALL)?.name).toBe(name);
});
