import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../core/plain-date.ts';
import { PeriodsOfFiles } from './periods-of-files.ts';

const day = (number: number) => addDays('2026-01-01' as PlainDate, number);

test('files stand for each day from the first to the last that each of them names', () => {
  const rows = fc.array(fc.tuple(fc.nat(2), fc.nat(30)), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (named) => {
      const periods = new PeriodsOfFiles();
      for (const [file, at] of named) periods.note(file, day(at));
      const held = new Set<PlainDate>();
      for (const [file, from] of named) {
        for (const [other, to] of named) {
          for (let at = from; other === file && at <= to; at += 1) held.add(day(at));
        }
      }
      for (let at = 0; at <= 31; at += 1) expect(periods.hold(day(at))).toBe(held.has(day(at)));
    }),
  );
});
