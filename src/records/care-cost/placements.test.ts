import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import { rowsByChild } from './by-child.ts';
import { episode } from './examples.ts';
import { placementsOf } from './placements.ts';

const first = episode({ decom: 0, dec: 10, rne: 'S', place: 'K2', urn: 'SC1' });
const next = { decom: 10, dec: 20, place: 'K2', urn: 'SC1' };
const runs = (...episodes: Parameters<typeof placementsOf>[0]) =>
  placementsOf(episodes).map(({ start, end, costEnd }) => [start, end, costEnd]);

describe('joining episodes into placements', () => {
  it.each(['L', undefined])('continues with reason %s in the same place', (rne) => {
    expect(runs(first, episode({ ...next, rne }))).toEqual([[0, 20, 20]]);
  });

  it.each(['S', 'P', 'B', 'T', 'U'])('starts anew with reason %s', (rne) => {
    expect(runs(first, episode({ ...next, rne }))).toHaveLength(2);
  });

  it.each([
    ['place', { place: 'R1' }],
    ['URN', { urn: 'SC2' }],
    ['gap', { decom: 11 }],
  ])('starts anew with another %s, whatever the reason says', (_, change) => {
    expect(runs(first, episode({ ...next, rne: 'L', ...change }))).toHaveLength(2);
  });

  it('does not take a URN that is not known for another', () => {
    expect(runs(first, episode({ ...next, rne: 'L', urn: undefined }))).toEqual([[0, 20, 20]]);
  });

  it('lets the cost run through a temporary placement that is not come back from', () => {
    const away = episode({ ...next, rne: 'P', place: 'T1', urn: undefined });
    const elsewhere = episode({ decom: 20, dec: undefined, rne: 'P', place: 'U6' });
    expect(runs(first, away, elsewhere)).toEqual([
      [0, 10, 20],
      [10, 20, 20],
      [20, undefined, undefined],
    ]);
  });

  it('continues the placement on a return from a temporary one', () => {
    const away = episode({ ...next, rne: 'P', place: 'T1', urn: undefined });
    const back = episode({ decom: 20, dec: 30, rne: 'P', place: 'K2', urn: 'SC1' });
    expect(runs(back, away, first)).toEqual([
      [0, 30, 30],
      [10, 20, 20],
    ]);
  });

  it.each([
    ['RNE T', { rne: 'T' }, {}],
    ['RNE U', { rne: 'U' }, {}],
    ['the reason PLACE', { rne: 'P' }, { reasonPlaceChange: 'PLACE' }],
  ])('lets the cost run on when only the status changes, by %s', (_, rne, reason) => {
    const before = episode({ decom: 0, dec: 10, rne: 'S', place: 'U6', urn: 'SC1', ...reason });
    const approved = episode({ decom: 10, dec: 20, place: 'U4', urn: 'SC1', ...rne });
    const moved = episode({ decom: 20, dec: undefined, rne: 'P', place: 'K2', urn: 'SC2' });
    expect(runs(before, approved, moved)).toEqual([
      [0, 10, 20],
      [10, 20, 20],
      [20, undefined, undefined],
    ]);
  });

  it('puts every episode in exactly one placement of its own group', () => {
    fc.assert(
      fc.property(randomCouncil, ({ facts }) => {
        for (const episodes of rowsByChild(facts.episodes).values()) {
          const placements = placementsOf(episodes);
          const placed = placements.flatMap((placement) => placement.episodes);
          expect(new Set(placed)).toEqual(new Set(episodes));
          expect(placed).toHaveLength(episodes.length);
          for (const { start, end, episodes: own } of placements) {
            expect(own[0]?.decom).toBe(start);
            expect(own.at(-1)?.dec).toBe(end);
            expect(new Set(own.map(({ place }) => place)).size).toBe(1);
          }
        }
      }),
    );
  });
});
