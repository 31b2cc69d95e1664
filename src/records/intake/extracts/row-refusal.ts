import type { RowFinding } from '../files/rejection.ts';

/** Why a row of a cost record cannot be used; caught by the checker, which keeps the row as a rejection. */
export class RowRefusal extends Error {
  readonly column: string;
  readonly value: string | null;

  constructor(column: string, value: string | null, reason: string) {
    super(reason);
    this.name = 'RowRefusal';
    this.column = column;
    this.value = value;
  }
}

/** What to look at in a row that is kept, before its line is known; a warning unless it says otherwise. */
export type FindingAbout = Omit<RowFinding, 'line' | 'severity'> & {
  readonly severity?: RowFinding['severity'];
};

/** Takes what is found in a row. */
export type Note = (finding: FindingAbout) => void;

/** The refusal of a row for a value that it lacks. */
export function missing(column: string): RowRefusal {
  return new RowRefusal(column, null, `${column} is empty; the row cannot be used without it`);
}
