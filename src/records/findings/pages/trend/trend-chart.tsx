import type { VNode } from 'preact';
import { counted, inFigures } from '../../../../core/english.ts';
import { dayOfInstant, instantInWords } from '../../../../core/instant.ts';
import { barChart } from '../../../../platform/charts/bar-chart.tsx';
import { lineChart } from '../../../../platform/charts/line-chart.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { FigureLink } from '../../../../platform/components/values.tsx';
import { SEVERITIES } from '../../../model.ts';
import { paths } from '../../../paths.ts';
import { ruleName } from '../../rule-explanations.ts';
import { SEVERITY_TAGS, SeverityTag } from '../../severity-tag.tsx';
import type { RuleTrend, TrendStep } from '../../trend.ts';

function inWords(steps: readonly TrendStep[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return 'There is nothing to draw.';
  return `From ${counted(first.open, 'finding')} open after the import of ${instantInWords(first.at)} to ${inFigures(last.open)} after that of ${instantInWords(last.at)}.`;
}

/** The findings open after each of the imports, oldest first: a line for each severity over the days, or a bar for each import where all are of one day. */
export function TrendChart({ steps }: { readonly steps: readonly TrendStep[] }): VNode | null {
  if (steps.length === 0) return null;
  const said = { id: 'findings-trend', type: 'whole', description: inWords(steps) } as const;
  // The last import of a day stands for it.
  const days = [...new Map(steps.map((step) => [dayOfInstant(step.at), step])).values()];
  if (days.length === 1) {
    return barChart({
      ...said,
      title: 'Findings open after each import',
      labelHeading: 'Import',
      valueHeading: 'Open',
      bars: steps.map((step, at) => ({
        label: `${at + 1}: ${instantInWords(step.at)}`,
        value: step.open,
      })),
    });
  }
  return lineChart({
    ...said,
    title: 'Findings open after the imports of each day',
    stepped: true,
    series: SEVERITIES.map((severity) => ({
      label: SEVERITY_TAGS[severity].text,
      points: days.map(({ at, openBySeverity }) => ({
        date: dayOfInstant(at),
        value: openBySeverity[severity],
      })),
    })),
  });
}

/** What came and went by the imports shown, rule by rule. */
export function RulesTrend({ rules }: { readonly rules: readonly RuleTrend[] }): VNode {
  return (
    <Table
      caption="By rule"
      columns={[
        { key: 'severity', heading: 'Severity', type: 'text' },
        { key: 'rule', heading: 'Rule', type: 'text' },
        { key: 'found', heading: 'New in these imports', type: 'whole' },
        { key: 'ended', heading: 'Ended by these imports', type: 'whole' },
        { key: 'open', heading: 'Open now', type: 'whole' },
      ]}
      rowHeader="rule"
      rows={rules.map(({ severity, rule, found, ended, open }) => ({
        cells: {
          severity: <SeverityTag severity={severity} />,
          rule: ruleName(rule),
          ...{ found, ended },
          open: (
            <FigureLink
              value={inFigures(open)}
              of={ruleName(rule)}
              rows={paths.findingsWhere({ rule, severity })}
            />
          ),
        },
      }))}
      empty="No import has found anything that needs a look."
    />
  );
}
