import type { Bound } from '../http/bound.ts';
import { type Diagnosis, well } from '../wing/diagnosis.ts';
import type { House } from '../wing/house.ts';
import { type Due, lastDue, nextDue } from './due.ts';
import type { Run } from './run.ts';
import type { ScheduledJob } from './scheduled-job.ts';
import { loadRuns } from './store.ts';

/** How long after it was due work may not have begun before somebody should look. */
const LATE = 2 * 3_600_000;
const RUNS_SHOWN = 10;

/** How one job stands in a council. */
export interface Standing {
  readonly job: ScheduledJob;
  /** Its latest runs, the latest first; none where the service has not met it yet. */
  readonly runs: readonly Run[];
  readonly next: Due;
  /** Failed for good, or not begun though it was due two hours ago. */
  readonly trouble: 'failed' | 'late' | undefined;
}

function troubleOf(job: ScheduledJob, runs: readonly Run[], now: Date, timeZone: string) {
  const [latest] = runs;
  if (latest === undefined) return undefined;
  if (latest.state === 'failed' && latest.heldUntil === null) return 'failed';
  const due = lastDue(job.when, now, timeZone);
  const begun = latest.dueAt >= due.at && latest.state !== 'failed';
  return !begun && now.getTime() - due.at.getTime() > LATE ? 'late' : undefined;
}

/** How all scheduled work of the council that `read` reads stands. */
export async function loadStandings(
  { configuration, now }: Pick<House, 'configuration' | 'now'>,
  read: Bound['read'],
  jobs: readonly ScheduledJob[],
): Promise<readonly Standing[]> {
  const { timeZone } = configuration;
  const standings: Standing[] = [];
  for (const job of jobs) {
    const runs = await loadRuns(read, job.name, RUNS_SHOWN);
    const trouble = troubleOf(job, runs, now(), timeZone);
    standings.push({ job, runs, next: nextDue(job.when, now(), timeZone), trouble });
  }
  return standings;
}

/** What somebody who looks after the service should know of a council's scheduled work. */
export async function scheduleChecks(
  house: House,
  authority: string,
  jobs: readonly ScheduledJob[],
): Promise<readonly Diagnosis[]> {
  const read: Bound['read'] = (work) => house.ground.read(authority, work);
  const standings = await loadStandings(house, read, jobs);
  const troubled = standings.flatMap(({ job, runs: [latest], trouble }): Diagnosis[] => {
    if (trouble === 'failed') {
      return [
        {
          state: 'wrong',
          what: `${authority}: "${job.title}" failed: ${latest?.said ?? ''}`,
          remedy: 'See the page Scheduled work and the log. It is begun again when it is next due.',
        },
      ];
    }
    if (trouble !== 'late') return [];
    return [
      {
        state: 'look',
        what: `${authority}: "${job.title}" was due more than two hours ago and has not been done.`,
        remedy:
          'See that "wellplaced serve" or "wellplaced work" runs: it makes up what was missed.',
      },
    ];
  });
  if (troubled.length > 0) return troubled;
  return [
    well(
      standings.every(({ runs }) => runs.length === 0)
        ? `${authority}: scheduled work has not begun. It does once the service has run.`
        : `${authority}: scheduled work is done as it is due.`,
    ),
  ];
}
