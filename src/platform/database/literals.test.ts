import fc from 'fast-check';
import pg from 'pg';
import { expect, it, test } from 'vitest';
import { literal, literalWriter } from './literals.ts';

const SIGNS = ["'", '\\', '"', '$1', '$$', ';', '--', '\n', '\u0000', 'é', '😀', 'a'];

it('quotes as the client of PostgreSQL does', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...SIGNS)).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(literal(text)).toBe(pg.escapeLiteral(text));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [null, 'null'],
  [undefined, 'null'],
  [12, "'12'"],
  [true, "'true'"],
  ["O'Brien", "'O''Brien'"],
  ['\\N', " E'\\\\N'"],
])('%j is %s', (value, written) => expect(literal(value)).toBe(written));

test('values go where their parameters stand, however often, and are no parameters themselves', () => {
  const write = literalWriter();
  const sql = 'insert into t values ($1,$2),($1,$10),($3,$4) on conflict do nothing';
  const values = ['X', '$1', 'b', null, 5, 6, 7, 8, 9, 'ten'];
  const written = "insert into t values ('X','$1'),('X','ten'),('b',null) on conflict do nothing";
  expect(write(sql, values)).toBe(written);
  expect(write(sql, values)).toBe(written);
  expect(write('select $1', ['a'])).toBe("select 'a'");
  expect(write('select 1', [])).toBe('select 1');
  expect(write('select $1', [[1]])).toBeUndefined();
});
