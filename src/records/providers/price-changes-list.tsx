import { z } from 'zod';
import { penceOf } from '../../core/money.ts';
import { addMonths, type PlainDate } from '../../core/plain-date.ts';
import { computedRows, type OfComputed } from '../../platform/lists/computed-rows.ts';
import { choiceFilter, dayFilter, linkFilter } from '../../platform/lists/filters.tsx';
import { list } from '../../platform/lists/list.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import { readDate } from '../intake/files/read-date.ts';
import { paths } from '../paths.ts';
import {
  CHILD_SEARCH,
  childColumns,
  isSearched,
  namesChildren,
} from '../reports/lists/child-cells.tsx';
import { Counted, Lead } from '../reports/lists/list-of-a-week.tsx';
import { COST_GROUP_NAMES } from '../reports/weekly-report/group-names.ts';
import { restrictedLeftOut } from '../restrictions/left-out.ts';
import { PROVIDER_DEFINITIONS, providerDefinition } from './definitions.ts';
import { loadPriceChanges, type PriceChangeRow } from './price-change-rows.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';
const GROUPS = Object.keys(COST_GROUP_NAMES) as [CostGroup, ...CostGroup[]];

/** How far the list of all providers goes back where no day is given. */
function usualSince(today: PlainDate): PlainDate {
  return addMonths(today, -12);
}

interface FoundChanges extends OfComputed<PriceChangeRow> {
  readonly provider: string | undefined;
}

function isWay(row: PriceChangeRow, way: 'up' | 'down' | undefined): boolean {
  return way === undefined || (way === 'up' ? row.difference > 0 : row.difference < 0);
}

/** Every change of price, of one provider ever or of all from a day on. */
export const priceChangesList = list({
  name: 'price-changes',
  thing: 'list of price changes',
  path: '/price-changes',
  section: 'Records',
  breadcrumbs: () => [{ text: 'Providers', href: paths.providers }],
  leftOut: restrictedLeftOut,
  title: 'Changes of price',
  permission: 'see children',
  filters: {
    since: dayFilter({
      ...{ label: 'Since', words: (day) => `Since ${day}`, read: readDate },
      problem: 'Since must be a day that exists, such as 01/04/2026',
    }),
    group: choiceFilter({
      ...{ label: 'Placement group', any: 'All groups' },
      choices: GROUPS.map((value) => ({ value, text: COST_GROUP_NAMES[value] })),
      problem: 'Choose a placement group from the list',
    }),
    way: choiceFilter({
      ...{ label: 'Which way', any: 'Up and down' },
      choices: [
        { value: 'up', text: 'Raised' },
        { value: 'down', text: 'Lowered' },
      ],
      problem: 'Choose from the list which way',
    }),
    search: CHILD_SEARCH,
    provider: linkFilter({
      schema: z.string().max(200, 'There is no such provider'),
      words: (key, choices) => `Provider: ${choices?.[0]?.text ?? key}`,
    }),
  },
  async load({ read, person, today }, asked): Promise<FoundChanges> {
    const { provider, group, way, search, since } = asked.values;
    const from = since ?? usualSince(today);
    const all = await read((tx) => loadPriceChanges(tx, { provider, since: from }, today));
    const rows = all.filter(
      (row) =>
        (provider === undefined || row.providerKey === provider) &&
        (since === undefined || row.date >= since) &&
        (group === undefined || row.groupCode === group) &&
        isWay(row, way) &&
        isSearched(person.roles, search, row),
    );
    const called = provider === undefined ? undefined : (all[0]?.provider ?? provider);
    return computedRows(asked, rows, { provider: called });
  },
  titled: (_values, { provider }) =>
    provider === undefined ? 'Changes of price' : `Changes of price: ${provider}`,
  choices: ({ provider }, values) =>
    provider === undefined || values.provider === undefined
      ? {}
      : { provider: [{ value: values.provider, text: provider }] },
  columns: ({ person }) => [
    ...childColumns(person.roles),
    { key: 'date', heading: 'From', type: 'date' },
    {
      ...{ key: 'provider', heading: 'Provider', type: 'text' },
      cell: ({ providerKey, provider }) =>
        providerKey === '' ? (
          provider
        ) : (
          <a class={LINK} href={paths.provider(providerKey)}>
            {provider}
          </a>
        ),
    },
    { key: 'group', heading: 'Placement group', type: 'text' },
    { key: 'placementStart', heading: 'Placement started', type: 'date', only: 'file' },
    {
      ...{ key: 'before', heading: 'Weekly before', type: 'money' },
      about: 'What the package cost a week with the provider on the night before.',
    },
    { key: 'after', heading: 'Weekly after', type: 'money' },
    { key: 'difference', heading: 'Difference', type: 'money', summed: true },
    { key: 'rise', heading: 'Per cent', type: 'decimal' },
    {
      ...{ key: 'what', heading: 'What differs', type: 'text' },
      about: PROVIDER_DEFINITIONS['price-change'].definition,
    },
  ],
  rowHeader: 'package',
  namesChildren,
  first: { key: 'date', order: 'descending' },
  counted: (total) => <Counted total={total} one="change of price" many="changes of price" />,
  empty: 'No price changed in this time.',
  noMatch: 'No price changed as the filters ask.',
  lead: (_request, shown) => (
    <Lead>
      {shown?.values.provider === undefined
        ? 'Of every provider, over the last twelve months unless a day is given. '
        : 'As far back as the costs are held. '}
      What differs is told from the elements; why it does is in no file that is held.{' '}
      <a class={LINK} href={providerDefinition('price-change')}>
        What counts as a change
      </a>
      .
    </Lead>
  ),
  sums: ({ loaded }) => ({
    package: 'All rows',
    difference: penceOf(loaded.matching.reduce((sum, { difference }) => sum + difference, 0)),
  }),
});
