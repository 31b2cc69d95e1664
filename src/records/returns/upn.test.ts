import fc from 'fast-check';
import { expect, test } from 'vitest';
import { upnFault } from './upn.ts';

// Worked by hand: 8*2 + 2*3 + 3*4 + 4*5 + 4*6 + 3*7 + 2*8 + 1*9 + 1*10 + 0*11 + 0*12 + 1*13 = 147, and 147 modulo 23 is 9: K.
test.each([
  ['K823443211001', undefined],
  ['A823443211001', /first letter does not fit/],
  ['K823443211010', /first letter does not fit/],
  // The same with a last character A, which counts nought: 134 modulo 23 is 19, W.
  ['W82344321100A', undefined],
  ['W82344321100I', /a letter and twelve digits/],
  ['K82344321100', /has 12 characters/],
  ['X1', /has 2 characters/],
  ['K8234432110O1', /a letter and twelve digits/],
  ['UN1', undefined],
  ['UN6', undefined],
  ['UN9', /has 3 characters/],
])('%s: %s', (upn, fault) => {
  if (fault === undefined) expect(upnFault(upn)).toBeUndefined();
  else expect(upnFault(upn)).toMatch(fault);
});

test('of all first letters one fits, and no changed digit does', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (rest, at, more) => {
      const fits = (some: readonly number[]) =>
        [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(
          (letter) => upnFault(letter + some.join('')) === undefined,
        );
      expect(fits(rest)).toHaveLength(1);
      expect(fits(rest.with(at, ((rest[at] ?? 0) + more) % 10))).not.toEqual(fits(rest));
    }),
  );
});
