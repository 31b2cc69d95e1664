import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstLines } from './first-lines.ts';

test('gives what was noted first of each key, as a plain map does, however many there are', () => {
  const named = fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.nat());
  fc.assert(
    fc.property(fc.array(named, { maxLength: 8_000, size: 'max' }), (rows) => {
      const lines = new FirstLines();
      const slow = new Map<string, { said: number; line: number }>();
      for (const [at, [key, said]] of rows.entries()) {
        const name = `4000${key}|2026-04-01|core`;
        expect(lines.of(name)).toEqual(slow.get(name));
        if (slow.has(name)) continue;
        lines.note(name, said, at + 2);
        slow.set(name, { said, line: at + 2 });
      }
    }),
    { numRuns: 20 },
  );
});
