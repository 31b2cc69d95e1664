import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';

function first(random: Random): number[] {
  return Array.from({ length: 20 }, () => random.next());
}

describe('Random', () => {
  test('is the same for the same seed, stream and number, and for no other', () => {
    const same = first(new Random(1, 'care', 7));
    expect(first(new Random(1, 'care', 7))).toEqual(same);
    for (const other of [
      new Random(2, 'care', 7),
      new Random(1, 'life', 7),
      new Random(1, 'care', 8),
    ]) {
      expect(first(other)).not.toEqual(same);
    }
  });

  test('is even over neighbouring numbers, and within its bounds', () => {
    const buckets = new Array<number>(10).fill(0);
    for (let number = 0; number < 20_000; number += 1) {
      const value = new Random(3, 'life', number).next();
      const bucket = Math.floor(value * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    expect(buckets).toHaveLength(10);
    for (const count of buckets) expect(Math.abs(count - 2_000)).toBeLessThan(250);
  });

  test('draws by weight, to both ends of a range, round a mean', () => {
    const random = new Random(4, 'test');
    const draws = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
      ] as const),
    );
    expect(draws.filter((draw) => draw === 'a').length / 10_000).toBeCloseTo(0.75, 1);
    const wholes = new Set(Array.from({ length: 500 }, () => random.whole(2, 5)));
    expect([...wholes].sort()).toEqual([2, 3, 4, 5]);
    const mean = (draw: () => number) =>
      Array.from({ length: 20_000 }, draw).reduce((sum, value) => sum + value, 0) / 20_000;
    expect(mean(() => random.exponential(50)) / 50).toBeCloseTo(1, 1);
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
