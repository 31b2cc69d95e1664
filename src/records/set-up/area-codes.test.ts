import { expect, test } from 'vitest';
import { areaCodesIn } from './area-codes.ts';

test.each([
  ['E10000021', ['E10000021']],
  [' e10000021,E06000061 ', ['E10000021', 'E06000061']],
  ['E10000021; E10000021\nE07000154', ['E10000021', 'E07000154']],
])('%j are codes', (text, codes) => {
  expect(areaCodesIn(text)).toEqual(codes);
});

test.each([
  ['Kent', '“KENT” is not the ONS code'],
  ['E99999999', '“E99999999” is not'],
  ['E92000001', '“E92000001” is not'],
  ['S12000036', '“S12000036” is not'],
  ['E10000021, E1000002', '“E1000002” is not'],
  [' , ', 'No code was entered'],
])('%j is refused with what is wrong', (text, message) => {
  expect(() => areaCodesIn(text)).toThrow(message);
});
