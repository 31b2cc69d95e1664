import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { type Pence, penceOf, poundsAndPence } from '../../../../core/money.ts';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { monthInAddress } from '../../asked.ts';
import type { LedgerRow } from '../../ledger/rows.ts';
import { ledgerByMonth } from '../../ledger/sums.ts';
import { monthsOf } from '../../months.ts';
import type { ReconciledCode } from '../../reconcile.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** What the general ledger has under a code, month by month, beside what runs of the month paid. */
export function LedgerTable(props: {
  readonly code: ReconciledCode;
  readonly year: FinancialYear;
  /** Every row of the year; none where no ledger is held. */
  readonly ledger: readonly LedgerRow[];
}): VNode {
  const { code, year, ledger } = props;
  const of = { ...code, year: year.label };
  if (ledger.length === 0) {
    return (
      <InsetText>
        No general ledger is held for {year.label}, so payments are not set against it.{' '}
        <a class={LINK} href={paths.reconciledLedger({ year: year.label })}>
          What file is wanted
        </a>
      </InsetText>
    );
  }
  const posted = ledgerByMonth(ledger, code);
  const row = (month: VNode | string, inLedger: Pence, paid: Pence) => ({
    ...{ month, ledger: inLedger, paid },
    difference: penceOf(inLedger - paid),
  });
  const rows = monthsOf(year).map((month) => {
    const href = paths.reconciledLedger({ ...of, month: monthInAddress(month) });
    const link = (
      <a class={LINK} href={href}>
        {month.name}
        <span class="govuk-visually-hidden">: ledger lines and payments</span>
      </a>
    );
    const paid = code.months[month.at]?.paidInRuns ?? penceOf(0);
    return { cells: row(link, posted[month.at] ?? penceOf(0), paid) };
  });
  const all = penceOf(posted.reduce((so, amount) => so + amount, 0));
  const total = { cells: row('The year', all, code.year.paidInRuns), total: true };
  return (
    <>
      <Table
        caption="Against the general ledger"
        columns={[
          { key: 'month', heading: 'Accounting period', type: 'text' },
          { key: 'ledger', heading: 'General ledger', type: 'money' },
          { key: 'paid', heading: 'Paid by runs of the month', type: 'money' },
          { key: 'difference', heading: 'Ledger less paid', type: 'money' },
        ]}
        rowHeader="month"
        rows={[...rows, total]}
        empty="This year has no months."
      />
      <p class="govuk-body">
        <a class={LINK} href={paths.reconciledLedger(of)}>
          What is matched, and what is on one side alone
        </a>
        : the ledger is {poundsAndPence(penceOf(all - code.year.paidInRuns))} more than payments.
      </p>
    </>
  );
}
