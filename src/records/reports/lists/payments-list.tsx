import type { VNode } from 'preact';
import { financialYearOf } from '../../../core/financial-year.ts';
import { type Pence, poundsAndPence, wholePounds } from '../../../core/money.ts';
import { dateInWords, dateOfDayNumber, type PlainDate } from '../../../core/plain-date.ts';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { Tag } from '../../../platform/components/messages.tsx';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, type ValuesOf, wayFilter } from '../../../platform/lists/filters.tsx';
import type { InForce } from '../../../platform/settings/changes.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { listDefinition } from '../list-definitions.ts';
import { loadCommittedAndPaid } from '../load-committed-and-paid.ts';
import {
  type Difference,
  lastDayPaid,
  PAYMENT_STATES,
  paymentDifferences,
  sumsOf,
} from '../payment-differences.ts';
import { inWords } from '../value-in-words.ts';
import { CHILD_SEARCH, childColumns, isSearched } from './child-cells.tsx';
import { BackToReport, Counted, Lead, listOfAWeek, SettledNote, WEEK } from './list-of-a-week.tsx';

const STATE_COLOURS = { 'over-paid': 'red', 'under-paid': 'yellow', matched: 'green' } as const;

function Totals({ rows }: { readonly rows: readonly Difference[] }): VNode {
  const sums = sumsOf(rows);
  const tile = (label: string, value: keyof typeof sums, definition: string, note?: string) => ({
    label,
    value: wholePounds(sums[value]),
    definition,
    ...(note === undefined ? {} : { note }),
  });
  return (
    <FigureTiles
      tiles={[
        tile('Committed', 'committed', listDefinition('committed')),
        tile('Paid', 'paid', listDefinition('paid'), 'accruals included'),
        tile('Of it accruals', 'accruals', listDefinition('accruals')),
        tile('Commitment lines', 'commitments', listDefinition('commitments'), 'in neither figure'),
        tile('Difference', 'difference', listDefinition('difference'), 'paid less committed'),
      ]}
    />
  );
}

const FILTERS = {
  'week-ending': WEEK,
  state: choiceFilter({
    label: 'State',
    any: 'All',
    choices: PAYMENT_STATES.map((value) => ({ value, text: inWords(value) })),
    problem: 'Choose a state from the list',
  }),
  days: wayFilter({
    label: 'Days compared',
    choices: [
      { value: 'week', text: 'To the end of the week' },
      { value: 'paid', text: 'To the last day paid' },
    ],
    usual: 'week',
    problem: 'Choose from the list which days to compare',
  }),
  search: CHILD_SEARCH,
};

interface FoundDifferences extends OfComputed<Difference> {
  /** Of every state, whatever the search. */
  readonly all: readonly Difference[];
  /** The last day for which an actual payment is recorded. */
  readonly paidTo: PlainDate | undefined;
  /** How near counts as matched. */
  readonly within: InForce<Pence>;
}

function leadOf(values: ValuesOf<typeof FILTERS>, { paidTo, within }: FoundDifferences): string {
  const { 'week-ending': week, days } = values;
  const { label } = financialYearOf(week.countsTo);
  const lastDay = days === 'paid' && paidTo !== undefined ? paidTo : week.countsTo;
  const reach =
    paidTo === undefined
      ? 'No actual payment is recorded for these days.'
      : `Actual payments are recorded for days up to ${dateInWords(paidTo)}.`;
  return `What packages cost from 1 April (${label}) to ${dateInWords(lastDay)}, and what was paid for the same days. ${reach} A child within ${poundsAndPence(within.value)} counts as matched.`;
}

/** Committed cost against payments for the financial year to the end of the week or, within it, of the days paid, child by child. */
export function paymentsList(matchedWithin: SettledValue<Pence>) {
  return listOfAWeek('payments', {
    title: 'Committed cost against payments',
    permission: 'see children',
    filters: FILTERS,
    async load(request, asked): Promise<FoundDifferences> {
      const { 'week-ending': week, days, state, search } = asked.values;
      const within = await matchedWithin(request, week.countsTo);
      const { yearToDate } = week;
      const { elements, payments, pseudonym } = await request.read((tx) =>
        loadCommittedAndPaid(tx, week),
      );
      const paidTo = lastDayPaid(payments, yearToDate);
      const to = days === 'paid' && paidTo !== undefined ? paidTo + 1 : yearToDate.to;
      const period = { from: yearToDate.from, to };
      const all = paymentDifferences(elements, payments, period, pseudonym, within.value);
      const rows = all.filter(
        (row) =>
          (state === undefined || row.state === state) &&
          isSearched(request.person.roles, search, row),
      );
      const lastDay = paidTo === undefined ? undefined : dateOfDayNumber(paidTo);
      return computedRows(asked, rows, { all, paidTo: lastDay, within });
    },
    choices: ({ all }) => ({
      state: PAYMENT_STATES.map((value) => ({
        value,
        text: `${inWords(value)} (${all.filter((row) => row.state === value).length})`,
      })),
    }),
    columns: ({ person }) => [
      ...childColumns(person.roles),
      {
        ...{ key: 'state', heading: 'State', type: 'text' },
        cell: ({ state }) => <Tag text={inWords(state)} colour={STATE_COLOURS[state]} />,
      },
      { key: 'committed', heading: 'Committed', type: 'money' },
      { key: 'paid', heading: 'Paid', type: 'money' },
      { key: 'accruals', heading: 'Of it accruals', type: 'money' },
      { key: 'commitments', heading: 'Commitment lines', type: 'money' },
      { key: 'difference', heading: 'Difference', type: 'money' },
    ],
    rowHeader: 'package',
    // The largest differences first, whichever way they are.
    first: { key: 'size', order: 'descending' },
    counted: (total) => <Counted total={total} one="child" many="children" />,
    empty: 'No child has a cost or a payment.',
    noMatch: 'No child has a cost or a payment as the filters ask.',
    lead: (_request, shown) =>
      shown && (
        <>
          <Lead>
            {leadOf(shown.values, shown.loaded)}
            <SettledNote setting={shown.loaded.within} what="how near counts as matched" />
          </Lead>
          <Totals rows={shown.loaded.matching} />
        </>
      ),
    sums: ({ loaded }) => ({ package: 'All rows', ...sumsOf(loaded.matching) }),
    below: ({ values }) => <BackToReport week={values['week-ending']} />,
  });
}
