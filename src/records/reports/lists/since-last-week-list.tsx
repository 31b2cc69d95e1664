import { type Pence, penceOf } from '../../../core/money.ts';
import { dateInFigures } from '../../../core/plain-date.ts';
import { Tag } from '../../../platform/components/messages.tsx';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter } from '../../../platform/lists/filters.tsx';
import { CHILD_CHANGE_NAMES, CHILD_CHANGES, type ChildChange } from '../child-change.ts';
import { Definitions } from '../document/figure.tsx';
import { DEFINITION_LINKS } from '../document/links.ts';
import { listDefinition } from '../list-definitions.ts';
import { FiguresOfTheWeek } from '../since-last-week/figures-view.tsx';
import { loadSinceLastWeek, type SinceLastWeek } from '../since-last-week/load-since.ts';
import { CHILD_SEARCH, childColumns, isSearched, namesChildren } from './child-cells.tsx';
import { BackToReport, Counted, Lead, listOfAWeek, WEEK } from './list-of-a-week.tsx';

const COLOURS = {
  new: 'green',
  ended: 'grey',
  moved: 'teal',
  price: 'yellow',
  hours: 'orange',
} as const;
const PLANNED = ['Planned', 'Unplanned', 'Not said'] as const;

interface FoundSince extends OfComputed<ChildChange> {
  readonly since: SinceLastWeek;
}

/** `A → B`, or the one of two that is alike or alone. */
function fromTo(from: string | null, to: string | null): string | null {
  if (from === null || to === null || from === to) return to ?? from;
  return `${from} → ${to}`;
}

function sum(rows: readonly ChildChange[], key: 'difference' | 'toEnd'): Pence {
  return penceOf(rows.reduce((so, row) => so + row[key], 0));
}

/** What changed since the week before: every figure with its change, and one row for each child. */
export const sinceLastWeekList = listOfAWeek('since-last-week', {
  title: 'Since last week',
  permission: 'see children',
  filters: {
    'week-ending': WEEK,
    kind: choiceFilter({
      ...{ label: 'What changed', any: 'All changes' },
      choices: CHILD_CHANGES.map((value) => ({ value, text: CHILD_CHANGE_NAMES[value] })),
      problem: 'Choose what changed from the list',
    }),
    planned: choiceFilter({
      ...{ label: 'Planned', any: 'Planned or not' },
      choices: PLANNED.map((value) => ({ value, text: value })),
      problem: 'Choose from the list whether it was planned',
    }),
    search: CHILD_SEARCH,
  },
  async load({ read, person }, asked): Promise<FoundSince> {
    const { 'week-ending': week, kind, planned, search } = asked.values;
    const since = await read((tx) => loadSinceLastWeek(tx, week));
    const rows = since.changes.filter(
      (row) =>
        (kind === undefined || row.kind === kind) &&
        (planned === undefined || row.planned === planned) &&
        isSearched(person.roles, search, row),
    );
    return computedRows(asked, rows, { since });
  },
  choices: ({ since }) => ({
    kind: CHILD_CHANGES.map((value) => ({
      value,
      text: `${CHILD_CHANGE_NAMES[value]} (${since.changes.filter(({ kind }) => kind === value).length})`,
    })),
  }),
  columns: ({ person }) => [
    ...childColumns(person.roles),
    {
      ...{ key: 'kind', heading: 'Change', type: 'text' },
      words: (kind) => CHILD_CHANGE_NAMES[kind as ChildChange['kind']],
      cell: ({ kind }) => <Tag text={CHILD_CHANGE_NAMES[kind]} colour={COLOURS[kind]} />,
    },
    { key: 'date', heading: 'On', type: 'date' },
    {
      ...{ key: 'to', heading: 'Placement', type: 'text', only: 'page' },
      cell: ({ from, to }) => fromTo(from, to),
    },
    {
      ...{ key: 'providerAfter', heading: 'Provider', type: 'text', only: 'page' },
      cell: ({ providerAfter, providerBefore }) => fromTo(providerBefore, providerAfter),
    },
    { key: 'from', heading: 'From', type: 'text', only: 'file' },
    { key: 'to', heading: 'To', type: 'text', only: 'file' },
    { key: 'providerBefore', heading: 'Provider before', type: 'text', only: 'file' },
    { key: 'providerAfter', heading: 'Provider after', type: 'text', only: 'file' },
    { key: 'before', heading: 'Weekly before', type: 'money' },
    { key: 'after', heading: 'Weekly after', type: 'money' },
    {
      ...{ key: 'difference', heading: 'Difference', type: 'money', summed: true },
      about: 'The weekly cost on the last night less that on the night before the week.',
    },
    {
      ...{ key: 'toEnd', heading: 'To the end', type: 'money', summed: true },
      about:
        'The difference × nights ÷ 7 from the day of the change to the end that the costs hold for the package, else to 31 March.',
    },
    {
      ...{ key: 'countedTo', heading: 'Which is', type: 'date' },
      cell: ({ countedTo, endIs }) =>
        endIs === 'held' ? `${dateInFigures(countedTo)}, as held` : dateInFigures(countedTo),
    },
    {
      ...{ key: 'endIs', heading: 'End is', type: 'text', only: 'file' },
      words: (end) => (end === 'held' ? 'As the costs hold it' : end),
    },
    { key: 'planned', heading: 'Planned', type: 'text' },
  ],
  rowHeader: 'package',
  namesChildren,
  // The largest differences first, whichever way they are.
  first: { key: 'size', order: 'descending' },
  counted: (total) => (
    <Counted total={total} one="child with a change" many="children with a change" />
  ),
  empty: 'Nothing changed for any child in this week.',
  noMatch: 'Nothing changed for any child as the filters ask.',
  lead: (_request, shown) =>
    shown && (
      <>
        <FiguresOfTheWeek since={shown.loaded.since} week={shown.values['week-ending']} />
        <Lead>
          One row for each child: the night before the week against its last night. To the end is
          the difference up to the end that the costs hold for the package, else up to 31 March. Who
          decided is in no file that is held.
        </Lead>
      </>
    ),
  sums: ({ loaded: { matching } }) => ({
    package: 'All rows',
    difference: sum(matching, 'difference'),
    toEnd: sum(matching, 'toEnd'),
  }),
  below: ({ values }) => (
    <>
      <Definitions
        figures={['changes', 'movement.placementMoves', 'movement.unplannedMoves']}
        links={DEFINITION_LINKS}
      />
      <p class="govuk-body-s wellplaced-no-print">
        <a class="govuk-link govuk-link--no-visited-state" href={listDefinition('toEnd')}>
          How a difference is counted to the end
        </a>
      </p>
      <BackToReport week={values['week-ending']} />
    </>
  ),
});
