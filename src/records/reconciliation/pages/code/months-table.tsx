import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { type Pence, poundsAndPence } from '../../../../core/money.ts';
import { Table } from '../../../../platform/components/table.tsx';
import type { OfCode } from '../../../paths.ts';
import { paths } from '../../../paths.ts';
import { monthInAddress } from '../../asked.ts';
import { type ReconciledFigure, reconciledDefinition } from '../../definitions.ts';
import { type Month, monthsOf } from '../../months.ts';
import type { Reconciled, ReconciledCode } from '../../reconcile.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

const COLUMNS = [
  ['budget', 'Budget'],
  ['committed', 'Committed'],
  ['paid', 'Paid'],
  ['accrued', 'Accrued'],
  ['toCome', 'To come'],
  ['difference', 'Difference'],
  ['expected', 'Expected'],
  ['variance', 'Variance'],
  ['paidInRuns', 'Paid by runs of the month'],
] as const satisfies readonly (readonly [ReconciledFigure, string])[];

/** The rows behind an amount of a month; undefined where there are none. */
function rowsBehind(figure: ReconciledFigure, of: OfCode, month?: Month): string | undefined {
  const asked = { ...of, ...(month === undefined ? {} : { month: monthInAddress(month) }) };
  switch (figure) {
    case 'committed':
    case 'accrued':
    case 'toCome':
      return paths.reconciledRows('costs', asked);
    case 'paid':
      return paths.reconciledRows('payments', asked);
    case 'paidInRuns':
      return paths.reconciledRows('payments', { ...asked, by: 'run' });
    default:
      return undefined;
  }
}

function Amount(props: {
  readonly amount: Pence;
  readonly href: string | undefined;
  readonly of: string;
}): VNode {
  const { amount, href, of } = props;
  const text = <span class="wellplaced-money">{poundsAndPence(amount)}</span>;
  if (href === undefined || amount === 0) return text;
  return (
    <a class={LINK} href={href}>
      {text}
      <span class="govuk-visually-hidden"> {of}: the rows</span>
    </a>
  );
}

function cellsOf(row: Reconciled, of: OfCode, called: string, month?: Month) {
  return Object.fromEntries(
    COLUMNS.map(([figure, heading]) => [
      figure,
      <Amount
        key={figure}
        amount={row[figure]}
        href={rowsBehind(figure, of, month)}
        of={`${heading}, ${called}`}
      />,
    ]),
  );
}

/** The twelve months of a code with what they come to. */
export function MonthsTable(props: {
  readonly code: ReconciledCode;
  readonly year: FinancialYear;
}): VNode {
  const { code, year } = props;
  const of = { ...code, year: year.label };
  const months = monthsOf(year).map((month) => {
    const row = code.months[month.at] as Reconciled;
    return { cells: { month: month.name, ...cellsOf(row, of, month.name, month) } };
  });
  return (
    <div class="wellplaced-wide">
      <Table
        caption={`Months of ${year.label}`}
        columns={[
          { key: 'month', heading: 'Month', type: 'text' },
          ...COLUMNS.map(([key, heading]) => ({ key, heading, type: 'money' as const })),
        ]}
        rowHeader="month"
        rows={[
          ...months,
          { cells: { month: 'The year', ...cellsOf(code.year, of, year.label) }, total: true },
        ]}
        empty="This year has no months."
      />
      <p class="govuk-body-s wellplaced-no-print">
        What they mean:{' '}
        {COLUMNS.map(([figure, heading], at) => (
          <>
            {at > 0 && ', '}
            <a class={LINK} href={reconciledDefinition(figure)}>
              {heading.toLowerCase()}
            </a>
          </>
        ))}
        .
      </p>
    </div>
  );
}
