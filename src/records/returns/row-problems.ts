import { FIRST_SCHEME_YEAR, LAST_SCHEME_YEAR } from '../codes/code-list.ts';
import { codesOf } from '../codes/code-status.ts';
import { unreadableDate } from '../files/read-date.ts';
import type { Rejection, RowFinding } from '../files/rejection.ts';
import type { ValueProblem } from './read-value.ts';
import type { ReturnColumn } from './return-module.ts';

/** A value of a row that could not be taken as it is. */
export interface ColumnProblem {
  readonly column: ReturnColumn;
  readonly text: string;
  readonly problem: ValueProblem;
}

/** Whether the row cannot be used for it: required and missing, unreadable, or a code known in no year. */
export function refusesRow({ column, problem }: ColumnProblem): boolean {
  if (problem === 'otherYear') return false;
  return column.required || (problem === 'unreadable' && column.mustBeReadable === true);
}

function reasonFor({ column, text, problem }: ColumnProblem): string {
  const { name } = column;
  if (problem === 'empty') {
    return column.type === 'childId'
      ? `${name} is empty; every row needs the child's identifier`
      : `${name} is empty; the row cannot be used without it`;
  }
  if (column.type === 'date') return unreadableDate(name, text);
  if (column.type === 'integer') {
    return `${name} ${text} is not a whole number from ${column.least} to ${column.most}`;
  }
  const known = column.type === 'code' ? codesOf(column.list) : [];
  const list = known.length <= 8 ? ` (${known.map(({ code }) => code).join(', ')})` : '';
  return `${name} ${text} is a code of no return from ${FIRST_SCHEME_YEAR} to ${LAST_SCHEME_YEAR}${list}`;
}

/** The rejection of a row for one of its values. */
export function rejectionFor(
  problem: ColumnProblem,
  line: number,
  cells: readonly string[],
): Rejection {
  return {
    line,
    column: problem.column.name,
    value: problem.problem === 'empty' ? null : problem.text,
    reason: reasonFor(problem),
    cells,
  };
}

const RULES = {
  empty: 'value-missing',
  unreadable: 'value-unreadable',
  otherYear: 'code-of-another-year',
  unknownCode: 'code-unknown',
  notAPostcode: 'postcode-unreadable',
} as const;

function messageFor(problem: ColumnProblem, returnYear: number | undefined): string {
  const { name } = problem.column;
  switch (problem.problem) {
    case 'empty':
      return `${name} is empty.`;
    case 'otherYear':
      return `${name} ${problem.text} is not a code of the ${returnYear} return; it is kept as it stands.`;
    case 'unknownCode':
      return `${reasonFor(problem)}; it is kept as it stands.`;
    case 'notAPostcode':
      return `${name} ${problem.text} is not a whole postcode; it is kept as it stands, and no distance can be measured from it.`;
    case 'unreadable':
      return `${reasonFor(problem)}. The row is kept without it.`;
  }
}

/** What a person should look at in a row that is kept. */
export function findingFor(
  problem: ColumnProblem,
  line: number,
  childId: string | undefined,
  returnYear: number | undefined,
): RowFinding {
  const isDate = problem.column.type === 'date' && problem.problem === 'unreadable';
  return {
    line,
    childId,
    rule: isDate ? 'unreadable-date' : RULES[problem.problem],
    severity: problem.problem === 'otherYear' ? 'information' : 'warning',
    column: problem.column.name,
    value: problem.problem === 'empty' ? null : problem.text,
    message: messageFor(problem, returnYear),
  };
}
