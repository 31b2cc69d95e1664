import { expect, test } from 'vitest';
import { areaCodesIn } from './area-codes.ts';

test.each([
  ['E10000021', ['E10000021']],
  [' e10000021,E06000061 ', ['E10000021', 'E06000061']],
  ['E10000021; E10000021\nW06000015', ['E10000021', 'W06000015']],
])('%j are codes', (text, codes) => {
  expect(areaCodesIn(text)).toEqual(codes);
});

test.each([
  ['Kent', '“KENT” is not an ONS code'],
  ['E10000021, E1000002', '“E1000002” is not'],
  [' , ', 'No code was entered'],
])('%j is refused with what is wrong', (text, message) => {
  expect(() => areaCodesIn(text)).toThrow(message);
});
