import type { VNode } from 'preact';
import type { FinancialYear } from '../../../../core/financial-year.ts';
import { NOTHING, type Pence, penceOf } from '../../../../core/money.ts';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { paths } from '../../../paths.ts';
import { monthInAddress } from '../../asked.ts';
import type { LedgerRow } from '../../ledger/ledger-row.ts';
import { ledgerByMonth } from '../../ledger/sums.ts';
import { monthsOf } from '../../months.ts';
import type { ReconciledCode } from '../../reconcile.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

interface Amounts {
  readonly all: Pence;
  readonly cancelled: Pence;
}

const NO_AMOUNTS: Amounts = { all: NOTHING, cancelled: NOTHING };

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
  const row = (month: VNode | string, amounts: Amounts, paid: Pence) => ({
    ...{ month, ledger: amounts.all, cancelled: amounts.cancelled, paid },
    difference: penceOf(amounts.all - amounts.cancelled - paid),
  });
  const rows = monthsOf(year).map((month) => {
    const href = paths.reconciledLedger({ ...of, month: monthInAddress(month) });
    const link = (
      <a class={LINK} href={href}>
        {month.name}
        <span class="govuk-visually-hidden">: ledger lines and payments</span>
      </a>
    );
    const paid = code.months[month.at]?.paidInRuns ?? NOTHING;
    return { cells: row(link, posted[month.at] ?? NO_AMOUNTS, paid) };
  });
  const all = {
    all: penceOf(posted.reduce((so, month) => so + month.all, 0)),
    cancelled: penceOf(posted.reduce((so, month) => so + month.cancelled, 0)),
  };
  const total = { cells: row('The year', all, code.year.paidInRuns), total: true };
  return (
    <>
      <Table
        caption="Against the general ledger"
        columns={[
          { key: 'month', heading: 'Accounting period', type: 'text' },
          { key: 'ledger', heading: 'General ledger', type: 'money' },
          { key: 'cancelled', heading: 'Of it taken out again', type: 'money' },
          { key: 'paid', heading: 'Paid by runs of the month', type: 'money' },
          { key: 'difference', heading: 'Difference', type: 'money' },
        ]}
        rowHeader="month"
        rows={[...rows, total]}
        empty="This year has no months."
      />
      <p class="govuk-body">
        The difference is the ledger, without accruals and other postings that are taken out again,
        less what runs of the month paid.{' '}
        <a class={LINK} href={paths.reconciledLedger(of)}>
          What is matched, and what is on one side alone
        </a>
      </p>
    </>
  );
}
