import { expect, test } from 'vitest';
import { senseChecker } from './check-sense.ts';

const NAMES = ['CHILD', 'DECOM', 'PLACE', 'PLACE_PROVIDER', 'DOB', 'UPN'];

function told(kind: 'header' | 'episodes', said: string, has = true): string[] {
  const [decom, place, provider, dob, upn] = said
    .split(' ')
    .map((word) => (word === '-' ? null : word));
  const values = ['1', decom ?? null, place ?? null, provider ?? null, dob ?? null, upn ?? null];
  return (senseChecker(kind, NAMES, () => has, 2025)?.(values) ?? []).map(({ rule }) => rule);
}

test.each([
  ['2024-05-01 U4 PR1', []],
  ['2024-05-01 T1 -', []],
  ['2024-05-01 U4 -', ['provider-missing']],
  ['2024-05-01 U4 PR0', ['provider-impossible']],
  ['2024-05-01 P1 PR4', ['provider-impossible']],
  ['2024-05-01 P1 PR0', []],
  ['2024-05-01 R5 PR1', ['provider-impossible']],
  ['2024-05-01 K2 PR3', ['provider-impossible']],
  ['2023-10-27 P2 PR4', []],
  ['2023-10-28 P2 PR4', ['placement-no-longer-allowed']],
  ['1900-01-01 U4 PR1', ['start-unlikely']],
])('an episode of %s: %j', (said, rules) => {
  expect(told('episodes', said)).toEqual(rules);
});

test('a provider is not missed on each row where the whole file has none', () => {
  expect(told('episodes', '2024-05-01 U4 -', false)).toEqual([]);
});

test.each([
  ['2035-02-01', ['born-after-return']],
  ['2025-03-31', []],
  ['1900-01-01', ['date-of-birth-unlikely']],
  ['2005-01-01', []],
  ['2015-01-01 K823443211001', []],
  ['2015-01-01 UN3', []],
  ['2015-01-01 K823443211002', ['upn-unlikely']],
])('a child born on %s: %j', (dob, rules) => {
  expect(told('header', `- - - ${dob}`)).toEqual(rules);
});
