import type { VNode } from 'preact';
import { Table } from '../../../../platform/components/table.tsx';
import { ruleName } from '../../../findings/rule-explanations.ts';
import { SeverityTag } from '../../../findings/severity-tag.tsx';
import { withoutWholePostcodes } from '../../../names/outward.ts';
import { paths } from '../../../paths.ts';
import type { ChildFinding, May } from '../../child-record.ts';

function Place(props: Pick<ChildFinding, 'file'> & { readonly may: May }): VNode {
  const { file, may } = props;
  if (file === undefined) return <>Costs and placements</>;
  const place = `${file.path}${file.line === null ? '' : ` line ${file.line}`}`;
  if (!may('see imports')) return <>{place}</>;
  return (
    <a class="govuk-link" href={paths.import(file.importId)}>
      {place}
    </a>
  );
}

/** What a person should look at in this child's records. */
export function FindingsTable(props: {
  readonly findings: readonly ChildFinding[];
  readonly may: May;
}): VNode {
  const { findings, may } = props;
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
          rule: may('see findings') ? (
            <a class="govuk-link" href={paths.findingsOf(finding.rule)}>
              {ruleName(finding.rule)}
            </a>
          ) : (
            ruleName(finding.rule)
          ),
          message: may('see names and addresses of children')
            ? finding.message
            : withoutWholePostcodes(finding.message),
          place: (
            <Place may={may} {...(finding.file === undefined ? {} : { file: finding.file })} />
          ),
        },
      }))}
      empty="Nothing was found that needs a look."
    />
  );
}
