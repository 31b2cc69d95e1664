import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { InsetText } from '../../../../platform/components/messages.tsx';
import type { LedgerRow } from '../../ledger/ledger-row.ts';
import type { LedgerCode } from '../../ledger-code.ts';
import type { RunOfCode } from '../../load-runs.ts';
import type { ReconciledCode } from '../../reconcile.ts';
import { LedgerTable } from './ledger-table.tsx';
import { MonthsTable } from './months-table.tsx';
import { OtherYears } from './other-years.tsx';
import { RunsTable } from './runs-table.tsx';
import { SpendChart } from './spend-chart.tsx';
import { YearTiles } from './year-tiles.tsx';

interface Props {
  readonly title: string;
  readonly year: FinancialYear;
  readonly code: LedgerCode;
  /** Undefined where the year holds nothing under the code. */
  readonly reconciled: ReconciledCode | undefined;
  readonly runs: readonly RunOfCode[];
  readonly ledger: readonly LedgerRow[];
  readonly years: readonly string[];
  readonly today: PlainDate;
  readonly leftOut: string | undefined;
}

/** One cost centre and subjective, month by month. */
export function CodeView(props: Props): VNode {
  const { title, year, code, reconciled, runs, today, leftOut } = props;
  return (
    <>
      <span class="govuk-caption-l">
        {year.label}, as it stands on {dateInWords(today)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      {leftOut !== undefined && <p class="govuk-body">{leftOut}.</p>}
      {reconciled === undefined ? (
        <InsetText>
          Nothing is held under this code for {year.label}: no budget, no cost and no payment.
        </InsetText>
      ) : (
        <>
          <p class="govuk-body wellplaced-summary">
            {reconciled.description ?? (reconciled.hasBudget ? 'No description' : 'No budget')}. A
            cost stands in the month of its nights, and so does a payment, whichever run made it;
            the last column has payments by the month of their run. Paid, accrued and to come are
            expected, which is committed and the difference.
          </p>
          <YearTiles {...reconciled} />
          <MonthsTable code={reconciled} year={year} />
          <SpendChart code={reconciled} year={year} today={today} />
          <LedgerTable code={reconciled} year={year} ledger={props.ledger} />
          <RunsTable runs={runs} of={{ ...code, year: year.label }} />
        </>
      )}
      <OtherYears {...props} />
    </>
  );
}
