import { expect, test } from 'vitest';
import { brandSheet } from './brand.ts';

test('carries a colour that white text can be read on, under an address of its own', () => {
  const purple = brandSheet('#5A2D6B');
  expect(purple?.css).toBe(':root{--govuk-brand-colour:#5a2d6b}');
  expect(purple?.path).not.toBe(brandSheet('#12436d')?.path);
  expect(brandSheet(undefined)).toBeUndefined();
});

test.each(['#777777', '#ffff00', 'purple', '#12', '#12436d;}'])('refuses %s', (colour) => {
  expect(() => brandSheet(colour)).toThrow(/brand colour/);
});

test('takes the lightest grey that has a contrast of 4.5 to 1', () => {
  expect(brandSheet('#767676')).toBeDefined();
});
