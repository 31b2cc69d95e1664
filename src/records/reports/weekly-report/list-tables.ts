import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import { ruleName } from '../../findings/rule-explanations.ts';
import { inWords } from '../value-in-words.ts';
import type { ReportTable } from './as-tables.ts';
import { COST_GROUP_NAMES } from './group-names.ts';
import type { PublishedReport, WeeklyReport } from './report.ts';

const PACKAGE: TabularColumn = { key: 'package', heading: 'Package', type: 'text' };
const GROUP: TabularColumn = { key: 'group', heading: 'Placement group', type: 'text' };

function money(key: string, heading: string): TabularColumn {
  return { key, heading, type: 'money' };
}

/** The tables whose rows are each about one child: for the council's own use only. */
export function listTables(report: WeeklyReport): readonly ReportTable[] {
  return [
    {
      name: 'dearest-packages',
      title: 'Dearest packages',
      columns: [
        PACKAGE,
        GROUP,
        { key: 'placementStart', heading: 'Placement started', type: 'date' },
        money('weeklyPence', 'Weekly cost'),
        money('contributionsWeeklyPence', 'Contributions'),
        { key: 'provider', heading: 'Provider', type: 'text' },
      ],
      rows: report.highCost.map((row) => ({ ...row, group: COST_GROUP_NAMES[row.group] })),
    },
    {
      name: 'changes',
      title: 'Packages that changed',
      columns: [
        { key: 'date', heading: 'From', type: 'date' },
        { key: 'kind', heading: 'Change', type: 'text' },
        PACKAGE,
        GROUP,
        money('weeklyBeforePence', 'Weekly before'),
        money('weeklyAfterPence', 'Weekly after'),
        money('differencePence', 'Difference'),
      ],
      rows: report.changes.map((row) => ({
        ...row,
        kind: inWords(row.kind),
        group: COST_GROUP_NAMES[row.group],
      })),
    },
    {
      name: 'findings',
      title: 'Findings',
      columns: [
        { key: 'severity', heading: 'Severity', type: 'text' },
        { key: 'rule', heading: 'Rule', type: 'text' },
        { key: 'count', heading: 'Number', type: 'whole' },
        { key: 'example', heading: 'Example', type: 'text' },
      ],
      rows: report.findings.map((finding) => ({
        ...finding,
        severity: inWords(finding.severity),
        rule: ruleName(finding.rule),
      })),
    },
  ];
}

/** What a published report says of the lists that it withholds. */
export function withheldTable({ withheld }: PublishedReport): ReportTable {
  const { changes } = withheld;
  return {
    name: 'lists-withheld',
    title: 'Lists withheld',
    columns: [
      { key: 'list', heading: 'List', type: 'text' },
      { key: 'packages', heading: 'Packages', type: 'whole' },
      money('weeklyPence', 'Weekly cost'),
    ],
    rows: [
      {
        list: 'Dearest packages',
        packages: withheld.highCostPackages,
        weeklyPence: withheld.highCostWeeklyPence,
      },
      { list: 'Packages started', packages: changes.started, weeklyPence: null },
      { list: 'Packages ended', packages: changes.ended, weeklyPence: null },
      { list: 'Packages changed', packages: changes.changed, weeklyPence: null },
      {
        list: 'All changes, difference',
        packages: null,
        weeklyPence: withheld.changesDifferencePence,
      },
    ],
  };
}
