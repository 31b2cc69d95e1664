import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import { childCell } from './child-cell.tsx';
import type { ShownProvider } from './shown-provider.ts';

const AREAS = { in: 'In area', out: 'Out of area', unknown: 'Not known' } as const;

/** The children who are with it. */
export function ChildrenTable(shown: ShownProvider): VNode {
  const { children, registered } = shown.found;
  return (
    <Table
      caption="Children now"
      captionSize="s"
      columns={[
        { key: 'child', heading: 'Child', type: 'text' },
        { key: 'group', heading: 'Placement group', type: 'text' },
        { key: 'since', heading: 'Placement started', type: 'date' },
        { key: 'weekly', heading: 'Weekly price', type: 'money' },
        { key: 'contracts', heading: 'Contract', type: 'text' },
        { key: 'home', heading: 'Home or agency', type: 'text' },
        { key: 'area', heading: 'Area', type: 'text' },
      ]}
      rowHeader="child"
      rows={children.map(({ childId, area, urn, ...child }) => ({
        cells: {
          ...{ child: childCell(childId, shown), ...child, area: AREAS[area] },
          home: urn === undefined ? null : (registered.get(urn)?.name ?? urn),
        },
      }))}
      empty="No child is with it on the last night."
    />
  );
}
