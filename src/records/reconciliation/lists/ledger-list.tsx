import { oneOrMore } from '../../../core/english.ts';
import { Tag } from '../../../platform/components/messages.tsx';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, textFilter } from '../../../platform/lists/filters.tsx';
import { list } from '../../../platform/lists/list.ts';
import { paths } from '../../paths.ts';
import { restrictedLeftOut } from '../../restrictions/left-out.ts';
import { asKnownNote } from '../../revisions/as-known-note.ts';
import { YEAR } from '../asked.ts';
import { LEDGER_STATES, type LedgerRow } from '../ledger/ledger-row.ts';
import { loadLedger } from '../ledger/load-ledger.ts';
import { ledgerSums } from '../ledger/sums.ts';
import { loadYears } from '../load-years.ts';
import { monthsOf } from '../months.ts';
import { STATE_COLOURS, words } from './ledger-states.ts';
import { LedgerTiles } from './ledger-tiles.tsx';
import { NoLedger } from './no-ledger.tsx';
import { halfIs, monthChoices } from './rows-of-code.tsx';

const half = (label: string) =>
  choiceFilter({
    ...{ label, any: 'All', problem: `Choose a ${label.toLowerCase()} from the list` },
    called: (text) => `${label}: ${text}`,
  });

const FILTERS = {
  year: YEAR,
  state: choiceFilter({
    ...{ label: 'State', any: 'All', problem: 'Choose a state from the list' },
    choices: LEDGER_STATES.map((value) => ({ value, text: words(value) })),
  }),
  'cost-centre': half('Cost centre'),
  subjective: half('Subjective'),
  month: choiceFilter({ label: 'Month', any: 'The whole year', problem: 'Choose a month' }),
  search: textFilter({ label: 'Supplier, reference or journal', called: 'Search' }),
};

interface FoundLedger extends OfComputed<LedgerRow> {
  /** Of the year, whatever the filters. */
  readonly all: readonly LedgerRow[];
  readonly years: readonly string[];
}

function isSearched(row: LedgerRow, search: string | undefined): boolean {
  const sought = search?.toLowerCase();
  if (sought === undefined) return true;
  return [row.supplier, row.reference, row.journal, row.description].some((text) =>
    text?.toLowerCase().includes(sought),
  );
}

/** The general ledger against the payments, each match by the rule that found it, and what is on one side alone. */
export const ledgerList = list<'see children', typeof FILTERS, FoundLedger>({
  name: 'reconciled-ledger',
  thing: 'general ledger against payments',
  path: paths.reconciledLedger({}),
  section: 'Reports',
  title: 'General ledger against payments',
  permission: 'see children',
  filters: FILTERS,
  breadcrumbs: (_request, values) => [
    { text: 'Budgets reconciled with payments', href: paths.reconciliation(values?.year.label) },
  ],
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  fileOf: (_request, { year }) => year.label,
  async load(request, asked): Promise<FoundLedger> {
    const { year, state, month, search, ...code } = asked.values;
    const all = await loadLedger(request, year);
    const years = await request.read((tx) => loadYears(tx, request.today));
    const at = monthsOf(year).find(({ firstDay }) => firstDay.slice(0, 7) === month)?.at;
    const rows = all.filter(
      (row) =>
        (state === undefined || row.state === state) &&
        halfIs(row.costCentre, code['cost-centre']) &&
        halfIs(row.subjective, code.subjective) &&
        (month === undefined || (row.ledgerMonth ?? row.paidMonth) === at) &&
        isSearched(row, search),
    );
    return computedRows(asked, rows, { all, years });
  },
  choices: ({ all, years }, { year }) => {
    const of = (key: 'costCentre' | 'subjective') =>
      [...new Set(all.flatMap((row) => row[key] ?? []))]
        .toSorted()
        .map((value) => ({ value, text: value }));
    return {
      year: years.map((value) => ({ value, text: value })),
      'cost-centre': of('costCentre'),
      subjective: of('subjective'),
      month: monthChoices(year),
      state: LEDGER_STATES.map((value) => ({
        value,
        text: `${words(value)} (${all.filter((row) => row.state === value).length})`,
      })),
    };
  },
  columns: [
    {
      ...{ key: 'state', heading: 'State', type: 'text', words },
      cell: ({ state }) => <Tag text={words(state)} colour={STATE_COLOURS[state]} />,
    },
    { key: 'costCentre', heading: 'Cost centre', type: 'text' },
    { key: 'subjective', heading: 'Subjective', type: 'text' },
    { key: 'postedOn', heading: 'Posted', type: 'date' },
    { key: 'runDate', heading: 'Run', type: 'date' },
    { key: 'journal', heading: 'Journal', type: 'text' },
    { key: 'reference', heading: 'Reference', type: 'text' },
    { key: 'supplier', heading: 'Supplier', type: 'text' },
    { key: 'description', heading: 'Description', type: 'text', only: 'file' },
    { key: 'journalType', heading: 'Type', type: 'text', only: 'file' },
    {
      ...{ key: 'ledger', heading: 'Ledger', type: 'money', summed: true },
      about:
        'What the general ledger has; of a match that pays restricted children too, what is for the others.',
    },
    {
      ...{ key: 'payments', heading: 'Payments', type: 'money', summed: true },
      about: 'What runs of the year paid: actual payments that no later one corrects.',
    },
    { key: 'paidUnder', heading: 'Paid under', type: 'text' },
    { key: 'why', heading: 'Matched by', type: 'text', sentences: true },
  ],
  first: { key: 'state', order: 'ascending' },
  counted: (total) => (
    <>
      <strong>{total}</strong> {oneOrMore(total, 'row')}
    </>
  ),
  empty: 'There is nothing to compare.',
  noMatch: 'Nothing of the ledger or the payments is as the filters ask.',
  lead: (_request, shown) => {
    if (shown === undefined) return null;
    const { all, matching } = shown.loaded;
    if (all.length === 0) return <NoLedger year={shown.values.year.label} />;
    return (
      <>
        <p class="govuk-body wellplaced-summary">
          The lines of the general ledger by accounting period, and the payments by run: first by
          reference, then by supplier, code and amount, then by what a run paid in all. Each line
          and each payment stands here once. What was posted and taken out again, such as an accrual
          and its reversal, is apart.
        </p>
        <LedgerTiles rows={matching} />
      </>
    );
  },
  sums({ loaded }) {
    const { ledger, payments } = ledgerSums(loaded.matching);
    return { state: 'All rows', ledger, payments };
  },
});
