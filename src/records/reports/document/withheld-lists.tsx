import type { VNode } from 'preact';
import { Table } from '../../../platform/components/table.tsx';
import type { PublishedReport } from '../weekly-report/report.ts';
import { count, Definitions, Figure, MoneyFigure } from './figure.tsx';
import type { ReportLinks } from './links.ts';

/** What a published report says in place of its lists, whose rows are each about one child. */
export function WithheldLists(props: {
  readonly report: PublishedReport;
  readonly links: ReportLinks;
}): VNode {
  const { withheld } = props.report;
  const { changes } = withheld;
  const row = (list: string, packages: typeof changes.started | null, weekly: VNode | null) => ({
    cells: {
      list,
      packages: <Figure value={packages} shown={count} of={list} />,
      weekly,
    },
  });
  return (
    <>
      <Table
        caption="Lists withheld"
        captionSize="s"
        columns={[
          { key: 'list', heading: 'List', type: 'text' },
          { key: 'packages', heading: 'Packages', type: 'whole' },
          { key: 'weekly', heading: 'Weekly cost', type: 'money' },
        ]}
        rowHeader="list"
        rows={[
          row(
            'Dearest packages',
            withheld.highCostPackages,
            <MoneyFigure value={withheld.highCostWeeklyPence} of="dearest packages" />,
          ),
          row('Packages started', changes.started, null),
          row('Packages ended', changes.ended, null),
          row('Packages changed', changes.changed, null),
          row(
            'All changes, difference',
            null,
            <MoneyFigure value={withheld.changesDifferencePence} of="all changes" />,
          ),
        ]}
        empty="No list is withheld."
      />
      <Definitions figures={['highCost', 'changes']} links={props.links} />
    </>
  );
}
