import { type Pence, penceOf } from '../../core/money.ts';
import type { NightsOfCharge, NotProjected } from './nightly-charges.ts';
import { type Exact, rounded, together } from './outturn.ts';

/** What moves a projection from one to the next. */
export const MOVES = [
  'began',
  'ended',
  'price',
  'known-ends',
  'stayed',
  'disputed',
  'pace',
] as const;
export type Move = (typeof MOVES)[number];

/** A projection as it was made, so that the next can be set beside it. */
export interface Made {
  readonly projected: Exact;
  readonly pace: Exact;
  readonly charges: ReadonlyMap<string, NightsOfCharge>;
}

/** What moved a projection to the next, to the penny. */
export type Moved = Readonly<Record<Move, Pence>>;

function moveOf(
  before: number,
  after: number,
  notBefore: NotProjected | undefined,
  notAfter: NotProjected | undefined,
): Move {
  if (before !== 0 && after !== 0) return 'price';
  const not = before === 0 ? notBefore : notAfter;
  if (not === 'disputed') return 'disputed';
  if (before === 0) return not === undefined ? 'began' : 'stayed';
  return not === undefined ? 'ended' : 'known-ends';
}

function weeklyMoves(earlier: Made['charges'], later: Made['charges']): Map<Move, number> {
  const sums = new Map<Move, number>();
  for (const key of new Set([...earlier.keys(), ...later.keys()])) {
    const [before, after] = [earlier.get(key), later.get(key)];
    const nights = (before ?? after)?.weekly.length ?? 0;
    for (let at = 0; at < nights; at += 1) {
      const was = before?.weekly[at] ?? 0;
      const is = after?.weekly[at] ?? 0;
      if (was === is) continue;
      const move = moveOf(was, is, before?.not[at], after?.not[at]);
      sums.set(move, (sums.get(move) ?? 0) + is - was);
    }
  }
  return sums;
}

/**
 * What made the later projection of a year differ from the earlier, night by night of each charge:
 * nights that cost something now and did not, or no longer do; another rate on nights that did; nights
 * that a known end took off since, or gave back; nights that came into dispute or out of it; and the
 * pace, most of which is time that passed. To the penny: the last takes up what rounding leaves.
 */
export function movedBetween(earlier: Made, later: Made): Moved {
  const weekly = weeklyMoves(earlier.charges, later.charges);
  const from = rounded(earlier.projected);
  let soFar = earlier.projected;
  let stood = from;
  const moved = new Map<Move, Pence>();
  for (const move of MOVES) {
    soFar = together(soFar, { sum: weekly.get(move) ?? 0, over: 7 });
    const stands = move === 'pace' ? rounded(later.projected) : rounded(soFar);
    moved.set(move, penceOf(stands - stood));
    stood = stands;
  }
  return Object.fromEntries(moved) as Record<Move, Pence>;
}
