import type { VNode } from 'preact';
import { Table } from '../../../platform/components/table.tsx';
import { ruleName } from '../../findings/rule-explanations.ts';
import { SeverityTag } from '../../findings/severity-tag.tsx';
import type { WeeklyReport } from '../weekly-report/report.ts';
import { count, Definitions, Figure } from './figure.tsx';
import type { ReportLinks } from './links.ts';

/** What a person should look at before the figures are used, by rule. */
export function FindingsTable(props: {
  readonly report: WeeklyReport;
  readonly links: ReportLinks;
}): VNode {
  const { report, links } = props;
  return (
    <>
      <Table
        caption="Findings"
        captionSize="s"
        columns={[
          { key: 'severity', heading: 'Severity', type: 'text' },
          { key: 'rule', heading: 'Rule', type: 'text' },
          { key: 'count', heading: 'Findings', type: 'whole' },
          { key: 'example', heading: 'The first of them', type: 'text' },
        ]}
        rows={report.findings.map(({ severity, rule, count: found, example }) => ({
          cells: {
            severity: <SeverityTag severity={severity} />,
            rule: ruleName(rule),
            count: (
              <Figure
                value={found}
                shown={count}
                of={ruleName(rule)}
                rows={links.rows?.findings(rule)}
              />
            ),
            example,
          },
        }))}
        empty="Nothing was found that needs a look."
      />
      <Definitions figures={['findings']} links={links} />
    </>
  );
}
