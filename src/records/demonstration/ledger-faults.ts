import type { DayNumber } from '../../core/plain-date.ts';
import type { ChildHistory, PackageElement } from './history.ts';
import { Random } from './random.ts';

/** Shares of children whose cost records are wrong in one of the ways that the findings look for; a cost that nobody ended is noticed within so many days. */
const NO_RECORD = 0.006;
const RUNS_ON = 0.04;
const NOTICED_WITHIN = 200;
const WRONG_PLACEMENT = 0.002;

/** A row of the cost records as finance holds it; `to` is undefined while it runs. */
export interface CostRow extends Omit<PackageElement, 'to'> {
  readonly to: DayNumber | undefined;
}

function asHeld(row: PackageElement, asOf: DayNumber): CostRow {
  return { ...row, to: row.to > asOf ? undefined : row.to };
}

/** The cost records of one child: nearly always true; for a few, a placement without any, a cost that nobody ended, or one under a wrong start. */
export function costRows(seed: number, history: ChildHistory, asOf: DayNumber): CostRow[] {
  const { packages, life } = history;
  const last = packages.at(-1);
  const rows = packages.map((row) => asHeld(row, asOf));
  if (last === undefined) return rows;
  const random = new Random(seed, 'ledger faults', life.number);
  const drawn = random.next();
  const ofLast = ({ placementStart }: CostRow) => placementStart === last.placementStart;
  if (drawn < NO_RECORD) return rows.filter((row) => !ofLast(row));
  const endedOfLate = last.to <= asOf && last.to > asOf - NOTICED_WITHIN;
  if (drawn < NO_RECORD + RUNS_ON && endedOfLate) {
    return [...rows.slice(0, -1), { ...last, to: undefined }];
  }
  if (drawn > 1 - WRONG_PLACEMENT) {
    const days = random.whole(3, 20);
    return rows.map((row) =>
      ofLast(row) ? { ...row, placementStart: row.placementStart + days } : row,
    );
  }
  return rows;
}
