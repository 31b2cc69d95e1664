import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import { inWords } from '../../../reports/value-in-words.ts';
import { shareInWords } from '../../provider-row.ts';
import type { ShownProvider } from './shown-provider.ts';

type Found = Pick<ShownProvider, 'found'>;

/** How it is bought. */
export function ContractsTable({ found }: Found): VNode {
  const { contracts, cost } = found.provider?.all ?? {};
  const whole = cost?.penceNights ?? 0;
  return (
    <Table
      caption="Contracts, twelve months"
      captionSize="s"
      columns={[
        { key: 'contract', heading: 'Contract', type: 'text' },
        { key: 'cost', heading: 'Spend', type: 'money' },
        { key: 'share', heading: 'Share', type: 'text' },
      ]}
      rowHeader="contract"
      rows={[...(contracts ?? [])]
        .toSorted(([, one], [, other]) => other.penceNights - one.penceNights)
        .map(([said, total]) => ({
          cells: {
            ...{ contract: inWords(said), cost: total.pence },
            share: whole === 0 ? null : shareInWords(total.penceNights, whole),
          },
        }))}
      empty="Nothing was charged in these twelve months."
    />
  );
}
