import type { Rhythm, Run } from './rhythm.ts';

/** A rhythm with the newest run that kept it. */
export interface Kept {
  readonly rhythm: Rhythm;
  readonly last: Run;
}

interface Counted extends Kept {
  readonly lines: number;
}

const PLAIN_MONTH: Rhythm = { gap: 30, months: 1, lag: 0 };

/** Streams with one name keep one rhythm. */
function nameOf({ months, gap, lag }: Rhythm): string {
  return months === undefined ? `${gap} days/${lag}` : `${months} months/${lag}`;
}

/** Most of a gap: streams of one rhythm may be paid on other days of a week, but not a run apart. */
const A_RUN_APART = 0.75;

/** Whether runs of the same rhythm have been made a run further than one. */
export function isRunAhead(usual: Kept, rhythm: Rhythm, last: Run): boolean {
  const same = nameOf(usual.rhythm) === nameOf(rhythm);
  return same && usual.last.paidTo - last.paidTo >= rhythm.gap * A_RUN_APART;
}

/** Of streams, the rhythm by which the most lines are paid, with the newest run that kept it. */
export class UsualRhythm {
  readonly #kinds = new Map<string, Counted>();

  /** Adds a stream that has a rhythm of its own. */
  add(rhythm: Rhythm, last: Run, lines: number): void {
    const kind = nameOf(rhythm);
    const known = this.#kinds.get(kind);
    const newest = known === undefined || isFurther(last, known.last) ? last : known.last;
    this.#kinds.set(kind, { rhythm, last: newest, lines: (known?.lines ?? 0) + lines });
  }

  /** Undefined where none was added; of two alike, the one that has paid less far. */
  get usual(): Kept | undefined {
    let usual: Counted | undefined;
    for (const kind of this.#kinds.values()) {
      const more = usual === undefined || kind.lines > usual.lines;
      const alike = kind.lines === usual?.lines && kind.last.paidTo < usual.last.paidTo;
      if (more || alike) usual = kind;
    }
    return usual;
  }
}

/** What is taken to be usual where no stream tells a rhythm: a month, as late as the last run was. */
export function takenToBeMonthly(last: Run): Kept {
  return { rhythm: { ...PLAIN_MONTH, lag: last.runDate - last.paidTo }, last };
}

/** Whether a run paid further than another; of two that paid as far, the later run, in whatever order they come. */
function isFurther(run: Run, other: Run): boolean {
  return run.paidTo === other.paidTo ? run.runDate > other.runDate : run.paidTo > other.paidTo;
}

/** The run that paid furthest. */
export function newestRun(runs: Iterable<Run>): Run | undefined {
  let newest: Run | undefined;
  for (const run of runs) if (newest === undefined || isFurther(run, newest)) newest = run;
  return newest;
}
