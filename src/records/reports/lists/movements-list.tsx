import { Tag } from '../../../platform/components/messages.tsx';
import { computedRows } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter } from '../../../platform/lists/filters.tsx';
import type { MovementKind } from '../../paths.ts';
import { Definitions } from '../document/figure.tsx';
import { DEFINITION_LINKS } from '../document/links.ts';
import { loadFactsAndNames } from '../load-week.ts';
import { MOVEMENT_KIND_NAMES, type MovementRow, weekMovements } from '../movement-rows.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import { CHILD_SEARCH, childColumns, isSearched, namesChildren } from './child-cells.tsx';
import { BackToReport, Counted, Lead, listOfAWeek, WEEK } from './list-of-a-week.tsx';

const KIND_COLOURS = {
  starts: 'green',
  ends: 'grey',
  moves: 'teal',
  unplanned: 'orange',
  joined: 'yellow',
  left: 'yellow',
} as const;
const KINDS = ['starts', 'ends', 'moves', 'unplanned', 'joined', 'left'] as const;

function isKind(row: MovementRow, kind: MovementKind | undefined): boolean {
  return kind === undefined || row.kind === kind || (kind === 'moves' && row.kind === 'unplanned');
}

/** Who started, ceased and moved in a week: the rows behind the report's counts. */
export const movementsList = listOfAWeek('movements', {
  title: 'Starts, ends and moves',
  permission: 'see children',
  filters: {
    'week-ending': WEEK,
    kind: choiceFilter({
      label: 'What happened',
      any: 'All',
      choices: KINDS.map((value) => ({ value, text: MOVEMENT_KIND_NAMES[value] })),
      problem: 'Choose what happened from the list',
    }),
    search: CHILD_SEARCH,
  },
  async load({ read, person }, asked) {
    const { 'week-ending': week, kind, search } = asked.values;
    const { facts, pseudonym } = await read((tx) => loadFactsAndNames(tx, week));
    const all = weekMovements(factsByChild(facts), week, pseudonym);
    const rows = all.filter((row) => isKind(row, kind) && isSearched(person.roles, search, row));
    return computedRows(asked, rows, {});
  },
  columns: ({ person }) => [
    ...childColumns(person.roles),
    { key: 'date', heading: 'Date', type: 'date' },
    {
      ...{ key: 'what', heading: 'What happened', type: 'text' },
      cell: ({ kind }) => <Tag text={MOVEMENT_KIND_NAMES[kind]} colour={KIND_COLOURS[kind]} />,
    },
    { key: 'from', heading: 'From', type: 'text' },
    { key: 'to', heading: 'To', type: 'text' },
    { key: 'reason', heading: 'Reason', type: 'text' },
  ],
  rowHeader: 'package',
  namesChildren,
  first: { key: 'date', order: 'ascending' },
  counted: (total) => <Counted total={total} one="row" many="rows" />,
  empty: 'Nobody started, ceased or moved in this week.',
  noMatch: 'Nobody started, ceased or moved in this week as the filters ask.',
  lead: () => (
    <Lead>Each row is one that the week’s report counts. Short breaks are left out.</Lead>
  ),
  below: ({ values }) => (
    <>
      <Definitions
        figures={[
          'movement.starts',
          'movement.ends',
          'movement.joinedWithoutStart',
          'movement.leftWithoutEnd',
          'movement.placementMoves',
          'movement.unplannedMoves',
        ]}
        links={DEFINITION_LINKS}
      />
      <BackToReport week={values['week-ending']} />
    </>
  ),
});
