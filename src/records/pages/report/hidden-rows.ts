import type { TabularColumn, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import type { FindingCount, WeeklyReport } from '../../weekly-report/report.ts';
import { notShownInWords } from '../restrictions/not-shown.tsx';

/** What the query of a list may narrow it to while rows about hidden children are still counted: what the report’s figures lead to. By any other filter somebody could find a hidden child out. */
const OF_FIGURES = new Set(['week-ending', 'kind', 'group', 'state', 'days', 'by', 'page']);

/** The rows of a list in two: those shown, and those about hidden children, which only totals count. */
export function rowsSeen<Row extends TabularRow>(
  rows: readonly Row[],
  hidden: ReadonlySet<string>,
  values: object,
): { readonly shown: readonly Row[]; readonly hidden: readonly Row[] } {
  const isHidden = ({ childId }: TabularRow) => hidden.has(String(childId ?? ''));
  if (hidden.size === 0) return { shown: rows, hidden: [] };
  const narrowed = Object.entries(values).some(
    ([name, value]) => value !== undefined && !OF_FIGURES.has(name),
  );
  return {
    shown: rows.filter((row) => !isHidden(row)),
    hidden: narrowed ? [] : rows.filter(isHidden),
  };
}

/** The last row of a file that leaves rows out: it says how many. */
export function notShownRow(count: number, columns: readonly TabularColumn[]): TabularRow[] {
  const [first] = columns.filter(({ type }) => type === 'text');
  return count === 0 || first === undefined ? [] : [{ [first.key]: notShownInWords(count) }];
}

function findingSeen(finding: FindingCount, names: ReadonlySet<string>): FindingCount {
  const [name = ''] = finding.example.split(':');
  return names.has(name) ? { ...finding, example: 'About a restricted child.' } : finding;
}

/** The report without its rows about hidden children, who are named by pseudonym; its figures still count them. */
export function reportSeen(
  report: WeeklyReport,
  childOf: ReadonlyMap<string, string>,
  hidden: ReadonlySet<string>,
): WeeklyReport {
  if (hidden.size === 0) return report;
  const names = new Set(
    Array.from(childOf)
      .filter(([, childId]) => hidden.has(childId))
      .map(([name]) => name),
  );
  const { highCost, changes, findings } = report;
  return {
    ...report,
    highCost: highCost.filter((row) => !names.has(row.package)),
    changes: changes.filter((row) => !names.has(row.package)),
    findings: findings.map((finding) => findingSeen(finding, names)),
    notShown: {
      highCost: highCost.filter((row) => names.has(row.package)).length,
      changes: changes
        .filter((row) => names.has(row.package))
        .map(({ kind, differencePence }) => ({ kind, differencePence })),
    },
  };
}
