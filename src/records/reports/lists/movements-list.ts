import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import type { HeldRoles } from '../../../platform/permission/roles.ts';
import { loadFactsAndNames } from '../load-week.ts';
import { type MovementRow, weekMovements } from '../movement-rows.ts';
import { weekEndingField } from '../week-ending.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import { weekEndingOn } from '../weekly-report/week.ts';
import { isSearched, PSEUDONYM_COLUMN } from './child-cells.tsx';
import { listOfAWeek } from './list-of-a-week.ts';
import { optionalText } from './optional-text.ts';
import type { FirstOrder } from './row-list.tsx';

const KINDS = ['starts', 'ends', 'moves', 'unplanned', 'joined', 'left'] as const;

/** The query of the movements: which week, which kind, which child. An unknown kind is all of them. */
export function movementsQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    kind: z.enum(KINDS).optional().catch(undefined),
    search: optionalText,
  });
}

/** What the query of the movements says. */
export type MovementsQuery = z.output<ReturnType<typeof movementsQuery>>;

/** The title and heading of the movements. */
export const MOVEMENTS_TITLE = 'Starts, ends and moves';

/** By day, as the week went. */
export const FIRST_ORDER: FirstOrder = { key: 'date', order: 'ascending' };

/** The columns of the page beside those that say which child. */
export const COLUMNS: readonly TabularColumn[] = [
  { key: 'date', heading: 'Date', type: 'date' },
  { key: 'what', heading: 'What happened', type: 'text' },
  { key: 'from', heading: 'From', type: 'text' },
  { key: 'to', heading: 'To', type: 'text' },
  { key: 'reason', heading: 'Reason', type: 'text' },
];

/** The columns of the file. */
const FILE_COLUMNS: readonly TabularColumn[] = [PSEUDONYM_COLUMN, ...COLUMNS];

interface Loaded {
  readonly rows: readonly MovementRow[];
  readonly roles: HeldRoles;
}

/** Who started, ceased and moved in a week: the rows behind the report's counts. */
export const movementsList = listOfAWeek<MovementsQuery, MovementRow, Loaded>({
  list: 'movements',
  title: MOVEMENTS_TITLE,
  permission: 'see children',
  query: movementsQuery,
  async load({ ground, council, person }, { 'week-ending': weekEnding }) {
    const { facts, pseudonym } = await loadFactsAndNames(ground, council.code, weekEnding);
    const rows = weekMovements(factsByChild(facts), weekEndingOn(weekEnding), pseudonym);
    return { rows, roles: person.roles };
  },
  rows: ({ rows, roles }, { kind, search }) =>
    rows.filter((row) => {
      const isKind =
        kind === undefined || row.kind === kind || (kind === 'moves' && row.kind === 'unplanned');
      return isKind && isSearched(roles, search, row);
    }),
  fileColumns: FILE_COLUMNS,
  first: FIRST_ORDER,
});
