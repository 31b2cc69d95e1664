import { type Jobs, type JobTimes, openJobs } from '../platform/jobs/jobs.ts';
import { keepSchedule } from '../platform/schedule/keep-schedule.ts';
import { SCHEDULE_TIMES } from '../platform/schedule/run-due.ts';
import type { House } from '../platform/wing/house.ts';
import { type OpenWings, openWings } from './open-wings.ts';
import { report } from './report.ts';
import { SCHEDULE } from './whole.ts';

const LOOK_AROUND_MILLISECONDS = 60_000;

/** Where long work is done, and what the wings are in this process. */
export interface Workshop {
  readonly wings: OpenWings;
  /** Lets the jobs under way come to a safe point. */
  stop(): Promise<void>;
}

/** The house in which the wings work: what they send goes to these jobs. */
function workingHouse(house: House, jobs: Jobs) {
  return {
    ...house,
    report,
    send: async (queue: string, data: object, key: string) => {
      await jobs.send(queue, data, { key });
    },
  };
}

/**
 * Opens the wings and their queues, works on them, and once a minute takes up what a process that
 * stopped left behind and does what is due by the clock, in the councils there are by then.
 */
export async function openWorkshop(
  house: House,
  authorities: () => Promise<readonly string[]>,
  lookAroundMilliseconds = LOOK_AROUND_MILLISECONDS,
  times: Partial<JobTimes> = {},
): Promise<Workshop> {
  const jobs = await openJobs(house.ground, report, times);
  let wings: OpenWings;
  const lookAround = async (when: Parameters<OpenWings['lookAround']>[1]) => {
    for (const authority of await authorities()) await wings.lookAround(authority, when);
  };
  try {
    wings = openWings(workingHouse(house, jobs));
    for (const { queue, work, onDeath } of wings.jobs) await jobs.work(queue, work, onDeath);
    await lookAround('at the start');
  } catch (error) {
    await jobs.stop(); // the queue's timers would keep the process alive
    throw error;
  }
  const timer = setInterval(
    () => void lookAround('every minute').catch(report),
    lookAroundMilliseconds,
  );
  const desk = { house, report, times: SCHEDULE_TIMES };
  const schedule = keepSchedule(desk, SCHEDULE, authorities);
  return {
    wings,
    async stop() {
      clearInterval(timer);
      await schedule.stop();
      await jobs.stop();
    },
  };
}
