import { computedRows } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, type Filter, wayFilter } from '../../../platform/lists/filters.tsx';
import {
  CHARGE_KEYS,
  type Charge,
  type ChargeKey,
  chargeSubtotals,
  valuesOf,
  weekCharges,
} from '../charges.ts';
import { Definitions } from '../document/figure.tsx';
import { DEFINITION_LINKS } from '../document/links.ts';
import { loadFactsAndNames } from '../load-week.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import { CHILD_SEARCH, childColumns, isSearched, namesChildren } from './child-cells.tsx';
import { BackToReport, Counted, Lead, listOfAWeek, WEEK } from './list-of-a-week.tsx';
import { CHARGE_KEY_NAMES, Subtotals } from './subtotals.tsx';

type Narrowed = Readonly<Record<ChargeKey, string | undefined>>;

const NARROWING = Object.fromEntries(
  CHARGE_KEYS.map((key) => {
    const label = CHARGE_KEY_NAMES[key];
    const called = (text: string) => `${label}: ${text}`;
    const problem = 'Choose one from the list';
    return [key, choiceFilter({ label, any: 'All', called, problem })];
  }),
) as Readonly<Record<ChargeKey, Filter<string | undefined>>>;

/** Links name a placement group by its code, the form by its name. */
function isAsked(charge: Charge, key: ChargeKey, asked: string | undefined): boolean {
  if (asked === undefined || charge[key] === asked) return true;
  return key === 'group' && charge.groupCode === asked;
}

/** The values of one key as choices; a group that was linked by its code keeps it. */
function choicesOf(all: readonly Charge[], key: ChargeKey, asked: string | undefined) {
  const linked = key === 'group' ? all.find(({ groupCode }) => groupCode === asked) : undefined;
  return valuesOf(all, key).map((text) => ({
    value: text === linked?.group ? linked.groupCode : text,
    text,
  }));
}

/** What was charged in a week: the rows behind the report's spend. */
export const costsList = listOfAWeek('costs', {
  title: 'Costs of the week',
  permission: 'see children',
  filters: {
    'week-ending': WEEK,
    search: CHILD_SEARCH,
    ...NARROWING,
    by: wayFilter({
      label: 'Subtotals by',
      choices: CHARGE_KEYS.map((value) => ({ value, text: CHARGE_KEY_NAMES[value] })),
      usual: 'group',
      problem: 'Choose from the list by what to sum',
    }),
  },
  async load({ read, person }, asked) {
    const { 'week-ending': week, search } = asked.values;
    const narrowed: Narrowed = asked.values;
    const { facts, pseudonym } = await read((tx) => loadFactsAndNames(tx, week));
    const all = weekCharges(factsByChild(facts), week, pseudonym);
    const rows = all.filter(
      (charge) =>
        CHARGE_KEYS.every((key) => isAsked(charge, key, narrowed[key])) &&
        isSearched(person.roles, search, charge),
    );
    return computedRows(asked, rows, { all });
  },
  choices: ({ all }, values) =>
    Object.fromEntries(CHARGE_KEYS.map((key) => [key, choicesOf(all, key, values[key])])),
  columns: ({ person }) => [
    ...childColumns(person.roles),
    { key: 'group', heading: 'Placement group', type: 'text' },
    { key: 'placementStart', heading: 'Placement started', type: 'date' },
    { key: 'element', heading: 'Element', type: 'text' },
    { key: 'funder', heading: 'Funder', type: 'text' },
    { key: 'provider', heading: 'Provider', type: 'text' },
    { key: 'contract', heading: 'Contract', type: 'text' },
    { key: 'costCentre', heading: 'Cost centre', type: 'text' },
    { key: 'subjective', heading: 'Subjective', type: 'text', only: 'file' },
    {
      ...{ key: 'nights', heading: 'Nights', type: 'whole', summed: true },
      about: 'Nights of the week on which the element was charged.',
    },
    {
      ...{ key: 'weeklyRate', heading: 'Weekly rate', type: 'money' },
      about: 'What the element costs for seven nights.',
    },
    {
      ...{ key: 'cost', heading: 'Cost', type: 'money', summed: true },
      about:
        'Nights × weekly rate ÷ 7, each row rounded to the penny by itself: the page rounds its sums once, and may differ from a sum of rows by pence.',
    },
  ],
  rowHeader: 'package',
  namesChildren,
  first: { key: 'cost', order: 'descending' },
  counted: (total) => <Counted total={total} one="element charged" many="elements charged" />,
  empty: 'Nothing was charged in this week.',
  noMatch: 'Nothing was charged in this week as the filters ask.',
  lead: () => (
    <Lead>
      What each element of a package cost on the nights of the week: nights × weekly rate ÷ 7. A
      subtotal is rounded once, so it may differ from its rows by pence.
    </Lead>
  ),
  between: ({ request, values: { by }, loaded: { matching } }) =>
    matching.length === 0 ? null : <Subtotals request={request} by={by} rows={matching} />,
  sums({ values, loaded }) {
    const { nights, cost } = chargeSubtotals(loaded.matching, values.by).total;
    return { package: 'All rows', nights, cost };
  },
  below: ({ values }) => (
    <>
      <Definitions
        figures={['spend.weekPence', 'spend.byGroup.weekPence', 'spend.netOfContributionsPence']}
        links={DEFINITION_LINKS}
      />
      <BackToReport week={values['week-ending']} />
    </>
  ),
});
