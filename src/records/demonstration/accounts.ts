import { roundedDivision } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { PackageElement, PaymentLine } from './history.ts';
import type { PayRun } from './pay-runs.ts';

/** One element of one placement with all its rows, whoever funds them. */
export interface Account {
  readonly rows: readonly PackageElement[];
  readonly first: PackageElement;
  readonly ends: DayNumber;
}

/** A payment before it has a number. */
export type Owed = Omit<PaymentLine, 'reference' | 'corrects'>;

/** The rows of a child's packages, one account for each element of each placement. */
export function accountsOf(packages: readonly PackageElement[]): Account[] {
  const groups = new Map<string, PackageElement[]>();
  for (const row of packages) {
    const key = `${row.placementStart} ${row.element}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((rows) => {
    const first = rows[0];
    if (first === undefined) return [];
    return [{ rows, first, ends: rows.reduce((last, { to }) => Math.max(last, to), 0) }];
  });
}

/**
 * What a run owes for an account: nights × weekly rate ÷ 7, rounded once; undefined when it owes nothing.
 * `endOf` tells up to which night a row is paid, for those that pay past its end.
 */
export function owedBy(
  account: Account,
  run: PayRun,
  endOf: (row: PackageElement) => DayNumber = ({ to }) => to,
): Owed | undefined {
  let gross = 0;
  let contribution = 0;
  let source: Owed['contributionSource'] = '';
  let from = run.to;
  let to = run.from;
  for (const row of account.rows) {
    const start = Math.max(row.from, run.from);
    const stop = Math.min(endOf(row), run.to);
    if (stop <= start) continue;
    from = Math.min(from, start);
    to = Math.max(to, stop);
    gross += (stop - start) * row.weeklyRate;
    if (row.funder === 'social_care') continue;
    contribution += (stop - start) * row.weeklyRate;
    source = row.funder;
  }
  if (to <= from) return undefined;
  return {
    runDate: run.runDate,
    periodFrom: from,
    periodTo: to - 1,
    element: account.first,
    gross: roundedDivision(gross, 7),
    contributionSource: source,
    contribution: roundedDivision(contribution, 7),
    status: 'actual',
  };
}
