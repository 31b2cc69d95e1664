import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';
import type { Run } from './rhythm.ts';

/** What tells to which stream a payment or a cost belongs. */
export type InStream = Pick<CostElement, 'provider' | 'element' | 'costCentre'>;

/** Lines of actual payments that correct no other actual one: how many one run paid to one night. */
export interface PaidLines extends InStream {
  readonly runDate: DayNumber;
  readonly paidTo: DayNumber;
  readonly lines: number;
}

/** The key of a stream: supplier and element; where no supplier is named, the cost centre in its place. */
export function streamKey({ provider, element, costCentre }: InStream): string {
  return provider === undefined ? `\n${costCentre ?? ''}\n${element}` : `${provider}\n${element}`;
}

/** A run with fewer than this part of the lines of the one before, if that was of late, is a payment beside the runs. */
const PART_OF_A_RUN = 0.25;
const OF_LATE = 100;

/** The night to which most lines were paid; the later one where as many were paid to each. */
function mostPaidTo(lines: ReadonlyMap<DayNumber, number>): Pick<Run, 'paidTo' | 'lines'> {
  let paidTo = Number.NEGATIVE_INFINITY;
  let most = 0;
  let all = 0;
  for (const [night, count] of lines) {
    all += count;
    if (count < most || (count === most && night < paidTo)) continue;
    most = count;
    paidTo = night;
  }
  return { paidTo, lines: all };
}

/** The runs that took a stream further, in order: what paid nights once more or again, or for a few alone, is none. */
function forward(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1);
    const few =
      before !== undefined &&
      run.lines < before.lines * PART_OF_A_RUN &&
      run.runDate - before.runDate <= OF_LATE;
    if (!few && (before === undefined || run.paidTo > before.paidTo)) kept.push(run);
  }
  return kept;
}

/** The runs of one stream up to a day. Children who left are paid to an earlier night, so a run has paid to the night to which most of its lines go. */
export function runsOf(paid: readonly PaidLines[], day: DayNumber): Run[] {
  const byRun = new Map<DayNumber, Map<DayNumber, number>>();
  for (const { runDate, paidTo, lines } of paid) {
    if (runDate > day) continue;
    const of = byRun.get(runDate) ?? new Map<DayNumber, number>();
    of.set(paidTo, (of.get(paidTo) ?? 0) + lines);
    byRun.set(runDate, of);
  }
  const runs = Array.from(byRun, ([runDate, lines]) => ({ runDate, ...mostPaidTo(lines) }));
  return forward(runs.toSorted((one, other) => one.runDate - other.runDate));
}
