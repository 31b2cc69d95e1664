import { expect, test } from 'vitest';
import { nameThen, peopleInvolved } from './people-then.tsx';
import { byDay } from './timeline.ts';

const at = (text: string) => ({ at: new Date(text), who: undefined, what: text });

test('what happened stands by days of the United Kingdom, the latest first', () => {
  // In summer the clock is an hour ahead: half past eleven at night in UTC is tomorrow.
  const days = byDay([
    at('2026-07-01T12:00:00Z'),
    at('2026-07-01T23:30:00Z'),
    at('2026-07-02T08:00:00Z'),
    at('2026-12-01T23:30:00Z'),
  ]);
  expect(days.map(({ day, events }) => [day, events.map(({ what }) => what)])).toEqual([
    ['Tuesday 1 December 2026', ['2026-12-01T23:30:00Z']],
    ['Thursday 2 July 2026', ['2026-07-02T08:00:00Z', '2026-07-01T23:30:00Z']],
    ['Wednesday 1 July 2026', ['2026-07-01T12:00:00Z']],
  ]);
  expect(byDay([])).toEqual([]);
});

test('a person is one by id, whatever the name; a freed name is somebody else’s', () => {
  const now = new Map([
    ['1', 'Ada Byron'],
    ['2', 'Ada Lovell'],
  ]);
  const was = { personId: '1', name: 'Ada Lovell' };
  expect(nameThen(was, now)).toBe('Ada Byron, then called Ada Lovell');
  expect(nameThen({ personId: '2', name: 'Ada Lovell' }, now)).toBe('Ada Lovell');
  expect(nameThen({ personId: null, name: 'Brokerage' }, now)).toBe('Brokerage');
  expect(nameThen({ personId: '9', name: 'Gone' }, now)).toBe('Gone');
  expect(
    peopleInvolved(
      [
        { who: { personId: '2', name: 'Ada Lovell' }, as: 'mends it' },
        { who: was, as: 'decided' },
        { who: { personId: '1', name: 'Ada Byron' }, as: 'wrote notes' },
        { who: was, as: 'decided' },
        { who: { personId: null, name: 'Ada Byron' }, as: 'decided' },
      ],
      now,
    ),
  ).toEqual([
    { name: 'Ada Lovell', as: 'mends it' },
    { name: 'Ada Byron', as: 'decided, wrote notes' },
    { name: 'Ada Byron', as: 'decided' },
  ]);
});
