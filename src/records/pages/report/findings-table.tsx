import type { VNode } from 'preact';
import { Tag } from '../../../platform/components/messages.tsx';
import { Table } from '../../../platform/components/table.tsx';
import type { Severity } from '../../model.ts';
import type { WeeklyReport } from '../../weekly-report/report.ts';
import { count, Definitions, Figure } from './figure.tsx';
import type { ReportLinks } from './links.ts';

const SEVERITY_TAGS: Readonly<
  Record<Severity, { readonly text: string; readonly colour: 'red' | 'yellow' | 'grey' }>
> = {
  error: { text: 'Error', colour: 'red' },
  warning: { text: 'Warning', colour: 'yellow' },
  information: { text: 'Information', colour: 'grey' },
};

function ruleInWords(rule: string): string {
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

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
        columns={[
          { key: 'severity', heading: 'Severity', type: 'text' },
          { key: 'rule', heading: 'Rule', type: 'text' },
          { key: 'count', heading: 'Findings', type: 'whole' },
          { key: 'example', heading: 'The first of them', type: 'text' },
        ]}
        rows={report.findings.map(({ severity, rule, count: found, example }) => ({
          cells: {
            severity: <Tag {...SEVERITY_TAGS[severity]} />,
            rule: ruleInWords(rule),
            count: (
              <Figure
                value={found}
                shown={count}
                of={ruleInWords(rule)}
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
