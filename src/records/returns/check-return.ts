import { canonicalHeader } from '../intake/files/header.ts';
import { onceTold } from '../intake/files/once-told.ts';
import type { Rejection, RowFinding } from '../intake/files/rejection.ts';
import type { RowBatch } from '../intake/files/row-batch.ts';
import { beginningOf } from '../values/longest-text.ts';
import { checkPeriod, type PeriodColumns } from './check-period.ts';
import { senseChecker } from './check-sense.ts';
import { valueReader } from './read-value.ts';
import type { ReturnModuleKind, ReturnRow } from './return-module.ts';
import { returnModule } from './return-modules.ts';
import { type ColumnProblem, findingFor, refusesRow, rejectionFor } from './row-problems.ts';

/** Rows of one module after the checks. */
export interface CheckedReturnRows {
  readonly kind: ReturnModuleKind;
  readonly rows: readonly ReturnRow[];
  readonly rejections: readonly Rejection[];
  readonly findings: readonly RowFinding[];
}

/** So much of a value is shown where it is too long to be one. */
const SHOWN = 100;

/** The name under which a return's XML or an extract writes a column of the CSV. */
const OTHER_NAMES: Readonly<Record<string, string>> = { PL: 'PLACE', CHILDID: 'CHILD' };

/** Where each column of the module stands in the file; -1 where the file does not have it. */
function positionsOf(names: readonly string[], header: readonly string[]): readonly number[] {
  const present = header.map(canonicalHeader).map((name) => OTHER_NAMES[name] ?? name);
  return names.map((name) => present.indexOf(name));
}

/**
 * Checks rows of one module against the code lists of one return year. A row is rejected only when
 * something it cannot be used without is missing or unreadable; everything else that is wrong is
 * kept as it stands with a finding. `header` names the cells in the order of the file.
 */
export function returnChecker(
  kind: ReturnModuleKind,
  header: readonly string[],
  returnYear: number | undefined,
): (batch: RowBatch) => CheckedReturnRows {
  const module = returnModule(kind);
  const names = module.columns.map(({ name }) => name);
  const positions = positionsOf(names, header);
  const columns = module.columns.map((column, at) => ({
    // What the whole file lacks is said once for the file, not again on every row.
    column: positions[at] === -1 && !column.required ? { ...column, expected: false } : column,
    position: positions[at] ?? -1,
  }));
  const plan = columns.map((each) => ({ ...each, read: valueReader(each.column, returnYear) }));
  const isNews = onceTold();
  const period: PeriodColumns | undefined =
    module.period === undefined
      ? undefined
      : {
          ...module.period,
          startsAt: names.indexOf(module.period.start),
          endsAt: names.indexOf(module.period.end),
          rejectsReversed: kind === 'episodes',
        };

  const has = (name: string) => (positions[names.indexOf(name)] ?? -1) !== -1;
  const makesSense = senseChecker(kind, names, has, returnYear);

  return (batch) => {
    const rows: ReturnRow[] = [];
    const rejections: Rejection[] = [...batch.rejections];
    const findings: RowFinding[] = [];
    const width = plan.length;
    for (let index = 0; index < batch.cells.length; index += 1) {
      const cells = batch.cells[index] ?? [];
      const line = batch.lines[index] ?? 0;
      const values = new Array<string | null>(width);
      let problems: ColumnProblem[] | undefined;
      for (let at = 0; at < width; at += 1) {
        const step = plan[at];
        if (step === undefined) continue;
        const text = cells[step.position] ?? '';
        const { value, problem, why } = step.read(text);
        values[at] = value;
        if (problem !== undefined) {
          problems ??= [];
          problems.push({
            column: step.column,
            text: beginningOf(text.trim(), SHOWN),
            value,
            problem,
            why,
          });
        }
      }
      const refusal = problems?.find(refusesRow);
      if (refusal !== undefined) {
        rejections.push(rejectionFor(refusal, line, cells));
        continue;
      }
      const childId = values[0] ?? undefined;
      if (period !== undefined) {
        const verdict = checkPeriod(period, values, line, cells);
        if (verdict !== undefined && 'reason' in verdict) {
          rejections.push(verdict);
          continue;
        }
        if (verdict !== undefined) findings.push(verdict);
      }
      for (const problem of problems ?? []) {
        const finding = findingFor(problem, line, childId, returnYear);
        if (isNews(finding)) findings.push(finding);
      }
      for (const told of makesSense?.(values) ?? []) {
        findings.push({ ...told, line, childId, severity: 'warning' });
      }
      rows.push({ line, values });
    }
    return { kind, rows, rejections, findings };
  };
}
