import type { VNode } from 'preact';
import { Table } from '../../../platform/components/table.tsx';
import type { CostGroup } from '../../care-cost/attribution.ts';
import type { AnyReport } from '../weekly-report/as-tables.ts';
import type { FigureName } from '../weekly-report/definitions.ts';
import { COST_GROUP_NAMES } from '../weekly-report/group-names.ts';
import { count, Definitions, Figure, MoneyFigure } from './figure.tsx';
import type { ReportLinks } from './links.ts';

const FIGURES: readonly FigureName[] = [
  'children.byGroup',
  'spend.byGroup.nights',
  'spend.byGroup.weekPence',
  'spend.byGroup.averageWeeklyPence',
  'spend.weekPence',
];

function ChildrenIn(props: {
  readonly report: AnyReport;
  readonly group: CostGroup;
  readonly links: ReportLinks;
}): VNode {
  const { report, group, links } = props;
  if (group === 'noPlacement') return <>–</>;
  return (
    <Figure
      value={report.children.byGroup[group]}
      shown={count}
      of={`children, ${COST_GROUP_NAMES[group]}`}
      rows={links.rows?.children({ group })}
    />
  );
}

/** Children, nights, cost and average weekly cost of every placement group. */
export function GroupTable(props: {
  readonly report: AnyReport;
  readonly links: ReportLinks;
}): VNode {
  const { report, links } = props;
  const rows = report.spend.byGroup.map(({ group, nights, weekPence, averageWeeklyPence }) => {
    const name = COST_GROUP_NAMES[group];
    const costs = weekPence === 0 ? undefined : links.rows?.costs(group);
    return {
      cells: {
        group: name,
        children: <ChildrenIn report={report} group={group} links={links} />,
        nights: <Figure value={nights} shown={count} of={`nights, ${name}`} rows={costs} />,
        weekPence: <MoneyFigure value={weekPence} of={`spend, ${name}`} rows={costs} />,
        average: <MoneyFigure value={averageWeeklyPence} of={name} />,
      },
    };
  });
  const total = {
    total: true,
    cells: {
      group: 'All groups',
      children: (
        <Figure
          value={report.children.total}
          shown={count}
          of="children, all groups"
          rows={links.rows?.children({})}
        />
      ),
      weekPence: (
        <MoneyFigure
          value={report.spend.weekPence}
          of="spend, all groups"
          rows={links.rows?.costs()}
        />
      ),
    },
  };
  return (
    <>
      <Table
        caption="Children and spend by placement group"
        captionSize="s"
        columns={[
          { key: 'group', heading: 'Placement group', type: 'text' },
          { key: 'children', heading: 'Children', type: 'whole' },
          { key: 'nights', heading: 'Nights', type: 'whole' },
          { key: 'weekPence', heading: 'Spend in the week', type: 'money' },
          { key: 'average', heading: 'Average weekly cost', type: 'money' },
        ]}
        rowHeader="group"
        rows={[...rows, total]}
        empty="There are no placement groups."
      />
      <Definitions figures={FIGURES} links={links} />
    </>
  );
}
