import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';
import { type Rhythm, type Run, runAfter, runsDueSince } from './rhythm.ts';
import type { InStream } from './runs.ts';
import type { Kept } from './usual-rhythm.ts';

/** From what a stream's rhythm is told. */
export const RHYTHM_SOURCES = ['own', 'supplier', 'all', 'assumed', 'none'] as const;
export type RhythmSource = (typeof RHYTHM_SOURCES)[number];

/** How a stream stands on a day. */
export const STREAM_STATES = ['on-time', 'overdue', 'never-paid', 'nothing-to-pay'] as const;
export type StreamState = (typeof STREAM_STATES)[number];

/** Payments to one supplier for one element, as they stand on a day. */
export interface Stream extends InStream {
  readonly source: RhythmSource;
  /** Undefined where nothing at all was ever paid. */
  readonly rhythm: Rhythm | undefined;
  /** Its own last run; undefined where it was never paid. */
  readonly last: Run | undefined;
  readonly nextRun: DayNumber | undefined;
  /** The last night that is compared; undefined where every night is. */
  readonly cutOff: DayNumber | undefined;
  readonly state: StreamState;
  /** Days since the next run was due. */
  readonly overdueBy: number;
}

/** What is known of a stream before it is looked at on a day. */
export interface KnownStream {
  readonly of: InStream;
  readonly last: Run | undefined;
  readonly source: RhythmSource;
  /** The rhythm by which it is looked at, with the run from which the next ones are counted. */
  readonly kept: Kept | undefined;
  readonly costs: readonly CostElement[];
}

/** The first night after one on which something is charged; undefined where nothing is. */
function firstNightAfter(costs: readonly CostElement[], night: DayNumber): DayNumber | undefined {
  let first: DayNumber | undefined;
  for (const { weeklyRate, from, to } of costs) {
    const start = Math.max(from, night + 1);
    if (weeklyRate === 0 || (to !== undefined && to <= start)) continue;
    if (first === undefined || start < first) first = start;
  }
  return first;
}

/** The first run from which a night is paid. */
function runThatPays({ rhythm, last }: Kept, night: DayNumber): DayNumber {
  let later = Math.max(1, runsDueSince(rhythm, last.runDate, night + rhythm.lag - 1));
  while (runAfter(rhythm, last.runDate, later) - rhythm.lag < night) later += 1;
  return runAfter(rhythm, last.runDate, later);
}

/** The last night that should have been paid for: once the next run is late by more than the usual gap, as if the runs that were due had been. */
function cutOffOf({ rhythm, last }: Kept, nextRun: DayNumber | undefined, day: DayNumber) {
  if (nextRun === undefined || day - nextRun <= rhythm.gap) return last.paidTo;
  const due = runsDueSince(rhythm, last.runDate, day);
  return Math.max(last.paidTo, runAfter(rhythm, last.runDate, due) - rhythm.lag);
}

/** A stream as it stands at the end of a day. */
export function streamOn({ of, last, source, kept, costs }: KnownStream, day: DayNumber): Stream {
  const { provider, element, costCentre } = of;
  const named = { provider, element, costCentre, source, last, overdueBy: 0 };
  const charged = firstNightAfter(costs, last?.paidTo ?? Number.NEGATIVE_INFINITY);
  if (kept === undefined) {
    const state = charged === undefined ? 'nothing-to-pay' : 'never-paid';
    return { ...named, rhythm: undefined, nextRun: undefined, cutOff: undefined, state };
  }
  const next = firstNightAfter(costs, kept.last.paidTo);
  // What its supplier's last run should have paid and did not has been due since then.
  const missed = charged !== undefined && charged <= kept.last.paidTo;
  const nextRun = next === undefined ? undefined : runThatPays(kept, next);
  const found = { ...named, rhythm: kept.rhythm, cutOff: cutOffOf(kept, nextRun, day) };
  const since = missed ? kept.last.runDate : nextRun;
  if (since === undefined) return { ...found, nextRun, state: 'nothing-to-pay' };
  if (day <= since) return { ...found, nextRun, state: 'on-time' };
  const state = last === undefined ? 'never-paid' : 'overdue';
  return { ...found, nextRun: since, state, overdueBy: day - since };
}
