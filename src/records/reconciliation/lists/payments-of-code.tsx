import { oneOrMore } from '../../../core/english.ts';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { wayFilter } from '../../../platform/lists/filters.tsx';
import { list } from '../../../platform/lists/list.ts';
import {
  CHILD_SEARCH,
  childColumns,
  isSearched,
  namesChildren,
} from '../../reports/lists/child-cells.tsx';
import { inWords } from '../../reports/value-in-words.ts';
import { loadPseudonyms } from '../../reports/weekly-report/load-report.ts';
import { restrictedLeftOut } from '../../restrictions/left-out.ts';
import { asKnownNote } from '../../revisions/as-known-note.ts';
import type { PaidPart } from '../child-parts.ts';
import { RECONCILIATION_DEFINITIONS } from '../definitions.ts';
import { loadPartsOfCode } from '../load-parts.ts';
import { type PaymentRow, paidRow, paidSum, partsBy } from '../paid-rows.ts';
import {
  breadcrumbsOfCode,
  CodeCaption,
  codeInFileName,
  codeOfList,
  monthChoices,
  monthOfList,
  OF_CODE,
} from './rows-of-code.tsx';

interface Found extends OfComputed<PaymentRow> {
  readonly parts: ReadonlyMap<PaymentRow, PaidPart>;
}

const FILTERS = {
  ...OF_CODE,
  by: wayFilter({
    label: 'Month of',
    choices: [
      { value: 'nights', text: 'The nights paid for' },
      { value: 'run', text: 'The run that paid' },
      { value: 'accruals', text: 'The nights accrued by finance' },
    ],
    usual: 'nights',
    problem: 'Choose from the list which month is meant',
  }),
  search: CHILD_SEARCH,
};

const LEADS = {
  nights:
    'Payments for the nights of the month, by whichever run. One over a month’s edge stands in both months, with what of it is of each; the last row is rounded once a month and may differ from the rows by pence.',
  run: 'What the runs of the month paid, for whichever nights: what the general ledger has in that month.',
  accruals:
    'Lines by which finance has accrued nights of the month. They are in what the month has accrued, beside the nights that no run has paid yet.',
} as const;

/** The payments under a code, line by line: for the nights of a month or a year, or made by its runs. */
export const paymentsOfCode = list<'see children', typeof FILTERS, Found>({
  name: 'reconciled-payments',
  thing: 'payments of a code',
  path: '/report/reconciliation/payments',
  section: 'Reports',
  title: 'Payments of a code',
  permission: 'see children',
  filters: FILTERS,
  breadcrumbs: (_request, values) => breadcrumbsOfCode(values),
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  caption: ({ values }) => <CodeCaption values={values} />,
  fileOf: (_request, values) => codeInFileName(values),
  async load({ read, person, today }, asked): Promise<Found> {
    const { values } = asked;
    const { found, pseudonym } = await read(async (tx) => ({
      found: await loadPartsOfCode(
        ...[tx, values.year, today, codeOfList(values), monthOfList(values)],
      ),
      pseudonym: await loadPseudonyms(tx),
    }));
    const parts = new Map(
      partsBy(values.by, found).map((part) => [paidRow(part, pseudonym), part]),
    );
    const rows = [...parts.keys()].filter((row) => isSearched(person.roles, values.search, row));
    return computedRows(asked, rows, { parts });
  },
  choices: (_loaded, { year }) => ({ month: monthChoices(year) }),
  columns: ({ person }) => [
    { key: 'runDate', heading: 'Run', type: 'date' },
    ...childColumns(person.roles),
    // A number of a payment is a key to the council's own extract.
    { key: 'reference', heading: 'Payment', type: 'text', tells: 'as on the page' },
    { key: 'provider', heading: 'Provider', type: 'text' },
    { key: 'element', heading: 'Element', type: 'text' },
    { key: 'status', heading: 'Status', type: 'text', words: inWords },
    { key: 'periodFrom', heading: 'From', type: 'date' },
    { key: 'periodTo', heading: 'To', type: 'date' },
    { key: 'month', heading: 'Month', type: 'text', sortable: false },
    {
      ...{ key: 'gross', heading: 'Gross', type: 'money' },
      about: 'The whole payment, whichever nights it is for.',
    },
    {
      ...{ key: 'share', heading: 'Of the month', type: 'money', summed: true },
      about: RECONCILIATION_DEFINITIONS.paid[1],
    },
  ],
  rowHeader: 'reference',
  namesChildren,
  first: { key: 'runDate', order: 'ascending' },
  counted: (total) => (
    <>
      <strong>{total}</strong> {oneOrMore(total, 'payment')}
    </>
  ),
  empty: 'Nothing was paid under this code in this time.',
  noMatch: 'Nothing was paid under this code as the filters ask.',
  lead: (_request, shown) =>
    shown && (
      <p class="govuk-body wellplaced-summary">
        {LEADS[shown.values.by]} Payments that another corrects, and commitments, are left out.
      </p>
    ),
  sums({ loaded }) {
    const own = loaded.matching.flatMap((row) => loaded.parts.get(row) ?? []);
    return { reference: 'All rows', share: paidSum(own) };
  },
});
