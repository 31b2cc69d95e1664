import { addDays, dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import { Tag } from '../../../platform/components/messages.tsx';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, textFilter } from '../../../platform/lists/filters.tsx';
import { paths } from '../../paths.ts';
import { STREAM_STATES_IN_WORDS } from '../../pay-runs/in-words.ts';
import { STREAM_STATES, type StreamState } from '../../pay-runs/stream.ts';
import { listDefinition } from '../list-definitions.ts';
import { loadStreams } from '../load-committed-and-paid.ts';
import { type StreamRow, streamRows } from '../stream-rows.ts';
import type { AskedWeek } from '../week-ending.ts';
import { BackToReport, Counted, Lead, listOfAWeek, WEEK } from './list-of-a-week.tsx';

const STATE_COLOURS = {
  'on-time': 'green',
  overdue: 'red',
  'never-paid': 'orange',
  'nothing-to-pay': 'grey',
} as const;
const words = (state: string) => STREAM_STATES_IN_WORDS[state as StreamState];

function isSearched(row: StreamRow, search: string | undefined): boolean {
  const sought = search?.toLowerCase();
  if (sought === undefined) return true;
  return [row.supplier, row.element, row.costCentre, row.rhythm].some((text) =>
    text?.toLowerCase().includes(sought),
  );
}

interface FoundStreams extends OfComputed<StreamRow> {
  /** Of every state, whatever the search. */
  readonly all: readonly StreamRow[];
}

/** The day on which streams are looked at: today, or of a week that another has followed the last of it. */
function dayOf({ weekEnding }: AskedWeek, today: PlainDate): PlainDate {
  return addDays(weekEnding, 7) < today ? weekEnding : today;
}

/** Each supplier's rhythm of payment, its last run and its next: up to which night its costs are due. */
export const payRunsList = listOfAWeek('pay-runs', {
  title: 'Pay runs of suppliers',
  permission: 'see children',
  filters: {
    'week-ending': WEEK,
    state: choiceFilter({
      label: 'State',
      any: 'All',
      choices: STREAM_STATES.map((value) => ({ value, text: words(value) })),
      problem: 'Choose a state from the list',
    }),
    search: textFilter({
      label: 'Supplier, element or rhythm',
      called: 'Supplier, element or rhythm',
    }),
  },
  async load({ read, today }, asked): Promise<FoundStreams> {
    const { 'week-ending': week, state, search } = asked.values;
    const { yearToDate } = week;
    const { streams } = await read((tx) => loadStreams(tx, yearToDate, dayOf(week, today)));
    const all = streamRows(streams.values());
    const rows = all.filter(
      (row) => (state === undefined || row.state === state) && isSearched(row, search),
    );
    return computedRows(asked, rows, { all });
  },
  choices: ({ all }) => ({
    state: STREAM_STATES.map((value) => ({
      value,
      text: `${words(value)} (${all.filter((row) => row.state === value).length})`,
    })),
  }),
  columns: [
    {
      ...{ key: 'supplier', heading: 'Supplier', type: 'text' },
      cell: ({ supplier }) => supplier ?? 'None named',
    },
    { key: 'element', heading: 'Element', type: 'text' },
    { key: 'costCentre', heading: 'Cost centre', type: 'text' },
    {
      ...{ key: 'state', heading: 'State', type: 'text', words },
      cell: ({ state }) => <Tag text={words(state)} colour={STATE_COLOURS[state]} />,
    },
    { key: 'rhythm', heading: 'Rhythm', type: 'text' },
    { key: 'source', heading: 'Told from', type: 'text' },
    { key: 'lastRun', heading: 'Last run', type: 'date' },
    { key: 'paidTo', heading: 'Paid to', type: 'date' },
    { key: 'nextRun', heading: 'Next run due', type: 'date' },
    { key: 'overdueBy', heading: 'Days overdue', type: 'whole' },
    { key: 'cutOff', heading: 'Compared to', type: 'date' },
  ],
  rowHeader: 'supplier',
  // The longest overdue first.
  first: { key: 'overdueBy', order: 'descending' },
  counted: (total) => <Counted total={total} one="stream of payments" many="streams of payments" />,
  empty: 'Nothing costs anything, and nothing was paid.',
  noMatch: 'No supplier is paid as the filters ask.',
  lead: ({ today }, shown) => {
    if (shown === undefined) return null;
    const day = dayOf(shown.values['week-ending'], today);
    return (
      <Lead>
        How each supplier was paid for each element, told from the actual payments of runs up to{' '}
        {dateInWords(day)}: how often, how long after the last night, and when the next run is due.
        The list of payments compares a cost to the night in the last column{' '}
        {day < today && 'as it stands today '}(
        <a class="govuk-link govuk-link--no-visited-state" href={listDefinition('due')}>
          how it is found
        </a>
        ).
      </Lead>
    );
  },
  below: ({ values }) => (
    <>
      <p class="govuk-body wellplaced-no-print">
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={paths.payments(values['week-ending'].weekEnding)}
        >
          Committed cost against payments
        </a>
      </p>
      <BackToReport week={values['week-ending']} />
    </>
  ),
});
