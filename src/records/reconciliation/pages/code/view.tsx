import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { penceOf, wholePounds } from '../../../../core/money.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { paths } from '../../../paths.ts';
import { reconciledDefinition } from '../../definitions.ts';
import type { LedgerRow } from '../../ledger/rows.ts';
import type { LedgerCode } from '../../ledger-code.ts';
import type { RunOfCode } from '../../load-reconciled.ts';
import type { ReconciledCode } from '../../reconcile.ts';
import { LedgerTable } from './ledger-table.tsx';
import { MonthsTable } from './months-table.tsx';
import { RunsTable } from './runs-table.tsx';
import { SpendChart } from './spend-chart.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

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

function Years({ years, year, code }: Pick<Props, 'years' | 'year' | 'code'>): VNode | null {
  const others = years.filter((label) => label !== year.label);
  if (others.length === 0) return null;
  return (
    <p class="govuk-body wellplaced-no-print">
      The same code in{' '}
      {others.map((label, at) => (
        <>
          {at > 0 && ', '}
          <a key={label} class={LINK} href={paths.reconciledCode({ ...code, year: label })}>
            {label}
          </a>
        </>
      ))}
    </p>
  );
}

function Tiles({ year }: ReconciledCode): VNode {
  const over = (pence: number) =>
    pence === 0
      ? 'on budget'
      : `${wholePounds(penceOf(Math.abs(pence)))} ${pence > 0 ? 'over' : 'under'}`;
  return (
    <FigureTiles
      tiles={[
        {
          label: 'Budget to date',
          value: wholePounds(year.budgetToDate),
          definition: reconciledDefinition('budget'),
        },
        {
          label: 'Paid and accrued',
          value: wholePounds(penceOf(year.paid + year.accrued)),
          definition: reconciledDefinition('accrued'),
          note: over(year.againstBudget),
        },
        {
          label: 'Difference',
          value: wholePounds(year.difference),
          definition: reconciledDefinition('difference'),
          note: 'paid more or less than due',
        },
        {
          label: 'Budget for the year',
          value: wholePounds(year.budget),
          definition: reconciledDefinition('budget'),
        },
        {
          label: 'Projected',
          value: wholePounds(year.projected),
          definition: reconciledDefinition('projected'),
          note: over(year.variance),
        },
      ]}
    />
  );
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
            {reconciled.description ?? (reconciled.hasBudget ? '' : 'No budget.')} A cost stands in
            the month of its nights, and so does a payment, whichever run made it; the last column
            has payments by the month of their run. Paid, accrued and to come are projected, which
            is committed and the difference.
          </p>
          <Tiles {...reconciled} />
          <MonthsTable code={reconciled} year={year} />
          <SpendChart code={reconciled} year={year} today={today} />
          <LedgerTable code={reconciled} year={year} ledger={props.ledger} />
          <RunsTable runs={runs} of={{ ...code, year: year.label }} />
        </>
      )}
      <Years {...props} />
    </>
  );
}
