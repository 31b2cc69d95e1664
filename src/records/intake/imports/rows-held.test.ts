import { expect, test } from 'vitest';
import { RowsHeld } from './rows-held.ts';

const [first, second] = [
  { number: 0, path: '2026/reviews.csv' },
  { number: 1, path: '2027/reviews.csv' },
];

test('the rows of a module count over all files, and the file that brings too many is refused', () => {
  const held = new RowsHeld(10);
  held.add('reviews', 6, first);
  held.add('episodes', 10, second);
  expect(() => held.add('reviews', 5, second)).toThrowError(
    expect.objectContaining({
      code: 'too-many-rows',
      message:
        '2027/reviews.csv is refused because with it the import has more than 10 rows of reviews, more than a council has.',
    }),
  );
});

test('those of a ledger count in one file, and those of a directory not at all', () => {
  const held = new RowsHeld(10);
  held.add('payments', 10, first);
  held.add('payments', 10, second);
  held.add('postcodes', 1_700_000, first);
  expect(() => held.add('payments', 1, second)).toThrowError(/2027\/reviews.csv is refused/);
});
