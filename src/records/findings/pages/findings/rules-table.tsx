import type { VNode } from 'preact';
import { inFigures } from '../../../../core/english.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { Table } from '../../../../platform/components/table.tsx';
import { FigureLink } from '../../../../platform/components/values.tsx';
import { paths } from '../../../paths.ts';
import type { RuleCount } from '../../load-findings.ts';
import { RULE_EXPLANATIONS, ruleName } from '../../rule-explanations.ts';
import { SeverityTag } from '../../severity-tag.tsx';

/** The findings by rule, what to do about each, and who can. */
export function RulesTable(props: {
  readonly rules: readonly RuleCount[];
  readonly query: URLSearchParams;
}): VNode {
  return (
    <Table
      caption="By rule"
      columns={[
        { key: 'severity', heading: 'Severity', type: 'text' },
        { key: 'rule', heading: 'Rule', type: 'text' },
        { key: 'found', heading: 'Findings', type: 'whole' },
        { key: 'whatToDo', heading: 'What to do', type: 'text' },
        { key: 'whoMends', heading: 'Who can mend it', type: 'text' },
      ]}
      rowHeader="rule"
      rows={props.rules.map(({ severity, rule, found }) => ({
        cells: {
          severity: <SeverityTag severity={severity} />,
          rule: ruleName(rule),
          found: (
            <FigureLink
              value={inFigures(found)}
              of={ruleName(rule)}
              rows={addressWith(paths.findings, props.query, { rule, page: undefined })}
            />
          ),
          whatToDo: RULE_EXPLANATIONS[rule]?.whatToDo,
          whoMends: RULE_EXPLANATIONS[rule]?.whoMends,
        },
      }))}
      empty="Nothing was found that needs a look."
    />
  );
}
