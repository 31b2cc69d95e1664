import { runDue, type ScheduleDesk } from './run-due.ts';
import type { ScheduledJob } from './scheduled-job.ts';

const LOOK_MILLISECONDS = 60_000;
/** Councils that are worked for at once in one process; the others wait for the first of them to be done. */
const AT_ONCE = 3;

/** Scheduled work as it is kept in this process. */
export interface KeptSchedule {
  /** Ends what is under way, which runs again at the next start. */
  stop(): Promise<void>;
}

/**
 * Looks now and every minute at what is due in each council, and does it. One council's
 * long work holds up neither the others' nor imports, which have queues and workers of their own.
 */
export function keepSchedule(
  desk: ScheduleDesk,
  jobs: readonly ScheduledJob[],
  authorities: () => Promise<readonly string[]>,
): KeptSchedule {
  const stopping = new AbortController();
  const waiting = new Set<string>();
  const working = new Map<string, Promise<void>>();

  async function workFor(authority: string): Promise<void> {
    for (const job of jobs) {
      if (stopping.signal.aborted) return;
      // What cannot even be looked at, as when the database is away, is looked at again in a minute.
      await runDue(desk, authority, job, stopping.signal).catch(desk.report);
    }
  }
  function begin(): void {
    for (const authority of waiting) {
      if (stopping.signal.aborted || working.size >= AT_ONCE) return;
      if (working.has(authority)) continue;
      waiting.delete(authority);
      const done = workFor(authority).finally(() => {
        working.delete(authority);
        begin();
      });
      working.set(authority, done);
    }
  }
  async function look(): Promise<void> {
    for (const authority of await authorities()) waiting.add(authority);
    begin();
  }
  const lookNow = () => void look().catch(desk.report);
  lookNow();
  const timer = setInterval(lookNow, LOOK_MILLISECONDS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.all(working.values());
    },
  };
}
