import type { VNode } from 'preact';
import { type Pence, penceOf } from '../../../core/money.ts';
import { Details } from '../../../platform/components/messages.tsx';
import { Table, type TableRow } from '../../../platform/components/table.tsx';
import { paths } from '../../paths.ts';
import type { ReportToPaid } from '../report-and-payments.ts';
import type { WeekShown } from '../weekly-report/week.ts';

/** How the report's cost of the year leads to what was paid, line by line: each total is what the lines before it come to. */
export function ReportToPaidTable(props: {
  readonly found: ReportToPaid;
  readonly week: WeekShown;
}): VNode {
  const { found, week } = props;
  const line = (what: VNode | string, amount: Pence): TableRow => ({ cells: { what, amount } });
  const total = (what: string, amount: Pence): TableRow => ({
    ...line(what, amount),
    total: true,
  });
  const report = (
    <a class="govuk-link govuk-link--no-visited-state" href={paths.reportOf(week.weekEnding)}>
      Cost of the year to date in the weekly report
    </a>
  );
  return (
    <Details summary="Why the weekly report and payments differ">
      <Table
        caption="From the cost in the weekly report to what was paid"
        captionSize="s"
        columns={[
          { key: 'what', heading: 'Every child of the list, whatever the filters', type: 'text' },
          { key: 'amount', heading: 'Amount', type: 'money' },
        ]}
        rowHeader="what"
        rows={[
          line(report, found.report),
          line('Nights of short breaks, which the report leaves out', found.shortBreaks),
          line('Rounding: the report once, this list child by child', found.rounding),
          total('Committed', found.committed),
          line('Less nights that wait for a run still to come', penceOf(-found.awaiting)),
          total('Due to be paid', found.due),
          line('Children over paid, by how much', found.differences['over-paid']),
          line('Children under paid, by how much', found.differences['under-paid']),
          line('Children who match, by pence of rounding', found.differences.matched),
          total('Paid, accruals included', found.paid),
        ]}
        empty="There is nothing to compare."
      />
      <p class="govuk-body">
        Both count every payer’s share of a package and the same nights. Payments for nights before
        1 April or after {week.countsTo === week.weekEnding ? 'the week' : 'today'}, payments that
        another corrects, and commitments are in neither.
      </p>
    </Details>
  );
}
