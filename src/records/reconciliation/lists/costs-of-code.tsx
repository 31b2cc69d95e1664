import { oneOrMore } from '../../../core/english.ts';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { list } from '../../../platform/lists/list.ts';
import { paths } from '../../paths.ts';
import {
  CHILD_SEARCH,
  childColumns,
  isSearched,
  namesChildren,
} from '../../reports/lists/child-cells.tsx';
import { loadPseudonyms } from '../../reports/weekly-report/load-report.ts';
import { restrictedLeftOut } from '../../restrictions/left-out.ts';
import { asKnownNote } from '../../revisions/as-known-note.ts';
import type { CostPart } from '../child-parts.ts';
import { type CostRow, costRow, costSums } from '../cost-rows.ts';
import { RECONCILIATION_DEFINITIONS } from '../definitions.ts';
import { loadPartsOfCode } from '../load-parts.ts';
import {
  breadcrumbsOfCode,
  CodeCaption,
  codeInFileName,
  codeOfList,
  monthChoices,
  monthOfList,
  OF_CODE,
} from './rows-of-code.tsx';

interface Found extends OfComputed<CostRow> {
  readonly parts: ReadonlyMap<CostRow, CostPart>;
}

const FILTERS = { ...OF_CODE, search: CHILD_SEARCH };

/** The costs under a code, element by element, in a month or a year. */
export const costsOfCode = list<'see children', typeof FILTERS, Found>({
  name: 'reconciled-costs',
  thing: 'costs of a code',
  path: '/report/reconciliation/costs',
  section: 'Reports',
  title: 'Costs of a code',
  permission: 'see children',
  filters: FILTERS,
  breadcrumbs: (_request, values) => breadcrumbsOfCode(values),
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  caption: ({ values }) => <CodeCaption values={values} />,
  fileOf: (_request, values) => codeInFileName(values),
  async load({ read, person, today }, asked): Promise<Found> {
    const { values } = asked;
    const { costs, pseudonym } = await read(async (tx) => ({
      ...(await loadPartsOfCode(tx, values.year, today, codeOfList(values), monthOfList(values))),
      pseudonym: await loadPseudonyms(tx),
    }));
    const parts = new Map(costs.map((part) => [costRow(part, pseudonym), part]));
    const rows = [...parts.keys()].filter((row) => isSearched(person.roles, values.search, row));
    return computedRows(asked, rows, { parts });
  },
  choices: (_loaded, { year }) => ({ month: monthChoices(year) }),
  columns: ({ person }) => [
    ...childColumns(person.roles),
    { key: 'month', heading: 'Month', type: 'text', sortable: false },
    { key: 'element', heading: 'Element', type: 'text' },
    { key: 'provider', heading: 'Provider', type: 'text' },
    { key: 'funder', heading: 'Funder', type: 'text', only: 'file' },
    { key: 'placementStart', heading: 'Placement started', type: 'date', only: 'file' },
    {
      ...{ key: 'nights', heading: 'Nights', type: 'whole', summed: true },
      about: 'Nights of the month on which the element is charged.',
    },
    { key: 'weeklyRate', heading: 'Weekly rate', type: 'money' },
    {
      ...{ key: 'due', heading: 'Due', type: 'money', summed: true },
      about: 'Nights that a run has paid, or should have.',
    },
    {
      ...{ key: 'accrued', heading: 'Accrued', type: 'money', summed: true },
      about: RECONCILIATION_DEFINITIONS.accrued[1],
    },
    {
      ...{ key: 'toCome', heading: 'To come', type: 'money', summed: true },
      about: RECONCILIATION_DEFINITIONS.toCome[1],
    },
    {
      ...{ key: 'cost', heading: 'Cost', type: 'money', summed: true },
      about:
        'Nights × weekly rate ÷ 7, each row rounded to the penny by itself: the page rounds each month once, and may differ from a sum of rows by pence.',
    },
  ],
  rowHeader: 'package',
  namesChildren,
  first: { key: 'cost', order: 'descending' },
  counted: (total) => (
    <>
      <strong>{total}</strong> {oneOrMore(total, 'cost')}
    </>
  ),
  empty: 'Nothing is charged to this code in this time.',
  noMatch: 'Nothing is charged to this code as the filters ask.',
  lead: (_request, shown) =>
    shown && (
      <p class="govuk-body wellplaced-summary">
        Each element of a package that carries the code, by the nights of the month: those that a
        run has paid or should have, those that have passed and wait for one, those to come. The
        last row is rounded once a month, as the page of the code is, and may differ from the rows
        by pence. What the page has accrued is these nights and{' '}
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={paths.reconciledRows('payments', {
            ...codeOfList(shown.values),
            year: shown.values.year.label,
            ...(shown.values.month === undefined ? {} : { month: shown.values.month }),
            by: 'accruals',
          })}
        >
          what finance has accrued
        </a>
        .
      </p>
    ),
  sums({ loaded }) {
    const own = loaded.matching.flatMap((row) => loaded.parts.get(row) ?? []);
    const { due, accrued, toCome, committed } = costSums(own);
    const nights = loaded.matching.reduce((so, row) => so + row.nights, 0);
    return { package: 'All rows', nights, due, accrued, toCome, cost: committed };
  },
});
