import type { VNode } from 'preact';
import type { Pence } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { dateInWords } from '../../core/plain-date.ts';
import { InsetText } from '../../platform/components/messages.tsx';
import { computedRows, type OfComputed } from '../../platform/lists/computed-rows.ts';
import { choiceFilter, textFilter } from '../../platform/lists/filters.tsx';
import { list } from '../../platform/lists/list.ts';
import type { InForce } from '../../platform/settings/changes.ts';
import type { SettledValue } from '../../platform/settings/settled-value.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import { paths } from '../paths.ts';
import { WeekMoved, WeekNamed } from '../reports/document/week-named.tsx';
import { Counted, Lead, SettledNote, WEEK } from '../reports/lists/list-of-a-week.tsx';
import { COST_GROUP_NAMES } from '../reports/weekly-report/group-names.ts';
import { weekInFileName } from '../reports/weekly-report/week-in-words.ts';
import { restrictedLeftOut } from '../restrictions/left-out.ts';
import { PROVIDER_DEFINITIONS, type ProviderFigure, providerDefinition } from './definitions.ts';
import { loadProviders, type Provider } from './load-providers.ts';
import { providersNotWhole } from './not-whole.ts';
import { type ProviderRow, providerRow } from './provider-row.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';
const GROUPS = Object.keys(COST_GROUP_NAMES) as [CostGroup, ...CostGroup[]];
const SHOWN: readonly ProviderFigure[] = [
  ...(['provider', 'children', 'nights', 'cost', 'price', 'rise', 'rise-others'] as const),
  ...(['ended', 'homes'] as const),
];

interface FoundProviders extends OfComputed<ProviderRow> {
  readonly sectors: readonly string[];
  readonly inflation: InForce<number>;
  /** Of the providers that the filters leave: rounded once. */
  readonly cost: Pence;
  readonly notWhole: string;
}

function total(providers: readonly Provider[], group: CostGroup | undefined): Pence {
  const sum = new NightlyTotal();
  for (const { all, byGroup } of providers) {
    const tally = group === undefined ? all : byGroup.get(group);
    if (tally !== undefined) sum.addTotal(tally.cost);
  }
  return sum.pence;
}

function Inflation({ inflation }: { readonly inflation: InForce<number> }): VNode {
  return (
    <>
      Prices in general rose by {inflation.value} % in a year.
      <SettledNote setting={inflation} what="inflation" />
    </>
  );
}

/** Who is paid for care, what it costs and how its price has risen. */
export function providersList(inflation: SettledValue<number>) {
  return list({
    name: 'providers',
    thing: 'list of providers',
    path: paths.providers,
    section: 'Records',
    leftOut: restrictedLeftOut,
    title: 'Providers',
    permission: 'see children',
    filters: {
      'week-ending': WEEK,
      search: textFilter({ label: 'Provider', called: 'Provider' }),
      group: choiceFilter({
        label: 'Placement group',
        any: 'All groups',
        choices: GROUPS.map((value) => ({ value, text: COST_GROUP_NAMES[value] })),
        problem: 'Choose a placement group from the list',
      }),
      sector: choiceFilter({
        label: 'Sector',
        any: 'All sectors',
        problem: 'Choose a sector from the list',
      }),
    },
    async load(request, asked): Promise<FoundProviders> {
      const { 'week-ending': week, group, search, sector } = asked.values;
      const all = await request.read((tx) => loadProviders(tx, week));
      const sought = search?.toLowerCase();
      const wanted = all.filter(
        ({ name, otherNames, sectors, byGroup }) =>
          (group === undefined || (byGroup.get(group)?.nights ?? 0) > 0) &&
          (sector === undefined || sectors.includes(sector)) &&
          (sought === undefined ||
            [name, ...otherNames].some((text) => text.toLowerCase().includes(sought))),
      );
      const rows = wanted.map((provider) => providerRow(provider, group));
      return computedRows(asked, rows, {
        sectors: [...new Set(all.flatMap(({ sectors }) => sectors))].sort(),
        inflation: await inflation(request, week.countsTo),
        cost: total(wanted, group),
        notWhole: await request.read((tx) => providersNotWhole(tx, week)),
      });
    },
    choices: ({ sectors }) => ({ sector: sectors.map((value) => ({ value, text: value })) }),
    columns: [
      {
        ...{ key: 'provider', heading: 'Provider', type: 'text' },
        about: PROVIDER_DEFINITIONS.provider.definition,
        cell: ({ key, provider }, { values }) =>
          key === '' ? (
            provider
          ) : (
            <a class={LINK} href={paths.provider(key, values['week-ending'].weekEnding)}>
              {provider}
            </a>
          ),
      },
      { key: 'group', heading: 'Costs most in', type: 'text' },
      { key: 'sector', heading: 'Sector', type: 'text', only: 'file' },
      {
        ...{ key: 'children', heading: 'Children', type: 'whole' },
        about: PROVIDER_DEFINITIONS.children.definition,
      },
      {
        ...{ key: 'nights', heading: 'Nights', type: 'whole', summed: true },
        about: PROVIDER_DEFINITIONS.nights.definition,
      },
      {
        ...{ key: 'cost', heading: 'Spend', type: 'money', summed: true },
        about: PROVIDER_DEFINITIONS.cost.definition,
      },
      {
        ...{ key: 'averageWeekly', heading: 'Weekly price', type: 'money' },
        about: PROVIDER_DEFINITIONS.price.definition,
      },
      {
        ...{ key: 'rise', heading: 'Rise %', type: 'decimal' },
        about: PROVIDER_DEFINITIONS.rise.definition,
      },
      {
        ...{ key: 'riseOfOthers', heading: 'Others %', type: 'decimal' },
        about: PROVIDER_DEFINITIONS['rise-others'].definition,
      },
      { key: 'sameChildren', heading: 'Same children', type: 'whole', only: 'file' },
      {
        ...{ key: 'riseAll', heading: 'Rise for all children %', type: 'decimal', only: 'file' },
        about: PROVIDER_DEFINITIONS['rise-all'].definition,
      },
      { key: 'contracts', heading: 'Contracts', type: 'text' },
      {
        ...{ key: 'homes', heading: 'Homes and agencies', type: 'whole', only: 'file' },
        about: PROVIDER_DEFINITIONS.homes.definition,
      },
      { key: 'outOfArea', heading: 'Out of area', type: 'whole' },
      { key: 'areaUnknown', heading: 'Area not known', type: 'whole', only: 'file' },
      {
        ...{ key: 'ended', heading: 'Placements ended', type: 'whole', only: 'file', summed: true },
        about: PROVIDER_DEFINITIONS.ended.definition,
      },
      { key: 'unplanned', heading: 'Unplanned ends', type: 'whole' },
    ],
    rowHeader: 'provider',
    first: { key: 'cost', order: 'descending' },
    fileOf: (_request, values) => weekInFileName(values['week-ending']),
    caption: ({ values }) => <WeekNamed week={values['week-ending']} />,
    counted: (rows) => <Counted total={rows} one="provider" many="providers" />,
    empty: 'No cost names anybody who is paid in these twelve months.',
    noMatch: 'No provider is as the filters ask.',
    lead: (_request, shown) =>
      shown && (
        <>
          <WeekMoved week={shown.values['week-ending']} />
          <Lead>
            Nights and spend of the twelve months to{' '}
            {dateInWords(shown.values['week-ending'].countsTo)}; children on that night; the rise of
            the price for the same children since a year before, and that of others’ in the same
            groups. <Inflation inflation={shown.loaded.inflation} />
          </Lead>
          {shown.loaded.notWhole !== '' && <InsetText>{shown.loaded.notWhole}</InsetText>}
        </>
      ),
    sums: ({ loaded }) => ({
      provider: 'All rows',
      nights: loaded.matching.reduce((sum, { nights }) => sum + nights, 0),
      cost: loaded.cost,
    }),
    below: () => (
      <p class="govuk-body-s wellplaced-no-print">
        What these mean:{' '}
        {SHOWN.map((figure, at) => (
          <span key={figure}>
            {at === 0 ? '' : ', '}
            <a class={LINK} href={providerDefinition(figure)}>
              {PROVIDER_DEFINITIONS[figure].name.toLowerCase()}
            </a>
          </span>
        ))}
        .{' '}
        <a href={paths.priceChanges({})} class={LINK}>
          Every change of price
        </a>
      </p>
    ),
  });
}
