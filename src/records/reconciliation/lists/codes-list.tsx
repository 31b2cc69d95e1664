import type { VNode } from 'preact';
import { oneOrMore } from '../../../core/english.ts';
import type { FinancialYear } from '../../../core/financial-year.ts';
import type { Pence } from '../../../core/money.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import { Money } from '../../../platform/components/values.tsx';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, textFilter } from '../../../platform/lists/filters.tsx';
import { list } from '../../../platform/lists/list.ts';
import { paths } from '../../paths.ts';
import { lastSunday } from '../../reports/weekly-report/week.ts';
import { restrictedLeftOut } from '../../restrictions/left-out.ts';
import { asKnownNote } from '../../revisions/as-known-note.ts';
import { YEAR } from '../asked.ts';
import {
  CODE_STATES,
  type CodeRow,
  codeRows,
  isInState,
  type SUMS,
  sumsOfCodes,
} from '../code-rows.ts';
import { RECONCILIATION_DEFINITIONS, type ReconciledFigure } from '../definitions.ts';
import { loadReconciled } from '../load-reconciled.ts';
import { loadYears } from '../load-years.ts';
import { CodeTiles } from './code-tiles.tsx';

const STATES_IN_WORDS: Readonly<Record<(typeof CODE_STATES)[number], string>> = {
  overspent: 'Expected over budget',
  difference: 'Paid more or less than due',
  'no-budget': 'Without a budget',
  'not-paid': 'With a cost and no payment',
};

const FILTERS = {
  year: YEAR,
  'cost-centre': choiceFilter({
    ...{ label: 'Cost centre', any: 'All', problem: 'Choose a cost centre from the list' },
    called: (text) => `Cost centre: ${text}`,
  }),
  state: choiceFilter({
    ...{ label: 'State', any: 'All', problem: 'Choose a state from the list' },
    choices: CODE_STATES.map((value) => ({ value, text: STATES_IN_WORDS[value] })),
  }),
  search: textFilter({ label: 'Code or description', called: 'Code or description' }),
};

interface FoundCodes extends OfComputed<CodeRow> {
  /** Of the year, whatever the filters. */
  readonly all: readonly CodeRow[];
  readonly years: readonly string[];
}

function money(key: keyof typeof SUMS, heading: string, figure: ReconciledFigure) {
  return {
    ...{ key, heading, type: 'money' as const, summed: true as const },
    about: RECONCILIATION_DEFINITIONS[figure][1],
    cell: (row: CodeRow) => <Money amount={row[key] as Pence} whole={true} />,
  };
}

/** A code, leading to its own months. */
function Code({ row, year }: { readonly row: CodeRow; readonly year: FinancialYear }): VNode {
  return (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={paths.reconciledCode({ ...row, year: year.label })}
    >
      {row.costCentre ?? 'Not recorded'}
    </a>
  );
}

function searched(rows: readonly CodeRow[], search: string | undefined): readonly CodeRow[] {
  const sought = search?.toLowerCase();
  if (sought === undefined) return rows;
  return rows.filter((row) =>
    [row.costCentre, row.subjective, row.description].some((text) =>
      text?.toLowerCase().includes(sought),
    ),
  );
}

/** Every cost centre and subjective of a financial year: budget, payments, accruals and what is to come. */
export const codesList = list<'see children', typeof FILTERS, FoundCodes>({
  name: 'reconciliation',
  thing: 'reconciliation',
  path: paths.reconciliation(),
  section: 'Reports',
  title: 'Budgets reconciled with payments',
  permission: 'see children',
  filters: FILTERS,
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  fileOf: (_request, { year }) => year.label,
  async load({ read, today }, asked): Promise<FoundCodes> {
    const { year, state, search, 'cost-centre': centre } = asked.values;
    const { codes, years } = await read(async (tx) => ({
      codes: await loadReconciled(tx, year, today),
      years: await loadYears(tx, today),
    }));
    const all = codeRows(codes);
    const rows = searched(all, search).filter(
      (row) =>
        (centre === undefined || (row.costCentre ?? '') === centre) &&
        (state === undefined || isInState(row, state)),
    );
    return computedRows(asked, rows, { all, years });
  },
  choices: ({ all, years }) => ({
    year: years.map((value) => ({ value, text: value })),
    'cost-centre': [...new Set(all.flatMap(({ costCentre }) => costCentre ?? []))].map((value) => ({
      value,
      text: value,
    })),
    state: CODE_STATES.map((value) => ({
      value,
      text: `${STATES_IN_WORDS[value]} (${all.filter((row) => isInState(row, value)).length})`,
    })),
  }),
  columns: [
    {
      ...{ key: 'costCentre', heading: 'Cost centre', type: 'text' },
      cell: (row, { values: { year } }) => <Code row={row} year={year} />,
    },
    { key: 'subjective', heading: 'Subjective', type: 'text' },
    { key: 'description', heading: 'Description', type: 'text' },
    money('budgetToDate', 'Budget to date', 'budget'),
    money('paid', 'Paid', 'paid'),
    money('accrued', 'Accrued', 'accrued'),
    money('difference', 'Difference', 'difference'),
    money('budget', 'Budget for the year', 'budget'),
    money('committed', 'Committed', 'committed'),
    money('expected', 'Expected', 'expected'),
    money('variance', 'Expected variance', 'variance'),
  ],
  rowHeader: 'costCentre',
  // The most overspent first.
  first: { key: 'variance', order: 'descending' },
  counted: (total) => (
    <>
      <strong>{total}</strong> {oneOrMore(total, 'code')}
    </>
  ),
  empty:
    'No budget, cost or payment is held for this year. Import budgets, placement_costs and payments to see them reconciled.',
  noMatch: 'No code of this year is as the filters ask.',
  lead: ({ today }, shown) =>
    shown && (
      <>
        <p class="govuk-body wellplaced-summary">
          Every cost centre and subjective of {shown.values.year.label}, as it stands on{' '}
          {dateInWords(today)}: what was voted, what was paid for the year’s nights, what of nights
          that have passed no run has paid yet, and what is recorded to come. Each month of each
          code is rounded to the penny, and all else is their sum. Choose a cost centre for its
          months. What is expected is what is recorded; the{' '}
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={paths.outturn(lastSunday(today))}
          >
            outturn
          </a>{' '}
          projects the year from known ends and pace.
        </p>
        <p class="govuk-body wellplaced-no-print">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={paths.reconciledLedger({ year: shown.values.year.label })}
          >
            The general ledger against payments
          </a>
        </p>
        <CodeTiles rows={shown.loaded.matching} />
      </>
    ),
  sums: ({ loaded }) => ({ costCentre: 'All rows', ...wholeSums(loaded.matching) }),
});

function wholeSums(rows: readonly CodeRow[]): Readonly<Record<string, VNode>> {
  return Object.fromEntries(
    Object.entries(sumsOfCodes(rows)).map(([key, amount]) => [
      key,
      <Money key={key} amount={amount} whole={true} />,
    ]),
  );
}
