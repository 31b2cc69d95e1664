import { expect, test } from 'vitest';
import { type Counted, type ImportMade, rulesOf, trendOf } from './trend.ts';

const made = (importId: string): ImportMade => ({
  ...{ importId, by: 'Mei Tanaka', takenBack: false },
  at: new Date(`2021-06-0${importId}T09:00:00Z`),
});
const count = (importId: string, found: number, rest: Partial<Counted> = {}): Counted => ({
  ...{ importId, severity: 'error', rule: 'a', found },
  ...rest,
});
const IMPORTS = ['1', '2', '3'].map(made);
const CAME = [
  count('1', 5),
  count('1', 2, { severity: 'warning', rule: 'b' }),
  count('3', 1, { severity: 'information', rule: 'c' }),
];
const WENT = [count('2', 4), count('3', 2, { severity: 'warning', rule: 'b' })];

test('each import adds what it found and takes away what it ended', () => {
  const steps = trendOf(IMPORTS, CAME, WENT);
  expect(steps.map(({ found, ended, open }) => [found, ended, open])).toEqual([
    [7, 0, 7],
    [0, 4, 3],
    [1, 2, 2],
  ]);
  expect(steps.map(({ openBySeverity }) => openBySeverity)).toEqual([
    { error: 5, warning: 2, information: 0 },
    { error: 1, warning: 2, information: 0 },
    { error: 1, warning: 0, information: 1 },
  ]);
});

test('rules count what came and went by the imports shown, and what is open after all', () => {
  expect(rulesOf(IMPORTS.slice(1), CAME, WENT)).toEqual([
    { severity: 'error', rule: 'a', found: 0, ended: 4, open: 1 },
    { severity: 'warning', rule: 'b', found: 0, ended: 2, open: 0 },
    { severity: 'information', rule: 'c', found: 1, ended: 0, open: 1 },
  ]);
});
