import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import type { HeldRoles } from '../../../platform/permission/roles.ts';
import { CHARGE_KEYS, type Charge, weekCharges } from '../charges.ts';
import { loadFactsAndNames } from '../load-week.ts';
import { weekEndingField } from '../week-ending.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import { weekEndingOn } from '../weekly-report/week.ts';
import { isSearched, PSEUDONYM_COLUMN } from './child-cells.tsx';
import { listOfAWeek } from './list-of-a-week.ts';
import { optionalText } from './optional-text.ts';
import type { FirstOrder } from './row-list.tsx';

/** The query of the costs: which week, what the rows are narrowed to, and by what they are summed. */
export function costsQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    search: optionalText,
    group: optionalText,
    element: optionalText,
    funder: optionalText,
    provider: optionalText,
    contract: optionalText,
    costCentre: optionalText,
    by: z.enum(CHARGE_KEYS).catch('group'),
  });
}

/** What the query of the costs says. */
export type CostsQuery = z.output<ReturnType<typeof costsQuery>>;

/** The title and heading of the costs. */
export const COSTS_TITLE = 'Costs of the week';

/** The dearest first. */
export const FIRST_ORDER: FirstOrder = { key: 'cost', order: 'descending' };

/** The columns of the page beside those that say which child. */
export const COLUMNS: readonly TabularColumn[] = [
  { key: 'group', heading: 'Placement group', type: 'text' },
  { key: 'placementStart', heading: 'Placement started', type: 'date' },
  { key: 'element', heading: 'Element', type: 'text' },
  { key: 'funder', heading: 'Funder', type: 'text' },
  { key: 'provider', heading: 'Provider', type: 'text' },
  { key: 'contract', heading: 'Contract', type: 'text' },
  { key: 'costCentre', heading: 'Cost centre', type: 'text' },
  { key: 'nights', heading: 'Nights', type: 'whole' },
  { key: 'weeklyRate', heading: 'Weekly rate', type: 'money' },
  { key: 'cost', heading: 'Cost', type: 'money' },
];

/** The columns of the file. */
const FILE_COLUMNS: readonly TabularColumn[] = [
  PSEUDONYM_COLUMN,
  ...COLUMNS.slice(0, 7),
  { key: 'subjective', heading: 'Subjective', type: 'text' },
  ...COLUMNS.slice(7),
];

interface Loaded {
  readonly all: readonly Charge[];
  readonly roles: HeldRoles;
}

/** What was charged in a week: the rows behind the report's spend. */
export const costsList = listOfAWeek<CostsQuery, Charge, Loaded>({
  list: 'costs',
  title: COSTS_TITLE,
  permission: 'see children',
  query: costsQuery,
  async load({ ground, council, person }, { 'week-ending': weekEnding }) {
    const { facts, pseudonym } = await loadFactsAndNames(ground, council.code, weekEnding);
    const all = weekCharges(factsByChild(facts), weekEndingOn(weekEnding), pseudonym);
    return { all, roles: person.roles };
  },
  rows: ({ all, roles }, values) =>
    all.filter((charge) => {
      const kept = CHARGE_KEYS.every((key) => {
        const asked = values[key];
        if (asked === undefined) return true;
        return charge[key] === asked || (key === 'group' && charge.groupCode === asked);
      });
      return kept && isSearched(roles, values.search, charge);
    }),
  fileColumns: FILE_COLUMNS,
  first: FIRST_ORDER,
});
