import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsToHide,
  HIDDEN,
  type Hidden,
  type LinkedCounts,
  shownUnless,
  USUAL_THRESHOLD,
} from './disclosure.ts';
import { possibleValues } from './disclosure-attacker.ts';

/** Counts that add up to a total, with those withheld that countsToHide says; without a shown total only the small ones are. */
function suppressPartition(
  parts: readonly number[],
  { totalShown, threshold = USUAL_THRESHOLD }: { totalShown: boolean; threshold?: number },
): { readonly parts: (number | Hidden)[]; readonly total: number | Hidden } {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const counts = new Map(parts.map((part, position) => [String(position), part]));
  counts.set('total', total);
  const partition = { total: 'total', parts: parts.map((_, position) => String(position)) };
  const unpublished = new Set(totalShown ? [] : ['total']);
  const hidden = countsToHide({ counts, partitions: [partition], unpublished }, threshold);
  return {
    parts: parts.map((part, position) => shownUnless(hidden.has(String(position)), part)),
    total: shownUnless(!totalShown || hidden.has('total'), total),
  };
}

describe('the parts of a total', () => {
  it.each([
    ['nothing small', [7, 0, 12], [7, 0, 12], 19],
    ['one small count takes the next smallest with it', [3, 8, 20], [HIDDEN, HIDDEN, 20], 31],
    [
      'two small counts that add up to too little take a third',
      [116, 97, 22, 7, 793, 1, 2],
      [116, 97, 22, HIDDEN, 793, HIDDEN, HIDDEN],
      1038,
    ],
    ['two small counts that could each be five are enough', [3, 3, 20], [HIDDEN, HIDDEN, 20], 26],
    ['noughts are no cover', [4, 0, 9], [HIDDEN, 0, HIDDEN], 13],
    ['with nothing left to hide the total goes too', [4, 0, 0], [HIDDEN, 0, 0], HIDDEN],
  ] as const)('%s', (_, parts, shown, total) => {
    expect(suppressPartition(parts, { totalShown: true })).toEqual({ parts: shown, total });
  });

  it('hides only the small ones when no total is shown', () => {
    const { parts, total } = suppressPartition([3, 8, 20], { totalShown: false });
    expect(parts).toEqual([HIDDEN, 8, 20]);
    expect(total).toBe(HIDDEN);
  });

  it('takes another threshold', () => {
    const { parts } = suppressPartition([7, 30, 40], { totalShown: true, threshold: 10 });
    expect(parts).toEqual([HIDDEN, HIDDEN, 40]);
  });
});

const small = fc.integer({ min: 0, max: 5 });

/** A total split by group, by area (and the outer area by distance), and into those over 16 and not, as the weekly report splits it. */
const linkedCounts = fc
  .record({
    groups: fc.tuple(small, small, small),
    out: small,
    far: small,
    unknown: small,
    older: small,
  })
  .map(({ groups, ...split }): LinkedCounts => {
    const total = groups[0] + groups[1] + groups[2];
    const out = Math.min(split.out, total);
    const unknown = Math.min(split.unknown, total - out);
    const far = Math.min(split.far, out);
    const older = Math.min(split.older, total);
    return {
      counts: new Map([
        ['total', total],
        ['a', groups[0]],
        ['b', groups[1]],
        ['c', groups[2]],
        ['in', total - out - unknown],
        ['out', out],
        ['unknown', unknown],
        ['far', far],
        ['near', out - far],
        ['older', older],
        ['younger', total - older],
      ]),
      partitions: [
        { total: 'total', parts: ['a', 'b', 'c'] },
        { total: 'total', parts: ['in', 'out', 'unknown'] },
        { total: 'total', parts: ['older', 'younger'] },
        { total: 'out', parts: ['far', 'near'] },
      ],
      unpublished: new Set(['near', 'younger']),
    };
  });

function expectNoneWorkedOut(
  linked: LinkedCounts,
  threshold: number,
  knows: boolean,
  most: number,
) {
  const hidden = countsToHide(linked, threshold);
  const possible = possibleValues(linked, hidden, knows, most);
  for (const [name, count] of linked.counts) {
    expect(hidden.has(name) && count === 0).toBe(false);
    if (count === 0 || count >= threshold) continue;
    const values = possible.get(name) ?? new Set();
    expect(values).toContain(count);
    expect(values.size).toBeGreaterThan(1);
    expect(Math.max(...values)).toBeGreaterThanOrEqual(threshold);
  }
}

describe('an attacker who tries every possible table', () => {
  it.each([true, false])(
    'finds no small part of a shown total (knows noughts are shown: %s)',
    (knows) => {
      fc.assert(
        fc.property(
          fc.array(small, { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 2, max: 5 }),
          (parts, threshold) => {
            const names = parts.map((_, position) => `part ${position}`);
            const counts = new Map(parts.map((part, position) => [`part ${position}`, part]));
            counts.set(
              'total',
              parts.reduce((sum, part) => sum + part, 0),
            );
            const linked = { counts, partitions: [{ total: 'total', parts: names }] };
            expectNoneWorkedOut(linked, threshold, knows, 26);
          },
        ),
        { numRuns: 200 },
      );
    },
  );

  it.each([true, false])(
    'finds no small count of linked tables (knows noughts are shown: %s)',
    (knows) => {
      fc.assert(
        fc.property(linkedCounts, fc.integer({ min: 2, max: 5 }), (linked, threshold) => {
          expectNoneWorkedOut(linked, threshold, knows, 24);
        }),
        { numRuns: 120 },
      );
    },
  );
});
