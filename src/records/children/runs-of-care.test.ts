import { expect, test } from 'vitest';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { Episode } from '../model.ts';
import { legalStatuses } from './legal-statuses.ts';
import { periodsOfCare } from './periods-of-care.ts';

function episode(decom: string, dec: string | undefined, rne: string, ls: string): Episode {
  return {
    childId: 'A',
    decom: dayNumberOf(isoDate(decom)),
    dec: dec === undefined ? undefined : dayNumberOf(isoDate(dec)),
    rne,
    ls,
    cin: 'N1',
    place: 'U4',
    placeProvider: 'PR1',
    rec: undefined,
    reasonPlaceChange: undefined,
    urn: undefined,
    area: 'unknown',
    distanceMiles: undefined,
  };
}

const day = (text: string) => dayNumberOf(isoDate(text));
const EPISODES = [
  episode('2020-01-01', '2020-02-01', 'S', 'V2'),
  episode('2020-02-01', '2020-03-01', 'P', 'V2'),
  episode('2020-03-01', '2020-04-01', 'L', 'C1'),
  episode('2020-05-01', '2020-05-03', 'S', 'V3'),
  episode('2020-06-01', '2020-07-01', 'P', 'C1'),
  episode('2020-07-01', undefined, 'S', 'C2'),
];

test.each([
  ['P', true],
  ['L', true],
  ['X', true],
  ['S', false],
])('with %s in the first episode held, the child was looked after before: %s', (rne, before) => {
  const [first, ...others] = EPISODES;
  if (first === undefined) throw new Error('there is no first episode');
  const [period, ...later] = periodsOfCare([...others, { ...first, rne }]);
  expect(period).toEqual({
    start: day('2020-01-01'),
    sinceBefore: before,
    end: day('2020-04-01'),
  });
  // What follows a gap is held from its first day, whatever its reason says.
  expect(later.map(({ sinceBefore }) => sinceBefore)).toEqual([false, false]);
});

test('a period of care runs on across episodes and begins anew with S or after a gap, short breaks apart', () => {
  expect(periodsOfCare(EPISODES.toReversed())).toEqual([
    { start: day('2020-01-01'), sinceBefore: false, end: day('2020-04-01') },
    { start: day('2020-06-01'), sinceBefore: false, end: day('2020-07-01') },
    { start: day('2020-07-01'), sinceBefore: false, end: undefined },
  ]);
});

test('a legal status runs on across episodes until it changes or care stops', () => {
  expect(legalStatuses(EPISODES).map(({ code, from }) => [code, from])).toEqual([
    ['V2', day('2020-01-01')],
    ['C1', day('2020-03-01')],
    ['V3', day('2020-05-01')],
    ['C1', day('2020-06-01')],
    ['C2', day('2020-07-01')],
  ]);
});
