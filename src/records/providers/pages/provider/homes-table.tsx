import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import type { ShownProvider } from './shown-provider.ts';

/** Where the children sleep. */
export function HomesTable({ found }: ShownProvider): VNode {
  const { homes, registered } = found;
  return (
    <>
      <Table
        caption="Homes and agencies used in the twelve months"
        captionSize="s"
        columns={[
          { key: 'name', heading: 'Home or agency', type: 'text' },
          { key: 'urn', heading: 'URN', type: 'text' },
          { key: 'type', heading: 'Kind', type: 'text' },
          { key: 'sector', heading: 'Sector', type: 'text' },
          { key: 'nights', heading: 'Nights', type: 'whole' },
          { key: 'children', heading: 'Children now', type: 'whole' },
        ]}
        rowHeader="name"
        rows={homes.map(({ urn, nights, children }) => {
          const { name = 'Not on Ofsted’s list', type, sector } = registered.get(urn) ?? {};
          return { cells: { name, urn, type, sector, nights, children } };
        })}
        empty="No episode names the home or agency (URN) in which its children sleep."
      />
      <p class="govuk-body">
        Places, Ofsted’s grades and owners are not held: of Ofsted’s list number, name, kind and
        sector are read.
      </p>
    </>
  );
}
