import { expect, test } from 'vitest';
import { providerKey } from './provider-key.ts';

test.each([
  ['Wold House', 'wold-house'],
  ['  WOLD   HOUSE ', 'wold-house'],
  ['Alder & Beech Limited', 'alder-and-beech-ltd'],
  ['Alder and Beech Ltd.', 'alder-and-beech-ltd'],
  ['St Mary’s (North)', 'st-marys-north'],
  ["St Mary's – North", 'st-marys-north'],
  ['Żółw 24/7', 'żółw-24-7'],
  ['Limited', 'ltd'],
  ['Unlimited', 'unlimited'],
  ['???', '-'],
])('%j is told by %j', (name, key) => {
  expect(providerKey(name)).toBe(key);
});

test.each([
  ['Wold House', 'Wold House Ltd'],
  ['Home 1', 'Home 11'],
])('%j and %j stay two providers', (one, other) => {
  expect(providerKey(one)).not.toBe(providerKey(other));
});
