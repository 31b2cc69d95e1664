import { WellplacedError } from '../../core/errors.ts';
import type { House } from '../wing/house.ts';
import { lastDue } from './due.ts';
import { MOST_TRIES } from './run.ts';
import type { ScheduledJob } from './scheduled-job.ts';
import { type Claim, claimRun, endRun, putBackRun, renewRun } from './store.ts';

const MINUTE = 60_000;

/** Times of scheduled work, in milliseconds. */
export interface ScheduleTimes {
  /** How long a run stays with a process that has stopped renewing its hold on it. */
  readonly lease: number;
  /** How long a run may take. */
  readonly limit: number;
  /** How long after a failure it is tried again, the first time; twice as long the second. */
  readonly pause: number;
}

export const SCHEDULE_TIMES: ScheduleTimes = {
  lease: 2 * MINUTE,
  limit: 30 * MINUTE,
  pause: 5 * MINUTE,
};

/** Where scheduled work is done. */
export interface ScheduleDesk {
  readonly house: House;
  /** Told of what failed. */
  readonly report: (error: unknown) => void;
  readonly times: ScheduleTimes;
}

/** The program stops. */
class Stopped extends Error {}

/** Another process has taken the run up: this one slept for longer than it could hold it. */
class TakenUp extends Error {}

function tooLong(limit: number): WellplacedError {
  return new WellplacedError(
    'scheduled-work-too-long',
    `It took more than ${Math.round(limit / MINUTE)} minutes, so it was ended.`,
    'See in the log what it was at.',
  );
}

/** What a fault says on the page: nothing out of a database or a file, which could be of a child. */
function inWords(error: unknown): string {
  return error instanceof WellplacedError
    ? error.message
    : 'A fault of the program. The log of the service says which.';
}

/** Does the work until it ends or must end; whatever it does after that is not waited for. */
async function attend(
  { house, times }: ScheduleDesk,
  authority: string,
  job: ScheduledJob,
  stopping: AbortSignal,
  ending: AbortController,
): Promise<string> {
  const stop = () => ending.abort(new Stopped());
  if (stopping.aborted) stop();
  stopping.addEventListener('abort', stop);
  const timer = setTimeout(() => ending.abort(tooLong(times.limit)), times.limit);
  const { signal } = ending;
  const ended = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  try {
    return await Promise.race([job.work(house, authority, signal), ended]);
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener('abort', stop);
  }
}

async function fail(desk: ScheduleDesk, authority: string, claim: Claim, error: unknown) {
  const { house, report, times } = desk;
  const { ground } = house;
  const now = house.now();
  if (error instanceof Stopped) return putBackRun(ground, authority, claim, now);
  report(error);
  if (error instanceof TakenUp) return;
  // What a person has to mend is not mended by trying again.
  const final = error instanceof WellplacedError || claim.tries >= MOST_TRIES;
  const again = new Date(now.getTime() + times.pause * claim.tries);
  const how = { state: 'failed', at: now, said: inWords(error) } as const;
  return endRun(ground, authority, claim, final ? how : { ...how, again });
}

/** Does a job for a council if it is due and no other process has it. A failure is recorded and told, never thrown. */
export async function runDue(
  desk: ScheduleDesk,
  authority: string,
  job: ScheduledJob,
  stopping: AbortSignal,
): Promise<void> {
  const { house, report, times } = desk;
  const { configuration, ground } = house;
  const now = house.now();
  const until = () => new Date(house.now().getTime() + times.lease);
  const due = lastDue(job.when, now, configuration.timeZone);
  const claim = await claimRun(ground, authority, job.name, due, now, until());
  if (claim === undefined) return;
  const ending = new AbortController();
  const renew = async () => {
    const held = await renewRun(ground, authority, claim, until());
    if (!held) ending.abort(new TakenUp(`${job.name} was taken up by another process`));
  };
  const renewal = setInterval(() => void renew().catch(report), times.lease / 4);
  try {
    const said = await attend(desk, authority, job, stopping, ending);
    await endRun(ground, authority, claim, { state: 'done', at: house.now(), said });
  } catch (error) {
    await fail(desk, authority, claim, error);
  } finally {
    clearInterval(renewal);
  }
}
