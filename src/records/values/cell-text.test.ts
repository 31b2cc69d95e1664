import { expect, test } from 'vitest';
import { plainText, visibleText } from './cell-text.ts';
import { emptinessOf } from './emptiness.ts';

test.each([
  [' a b ', 'a b', 'a b'],
  ['\u00a0A1\u200b\ufeff', 'A1', 'A1'],
  ['A\u00ad1', 'A1', 'A1'],
  ['="1234567"', '="1234567"', '1234567'],
  ["'1234567", "'1234567", '1234567'],
  ["'1234567'", "'1234567'", '1234567'],
  ["O'Brien", "O'Brien", "O'Brien"],
  ['１２３', '１２３', '123'],
  ["'", "'", "'"],
  ['', '', ''],
])('%j is seen as %j and is %j as a value', (cell, seen, plain) => {
  expect(visibleText(cell)).toBe(seen);
  expect(plainText(cell)).toBe(plain);
});

test.each([
  ...['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!'],
  ...['#GETTING_DATA', '#####', '#ref!', 'Err:502', '#Error', '#Name?'],
])('%s is an error, in names too', (text) => {
  expect(emptinessOf(text)).toBe('error');
  expect(emptinessOf(text, true)).toBe('error');
});

test.each([...['', 'N/A', 'n/a', '-', '--', '–', '.', '(blank)', '(null)', '\\N']])(
  '%j is nothing, in names too',
  (text) => {
    expect(emptinessOf(text)).toBe('nothing');
    expect(emptinessOf(text, true)).toBe('nothing');
  },
);

test.each(['NULL', 'null', 'nan', 'NaN', 'None', 'nil', 'NA', 'Not applicable'])(
  '%s is nothing, but may be a name',
  (text) => {
    expect(emptinessOf(text)).toBe('nothing');
    expect(emptinessOf(text, true)).toBeUndefined();
  },
);

test.each(['N/A Homes', '#1 Nursery', '0', 'Nilsson', '?', 'TBC', 'Unknown', '-5'])(
  '%s is a value',
  (text) => {
    expect(emptinessOf(text)).toBeUndefined();
  },
);
