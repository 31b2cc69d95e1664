import { expect, test } from 'vitest';
import { underPseudonyms } from './under-pseudonyms.ts';

const IDS = new Set(['4000001', '4000002', 'C/12']);
const NAMES = new Map([
  ['4000001', 'P-A'],
  ['4000002', 'P-B'],
  ['C/12', 'P-C'],
]);

test.each([
  ['Child 4000001 has no header.', 'Child P-A has no header.'],
  ['Child 4000001’s payment, “4000002”', 'Child P-A’s payment, “P-B”'],
  ['4000001/4000002 and 4000001-005-D', 'P-A/P-B and P-A-005-D'],
  ['C/12, paid', 'P-C, paid'],
  ['14000001 and 40000010 are others', '14000001 and 40000010 are others'],
])('%s', (text, hidden) => {
  expect(underPseudonyms(text, IDS, (childId) => NAMES.get(childId) ?? '')).toBe(hidden);
});
