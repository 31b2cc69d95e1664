import type { VNode } from 'preact';
import { Tag } from '../../../../platform/components/messages.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import type { Payment } from '../../../model.ts';
import type { ChildRecord } from '../../child-record.ts';
import { plainWord } from './cost-tables.tsx';
import { dateOf } from './words.ts';

const COLOURS = { actual: 'green', accrual: 'yellow', commitment: 'grey' } as const;

function Status(props: { readonly payment: Payment; readonly correctedBy: string | undefined }) {
  const { payment, correctedBy } = props;
  return (
    <>
      <Tag text={plainWord(payment.status) ?? ''} colour={COLOURS[payment.status]} />
      {payment.correctsRef !== undefined && ` corrects ${payment.correctsRef}`}
      {correctedBy !== undefined && ` no longer counts: corrected by ${correctedBy}`}
    </>
  );
}

/** Every line paid for the child, the latest run first, with what corrects what. */
export function PaymentsTable({ record }: { readonly record: ChildRecord }): VNode {
  const corrections = new Map(
    record.payments.flatMap(({ correctsRef, paymentRef }) =>
      correctsRef === undefined ? [] : [[correctsRef, paymentRef] as const],
    ),
  );
  return (
    <Table
      caption="Payments"
      tall={record.payments.length > 15}
      columns={[
        { key: 'ref', heading: 'Reference', type: 'text' },
        { key: 'run', heading: 'Run', type: 'date' },
        { key: 'from', heading: 'From', type: 'date' },
        { key: 'to', heading: 'To', type: 'date' },
        { key: 'element', heading: 'Element', type: 'text' },
        { key: 'provider', heading: 'Provider', type: 'text' },
        { key: 'gross', heading: 'Gross', type: 'money' },
        { key: 'contribution', heading: 'Contribution', type: 'money' },
        { key: 'source', heading: 'From whom', type: 'text' },
        { key: 'status', heading: 'Status', type: 'text' },
      ]}
      rows={record.payments.map((payment) => ({
        cells: {
          ref: payment.paymentRef,
          run: dateOf(payment.runDate),
          from: dateOf(payment.periodFrom),
          to: dateOf(payment.periodTo),
          element: plainWord(payment.element),
          provider: payment.provider,
          gross: payment.gross,
          contribution: payment.contribution === 0 ? null : payment.contribution,
          source: plainWord(payment.contributionSource),
          status: <Status payment={payment} correctedBy={corrections.get(payment.paymentRef)} />,
        },
      }))}
      empty="No payment is recorded."
    />
  );
}
