import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import { byDue, checkPutOff, dueState, type LatestWord, latestPutOff, workOf } from './rules.ts';
import type { KnownKind, Waiting } from './waiting.ts';

const TODAY = isoDate('2021-06-01');
const KIND: KnownKind = {
  id: 'records/review',
  name: 'review',
  inWords: { one: 'Review', several: 'Reviews' },
  permission: 'chair reviews',
  waits: async () => [],
};
const BY_LAW: KnownKind = { ...KIND, statutory: true };
const WAITING: Waiting = { key: 'a', title: 'Review 2', why: 'Because.', href: '/' };
const ADA = { personId: 'ada', name: 'Ada', roles: [] };
const EVE = { personId: 'eve', name: 'Eve', roles: [] };
const MAY = new Map([ADA, EVE].map((person) => [person.personId, person]));

/** The child of `A300` is hidden from Eve alone. */
const hiddenFrom = (childId: string, personId: string) => childId === 'A300' && personId === 'eve';

const forAda = (waiting: Partial<Waiting>, word?: Partial<LatestWord>, kind = KIND, may = MAY) =>
  workOf(
    kind,
    { ...WAITING, ...waiting },
    word && { number: 3, holderId: undefined, until: undefined, ...word },
    { personId: 'ada', may, hiddenFrom, today: TODAY },
  );

describe('whose a piece of work is', () => {
  it.each([
    ['everybody’s who may, without an owner or a word', {}, undefined, 'role', []],
    ['its owner’s', { owners: ['ada'] }, undefined, 'mine', ['ada']],
    ['another owner’s', { owners: ['eve'] }, undefined, 'other', ['eve']],
    ['several owners’', { owners: ['eve', 'ada'] }, undefined, 'mine', ['eve', 'ada']],
    ['whoever’s it was left with', { owners: ['ada'] }, { holderId: 'eve' }, 'other', ['eve']],
    ['everybody’s when given back', {}, { holderId: undefined }, 'role', []],
    ['its owner’s when given back', { owners: ['ada'] }, {}, 'mine', ['ada']],
    ['not theirs who may no longer do it', {}, { holderId: 'gone' }, 'role', []],
    ['everybody’s when its owner may no longer', { owners: ['gone'] }, undefined, 'role', []],
    [
      'not theirs from whom the child is hidden',
      { childId: 'A300' },
      { holderId: 'eve' },
      'role',
      [],
    ],
    [
      'theirs while another child is hidden',
      { childId: 'A1' },
      { holderId: 'eve' },
      'other',
      ['eve'],
    ],
    [
      'not an owner’s from whom the child is hidden',
      { childId: 'A300', owners: ['eve', 'ada'] },
      undefined,
      'mine',
      ['ada'],
    ],
  ] as const)('is %s', (_name, waiting, word, whose, holders) => {
    const work = forAda(waiting, word);
    expect([work.whose, work.holders.map(({ personId }) => personId)]).toEqual([whose, holders]);
  });
});

describe('work that was put off', () => {
  const until = isoDate('2021-06-10');
  it('is back on the day, and until then is with whoever put it off', () => {
    expect(forAda({}, { holderId: 'ada', until })).toMatchObject({ until, whose: 'mine' });
    const back = { holderId: 'ada', until: TODAY };
    expect(forAda({}, back)).toMatchObject({ until: undefined, whose: 'mine' });
  });
  it('is back at once when whoever put it off may no longer do it', () => {
    expect(forAda({}, { holderId: 'gone', until })).toMatchObject({ until: undefined });
  });
  it('is back on the day of the law though that day came nearer afterwards', () => {
    const word = { holderId: 'ada', until };
    expect(forAda({ due: TODAY }, word, BY_LAW).until).toBeUndefined();
    expect(forAda({ due: isoDate('2021-06-02') }, word, BY_LAW).until).toBe(until);
    expect(forAda({ due: TODAY }, word).until).toBe(until);
  });
});

describe('how long work can be put off', () => {
  it.each([
    ['three months without a day', KIND, undefined, '2021-09-01'],
    ['three months though due before', KIND, '2021-06-05', '2021-09-01'],
    ['to the day of the law', BY_LAW, '2021-06-05', '2021-06-05'],
    ['three months when the law leaves longer', BY_LAW, '2021-12-01', '2021-09-01'],
    ['not at all on the day of the law', BY_LAW, '2021-06-01', undefined],
    ['not at all after it', BY_LAW, '2021-05-01', undefined],
  ])('is %s', (_name, kind, due, latest) => {
    const work = { kind, ...(due === undefined ? {} : { due: isoDate(due) }) };
    expect(latestPutOff(work, TODAY)).toBe(latest);
  });
  it('is refused for today, the past and beyond', () => {
    const work = { kind: BY_LAW, due: isoDate('2021-06-05') };
    for (const day of ['2021-06-01', '2021-05-31', '2021-06-06', '2031-01-01']) {
      expect(() => checkPutOff(work, isoDate(day), TODAY)).toThrow('cannot be put off');
    }
    for (const day of ['2021-06-02', '2021-06-05']) checkPutOff(work, isoDate(day), TODAY);
  });
});

it.each([
  [undefined, 'no day'],
  ['2021-05-31', 'overdue'],
  ['2021-06-01', 'today'],
  ['2021-06-08', 'soon'],
  ['2021-06-09', 'later'],
] as const)('of %s it is said: %s', (due, state) => {
  expect(dueState(due && isoDate(due), TODAY)).toBe(state);
});

it('the nearest day comes first, no day last, and a wing’s order is kept', () => {
  const due = (key: string, day?: string) =>
    forAda({ key, ...(day === undefined ? {} : { due: isoDate(day) }) });
  const work = [due('none-1'), due('late', '2021-07-01'), due('none-0'), due('soon', '2021-06-02')];
  expect(work.sort(byDue).map(({ key }) => key)).toEqual(['soon', 'late', 'none-1', 'none-0']);
});
