import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import type { ShownProvider } from './shown-provider.ts';

type Found = Pick<ShownProvider, 'found'>;

/** What it costs by the children’s category of need. */
export function NeedPrices({ found }: Found): VNode {
  return (
    <Table
      caption="Prices by category of need, twelve months"
      captionSize="s"
      columns={[
        { key: 'need', heading: 'Category of need', type: 'text' },
        { key: 'nights', heading: 'Nights', type: 'whole' },
        { key: 'cost', heading: 'Spend', type: 'money' },
        { key: 'averageWeekly', heading: 'Weekly price', type: 'money' },
      ]}
      rowHeader="need"
      rows={found.needs.map((need) => ({ cells: { ...need } }))}
      empty="Nothing was charged in these twelve months."
    />
  );
}
