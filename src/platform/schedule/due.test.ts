import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDue, nextDue } from './due.ts';

const LONDON = 'Europe/London';
const at = (hour: number) => ({ every: 'night', at: hour }) as const;
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: LONDON,
  dateStyle: 'short',
  timeStyle: 'medium',
});
const MINUTE = 60_000;

describe('the night’s time', () => {
  test.each([
    ['in winter', 2, '2026-01-15T02:00:00Z', '2026-01-15', '2026-01-15T02:00:00Z'],
    ['a minute before', 2, '2026-01-15T01:59:00Z', '2026-01-14', '2026-01-14T02:00:00Z'],
    ['in summer', 2, '2026-07-15T01:00:00Z', '2026-07-15', '2026-07-15T01:00:00Z'],
    ['leapt over in March', 1, '2026-03-29T01:00:00Z', '2026-03-29', '2026-03-29T01:00:00Z'],
    ['not yet leapt over', 1, '2026-03-29T00:59:00Z', '2026-03-28', '2026-03-28T01:00:00Z'],
    [
      'twice in October, the first',
      1,
      '2026-10-25T00:00:00Z',
      '2026-10-25',
      '2026-10-25T00:00:00Z',
    ],
    [
      'twice in October, the second',
      1,
      '2026-10-25T01:00:00Z',
      '2026-10-25',
      '2026-10-25T00:00:00Z',
    ],
    ['at midnight', 0, '2026-06-30T23:00:00Z', '2026-07-01', '2026-06-30T23:00:00Z'],
  ])('%s', (_name, hour, now, key, due) => {
    expect(lastDue(at(hour), new Date(now), LONDON)).toEqual({ key, at: new Date(due) });
  });

  test('comes once for each date of two years, and the next is the last of its own moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 728 }),
        (hour, days) => {
          const start = Date.UTC(2026, 0, 1, 12) + days * 86_400_000;
          const next = nextDue(at(hour), new Date(start), LONDON);
          expect(next.at.getTime()).toBeGreaterThan(start);
          expect(lastDue(at(hour), next.at, LONDON)).toEqual(next);
          expect(lastDue(at(hour), new Date(next.at.getTime() - 1), LONDON).key).not.toBe(next.key);
          // An independent model: the minutes are gone through one by one until the clock shows the hour, or is past it.
          let moment = start + MINUTE;
          const shows = (instant: number) => CLOCK.format(new Date(instant));
          const reached = (text: string, date: string) =>
            text.slice(0, 10) > date ||
            (text.slice(0, 10) === date &&
              text.slice(11) >= `${String(hour).padStart(2, '0')}:00:00`);
          const noon = shows(start).slice(0, 10);
          const date = reached(shows(start), noon) ? shows(start + 86_400_000).slice(0, 10) : noon;
          while (!reached(shows(moment), date)) moment += MINUTE;
          expect([next.key, next.at]).toEqual([date, new Date(moment)]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('an hour is due at its beginning, twenty-five times on the night when clocks go back', () => {
  const hourly = { every: 'hour' } as const;
  const keys = new Set<string>();
  for (let now = Date.UTC(2026, 9, 24, 23); now < Date.UTC(2026, 9, 26, 0); now += 10 * MINUTE) {
    keys.add(lastDue(hourly, new Date(now), LONDON).key);
  }
  expect(keys.size).toBe(25);
  expect(lastDue(hourly, new Date('2026-10-25T01:59:59Z'), LONDON)).toEqual({
    key: '2026-10-25T01Z',
    at: new Date('2026-10-25T01:00:00Z'),
  });
  expect(nextDue(hourly, new Date('2026-12-31T23:00:00Z'), LONDON).key).toBe('2027-01-01T00Z');
});
