import type { VNode } from 'preact';
import { Table } from '../../../platform/components/table.tsx';
import { ruleName } from '../findings/rule-explanations.ts';
import { SeverityTag } from '../findings/severity-tag.tsx';
import { paths } from '../paths.ts';
import type { ChildFinding } from './child-record.ts';

function Place({ file }: Pick<ChildFinding, 'file'>): VNode {
  if (file === undefined) return <>Costs and placements</>;
  return (
    <a class="govuk-link" href={paths.import(file.importId)}>
      {file.path}
      {file.line === null ? '' : ` line ${file.line}`}
    </a>
  );
}

/** What a person should look at in this child's records. */
export function FindingsTable({ findings }: { readonly findings: readonly ChildFinding[] }): VNode {
  return (
    <Table
      caption="Findings"
      columns={[
        { key: 'severity', heading: 'Severity', type: 'text' },
        { key: 'rule', heading: 'Rule', type: 'text' },
        { key: 'message', heading: 'What was found', type: 'text' },
        { key: 'place', heading: 'Where', type: 'text' },
      ]}
      rows={findings.map((finding) => ({
        cells: {
          severity: <SeverityTag severity={finding.severity} />,
          rule: (
            <a class="govuk-link" href={paths.findingsOf(finding.rule)}>
              {ruleName(finding.rule)}
            </a>
          ),
          message: finding.message,
          place: <Place {...(finding.file === undefined ? {} : { file: finding.file })} />,
        },
      }))}
      empty="Nothing was found that needs a look."
    />
  );
}
