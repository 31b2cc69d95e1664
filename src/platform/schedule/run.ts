/** How often work is begun for one night or hour before it has failed. */
export const MOST_TRIES = 3;

/** How a run stands; `first seen` is the night or hour in which the work was met first, from which on it is due. */
export type RunState = 'first seen' | 'running' | 'done' | 'failed';

/** One row of what was due: of one job, for one night or hour. */
export interface Run {
  readonly job: string;
  readonly due: string;
  readonly dueAt: Date;
  readonly state: RunState;
  /** How often it was begun. */
  readonly tries: number;
  readonly startedAt: Date | null;
  /** Running: until when it stays with its process. Failed: from when it may be tried again; null when it may not. */
  readonly heldUntil: Date | null;
  readonly endedAt: Date | null;
  readonly said: string | null;
}

/** What is to be done about a job at a moment. */
export type Step = 'nothing' | 'remember' | 'begin' | 'begin again' | 'give up';

/** Whether the time for which a process holds a run, or for which a failed one waits, is over. */
function isFree({ heldUntil }: Run, now: Date): boolean {
  return heldUntil !== null && heldUntil <= now;
}

/**
 * What is to be done, from the job's latest row and what was due last. What was missed before that is
 * not made up: one run does for all. A run whose process died is begun again like one that failed, but
 * no more than three times; while one runs, the next waits.
 */
export function nextStep(
  latest: Run | undefined,
  due: { readonly key: string; readonly at: Date },
  now: Date,
): Step {
  if (latest === undefined) return 'remember';
  if (latest.due !== due.key) {
    if (latest.dueAt > due.at) return 'nothing';
    return latest.state === 'running' && !isFree(latest, now) ? 'nothing' : 'begin';
  }
  if (latest.state === 'done' || latest.state === 'first seen') return 'nothing';
  if (!isFree(latest, now)) return 'nothing';
  return latest.tries < MOST_TRIES ? 'begin again' : 'give up';
}
