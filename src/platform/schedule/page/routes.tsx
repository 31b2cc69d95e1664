import type { VNode } from 'preact';
import { counted } from '../../../core/english.ts';
import { instantInWords } from '../../../core/instant.ts';
import { Tag } from '../../components/messages.tsx';
import { Table } from '../../components/table.tsx';
import { page } from '../../http/reply.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import type { House } from '../../wing/house.ts';
import { cadenceInWords } from '../due.ts';
import type { Run } from '../run.ts';
import type { ScheduledJob } from '../scheduled-job.ts';
import { loadStandings, type Standing } from '../standing.ts';

/** Where an administrator sees what is due by the clock. */
export const SCHEDULED_WORK_PATH = '/scheduled-work';
const TITLE = 'Scheduled work';
const NOT_YET = 'Not yet';

const STATES = {
  'first seen': { text: 'Not due yet', colour: 'grey' },
  running: { text: 'Running', colour: 'teal' },
  done: { text: 'Done', colour: 'green' },
  failed: { text: 'Failed', colour: 'red' },
} as const;

function State({ run }: { readonly run: Run }): VNode {
  const again = run.state === 'failed' && run.heldUntil !== null;
  return again ? <Tag text="To be tried again" colour="yellow" /> : <Tag {...STATES[run.state]} />;
}

function tookInWords({ endedAt, startedAt }: Run): string {
  if (startedAt === null || endedAt === null) return '';
  const seconds = (endedAt.getTime() - startedAt.getTime()) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} seconds`;
  return counted(Math.round(seconds / 60), 'minute');
}

function jobRow({ job, next, runs: [latest], trouble }: Standing) {
  return {
    cells: {
      job: job.title,
      when: cadenceInWords(job.when),
      last: latest === undefined ? NOT_YET : instantInWords(latest.startedAt ?? latest.dueAt),
      state:
        trouble === 'late' ? <Tag text="Late" colour="yellow" /> : latest && <State run={latest} />,
      took: latest && tookInWords(latest),
      said: latest?.said,
      next: instantInWords(next.at),
    },
  };
}

function runRow(job: ScheduledJob, run: Run) {
  return {
    cells: {
      job: job.title,
      due: instantInWords(run.dueAt),
      started: run.startedAt === null ? '' : instantInWords(run.startedAt),
      state: <State run={run} />,
      tries: run.tries,
      took: tookInWords(run),
      said: run.said,
    },
  };
}

function ScheduledWorkView(props: { readonly standings: readonly Standing[] }): VNode {
  const runs = props.standings.flatMap(({ job, runs: all }) => all.map((run) => ({ job, run })));
  const inOrder = runs.toSorted(
    (one, other) => other.run.dueAt.getTime() - one.run.dueAt.getTime(),
  );
  return (
    <>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      <p class="govuk-body wellplaced-summary">
        What Wellplaced does by itself, by the clock. What was missed because the service was down
        is made up once; what fails is tried three times in all.
      </p>
      <Table
        caption="What is due"
        columns={[
          { key: 'job', heading: 'Work', type: 'text' },
          { key: 'when', heading: 'When', type: 'text' },
          { key: 'last', heading: 'Last begun', type: 'text' },
          { key: 'state', heading: 'State', type: 'text' },
          { key: 'took', heading: 'Took', type: 'text' },
          { key: 'said', heading: 'What it said', type: 'text', sentences: true },
          { key: 'next', heading: 'Next due', type: 'text' },
        ]}
        rows={props.standings.map(jobRow)}
        rowHeader="job"
        empty="Nothing is due by the clock."
      />
      <Table
        caption="Latest runs"
        columns={[
          { key: 'job', heading: 'Work', type: 'text' },
          { key: 'due', heading: 'Was due', type: 'text' },
          { key: 'started', heading: 'Begun', type: 'text' },
          { key: 'state', heading: 'State', type: 'text' },
          { key: 'tries', heading: 'Tries', type: 'whole' },
          { key: 'took', heading: 'Took', type: 'text' },
          { key: 'said', heading: 'What it said', type: 'text', sentences: true },
        ]}
        rows={inOrder.map(({ job, run }) => runRow(job, run))}
        rowHeader="job"
        tall={inOrder.length > 15}
        empty="Nothing has been due while the service ran."
      />
    </>
  );
}

/** The page of what is due by the clock in the council: what ran, when, how long, what it said, what is next. */
export function scheduledWorkRoutes(
  jobs: readonly ScheduledJob[],
  { configuration, now }: Pick<House, 'configuration' | 'now'>,
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: SCHEDULED_WORK_PATH,
      permission: 'see scheduled work',
      async handle({ whole }) {
        const standings = await loadStandings({ configuration, now }, whole.read, jobs);
        return page({ title: TITLE, section: 'People', content: ScheduledWorkView({ standings }) });
      },
    },
  ];
}
