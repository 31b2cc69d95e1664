import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingByZeros, readCode, readIdentifier } from './identifier.ts';

describe("a child's identifier", () => {
  it.each([
    ['1234567', '1234567', false],
    [' ab99e1 ', 'AB99E1', false],
    ['891e3', '891E3', false],
    ['0045678', '0045678', false],
    ['a-1/2_3.b', 'A-1/2_3.B', false],
    ['1234567.0', '1234567', true],
    ['1234567.00', '1234567', true],
    ['="1234567"', '1234567', true],
    ["'1234567", '1234567', true],
    ['1,234,567', '1234567', true],
    ['1 234 567', '1234567', true],
    ['1,234,567.00', '1234567', true],
    ['123\u200b4567', '1234567', true],
    ['123\u00ad4567', '1234567', true],
    ['１２３４', '1234', true],
    ['AB 12', 'AB12', true],
  ])('%j is %s', (text, value, tidied) => {
    expect(readIdentifier(text)).toEqual({ value, tidied });
  });

  it.each([
    ['1.23457E+11', /shortens a long number.*many/],
    ['1,23457E+11', /./],
    ['1E+05', /shortens/],
    ['1.5e11', /shortens/],
    ['=1+1', /starts with =/],
    ['=HYPERLINK("x")', /starts with =/],
    ['+44', /starts with \+/],
    ['@SUM', /starts with @/],
    ['-5', /starts with -/],
    ['A\u00011', /control character/],
    ['A\n1', /control character or a line break/],
    ['A'.repeat(41), /longer than 40/],
    ['АB12', /letter А, which is none of A to Z/],
    ['A;B', /holds ;/],
    ['12,34', /holds ,/],
    ['<b>', /holds </],
  ])('%j is refused with its reason', (text, why) => {
    expect(readIdentifier(text)).toEqual({ why: expect.stringMatching(why) });
  });

  it('is one form: read again it is the same, with nothing to tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const read = readIdentifier(text);
        if ('why' in read) return;
        expect(read.value).toMatch(/^[A-Z0-9][A-Z0-9._/:&()-]*$/);
        expect(readIdentifier(read.value)).toEqual({ value: read.value, tidied: false });
      }),
      { numRuns: 3000 },
    );
  });
});

it.each([
  ['41110.0', '41110', true],
  ['="00123"', '00123', true],
  ["'00123", '00123', true],
  ['41,110', '41110', true],
  ['00123', '00123', false],
  ['Cost code 7*', 'Cost code 7*', false],
])('a code of a ledger %j is %s', (text, value, tidied) => {
  expect(readCode(text)).toEqual({ value, tidied });
});

it('names the pairs that differ by leading zeros alone', () => {
  const pairs = differingByZeros(['45678', 'A1', '0045678', '00A1', '1', '0', '00', '45678']);
  expect(pairs).toEqual([
    ['0045678', '45678'],
    ['00A1', 'A1'],
    ['00', '0'],
  ]);
});
