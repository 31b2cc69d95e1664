import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url);
const PLACE = 'core/english.ts';

/** A word or sentence chosen by whether there is one: `n === 1 ? 'child' : 'children'`. */
const BY_HAND = /(?:===?|!==?)\s*1\s*\?\s*(?:\/\*.*?\*\/\s*)?['"`]/;
/** A list joined as English joins one. */
const LISTED = /slice\(0, -1\)\.join\(', '\)/;

function handMade(text: string): boolean {
  return BY_HAND.test(text) || LISTED.test(text);
}

test.each([
  "one + (count === 1 ? '' : 's')",
  'rows.length === 1\n  ? `1 row`\n  : many',
  "total !== 1 ? 'children' : 'child'",
  "shown.slice(0, -1).join(', ') + ' and ' + shown.at(-1)",
])('%j is found', (text) => {
  expect(handMade(text)).toBe(true);
});

test.each([
  'values.length === 1 ? (values[0] ?? 0) : values',
  'number === 1 ? first() : undefined',
])('%j is no plural', (text) => {
  expect(handMade(text)).toBe(false);
});

test('plurals and lists of things are made in one place', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== PLACE,
  );
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => handMade(readFileSync(new URL(file, SOURCE), 'utf8')));
  expect(found, `use ${PLACE}`).toEqual([]);
});
