import type { Pence } from '../../../core/money.ts';
import { Tag } from '../../../platform/components/messages.tsx';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, wayFilter } from '../../../platform/lists/filters.tsx';
import type { InForce } from '../../../platform/settings/changes.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { LIST_DEFINITIONS } from '../list-definitions.ts';
import { dueByStreams, loadCommittedAndPaid } from '../load-committed-and-paid.ts';
import {
  type Difference,
  type DifferenceSum,
  EXPLAINED,
  type Explained,
  PAYMENT_STATES,
  paymentDifferences,
  sumsOf,
} from '../payment-differences.ts';
import { type ReportToPaid, reportToPaid } from '../report-and-payments.ts';
import { inWords } from '../value-in-words.ts';
import { CHILD_SEARCH, childColumns, isSearched, namesChildren } from './child-cells.tsx';
import { BackToReport, Counted, listOfAWeek, WEEK } from './list-of-a-week.tsx';
import { HowCounted, NotCompared, Totals } from './payments-lead.tsx';
import { ReportToPaidTable } from './report-to-paid.tsx';

const STATE_COLOURS = { 'over-paid': 'red', 'under-paid': 'yellow', matched: 'green' } as const;

const EXPLAINED_IN_WORDS: Readonly<Record<Explained, string>> = {
  whole: 'Explained',
  'not-whole': 'Not all explained',
};

const FILTERS = {
  'week-ending': WEEK,
  state: choiceFilter({
    label: 'State',
    any: 'All',
    choices: PAYMENT_STATES.map((value) => ({ value, text: inWords(value) })),
    problem: 'Choose a state from the list',
  }),
  days: wayFilter({
    label: 'Nights compared',
    choices: [
      { value: 'paid', text: 'As due by each supplier’s run' },
      { value: 'week', text: 'Every night to the end of the week' },
    ],
    usual: 'paid',
    problem: 'Choose from the list which nights to compare',
  }),
  explained: choiceFilter({
    label: 'What explains it',
    any: 'All',
    choices: EXPLAINED.map((value) => ({ value, text: EXPLAINED_IN_WORDS[value] })),
    problem: 'Choose from the list whether it is explained',
  }),
  search: CHILD_SEARCH,
};

interface FoundDifferences extends OfComputed<Difference> {
  /** Of every state, whatever the search. */
  readonly all: readonly Difference[];
  /** From the report's cost to what was paid. */
  readonly toPaid: ReportToPaid;
  /** How near counts as matched. */
  readonly within: InForce<Pence>;
  /** What runs after today are to pay. */
  readonly yetToBeMade: Pence;
  readonly noPayments: boolean;
}

/** A column of money: what it means, and that its rows come to something. */
function sum(key: DifferenceSum, heading: string) {
  const { definition: about } = LIST_DEFINITIONS[key];
  return { key, heading, about, type: 'money', summed: true } as const;
}

/** Committed cost against payments for the financial year to the end of the week, child by child, as far as it is due. */
export function paymentsList(matchedWithin: SettledValue<Pence>) {
  return listOfAWeek('payments', {
    title: 'Committed cost against payments',
    permission: 'see children',
    filters: FILTERS,
    async load(request, asked): Promise<FoundDifferences> {
      const { 'week-ending': week, days, state, explained, search } = asked.values;
      const within = await matchedWithin(request, week.countsTo);
      const { yearToDate } = week;
      const { elements, payments, yetToBeMade, shortBreaks, streams, pseudonym } =
        await request.read((tx) => loadCommittedAndPaid(tx, yearToDate, request.today));
      const dueTo = days === 'paid' ? dueByStreams(streams) : undefined;
      const counting = { period: yearToDate, matchedWithin: within.value, dueTo };
      const all = paymentDifferences(elements, payments, counting, pseudonym);
      const rows = all.filter(
        (row) =>
          (state === undefined || row.state === state) &&
          (explained === undefined || row.explained === explained) &&
          isSearched(request.person.roles, search, row),
      );
      const noPayments = [...streams.values()].every(({ source }) => source === 'none');
      const toPaid = reportToPaid(all, elements, shortBreaks, yearToDate);
      return computedRows(asked, rows, { all, within, toPaid, yetToBeMade, noPayments });
    },
    choices: ({ all }) => ({
      state: PAYMENT_STATES.map((value) => ({
        value,
        text: `${inWords(value)} (${all.filter((row) => row.state === value).length})`,
      })),
      explained: EXPLAINED.map((value) => ({
        value,
        text: `${EXPLAINED_IN_WORDS[value]} (${all.filter((row) => row.explained === value).length})`,
      })),
    }),
    columns: ({ person }) => [
      ...childColumns(person.roles),
      {
        ...{ key: 'state', heading: 'State', type: 'text', words: inWords },
        cell: ({ state }) => <Tag text={inWords(state)} colour={STATE_COLOURS[state]} />,
      },
      sum('committed', 'Committed'),
      sum('due', 'Due'),
      sum('awaiting', 'Awaiting payment'),
      sum('paid', 'Paid'),
      sum('difference', 'Difference'),
      { key: 'explanation', heading: 'What explains it', type: 'text', sentences: true },
      sum('accruals', 'Accruals in paid'),
      sum('commitments', 'Commitment lines'),
    ],
    rowHeader: 'package',
    namesChildren,
    // The largest differences first, whichever way they are.
    first: { key: 'size', order: 'descending' },
    counted: (total) => <Counted total={total} one="child" many="children" />,
    empty: 'No child has a cost or a payment.',
    noMatch: 'No child has a cost or a payment as the filters ask.',
    lead: (_request, shown) =>
      shown && (
        <>
          <HowCounted
            week={shown.values['week-ending']}
            byRuns={shown.values.days === 'paid'}
            within={shown.loaded.within}
          />
          <NotCompared {...shown.loaded} />
          <Totals rows={shown.loaded.matching} />
          <ReportToPaidTable found={shown.loaded.toPaid} week={shown.values['week-ending']} />
        </>
      ),
    sums: ({ loaded }) => ({ package: 'All rows', ...sumsOf(loaded.matching) }),
    below: ({ values }) => <BackToReport week={values['week-ending']} />,
  });
}
