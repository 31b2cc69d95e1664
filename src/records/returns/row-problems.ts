import { FIRST_SCHEME_YEAR, LAST_SCHEME_YEAR } from '../codes/code-list.ts';
import { codesOf } from '../codes/code-status.ts';
import type { Rejection, RowFinding } from '../intake/files/rejection.ts';
import type { ValueProblem } from './read-value.ts';
import type { ReturnColumn } from './return-module.ts';

/** A value of a row that could not be taken as it is. */
export interface ColumnProblem {
  readonly column: ReturnColumn;
  readonly text: string;
  readonly problem: ValueProblem;
  /** The value that is kept. */
  readonly value: string | null;
  readonly why: string | undefined;
}

/** Whether the row cannot be used for it: required and missing, unreadable, or a code known in no year. */
export function refusesRow({ column, problem }: ColumnProblem): boolean {
  if (problem === 'otherYear' || problem === 'tidied') return false;
  return column.required || (problem === 'unreadable' && column.mustBeReadable === true);
}

function reasonFor({ column, text, problem, why }: ColumnProblem): string {
  const { name } = column;
  if (problem === 'empty') {
    return column.type === 'childId'
      ? `${name} is empty; every row needs the child's identifier`
      : `${name} is empty; the row cannot be used without it`;
  }
  if (why !== undefined) return `${name} ${text} ${why}`;
  const known = column.type === 'code' ? codesOf(column.list) : [];
  const list = known.length <= 8 ? ` (${known.map(({ code }) => code).join(', ')})` : '';
  return `${name} ${text} is a code of no return from ${FIRST_SCHEME_YEAR} to ${LAST_SCHEME_YEAR}${list}${lookAlikesIn(text)}`;
}

/** Nobody sees the fault in a code of letters that only look like those of the list. */
function lookAlikesIn(text: string): string {
  const strange = (text.match(/\p{L}/gu) ?? []).filter((letter) => !/[A-Z]/i.test(letter)).join('');
  return strange === '' ? '' : `: ${strange} is no letter A to Z, though it may look like one`;
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
  tidied: 'value-tidied',
  notAPostcode: 'postcode-unreadable',
} as const;

const INFORMATION: ReadonlySet<ValueProblem> = new Set(['otherYear', 'tidied']);

function ruleFor({ column, problem }: ColumnProblem): string {
  const { type } = column;
  if (problem === 'unreadable' && type === 'date') return 'unreadable-date';
  const isIdentifier = type === 'childId' || type === 'identifier';
  return problem === 'tidied' && isIdentifier ? 'identifier-tidied' : RULES[problem];
}

function messageFor(problem: ColumnProblem, returnYear: number | undefined): string {
  const { name } = problem.column;
  switch (problem.problem) {
    case 'empty':
      return `${name} is empty.`;
    case 'otherYear':
      return `${name} ${problem.text} is not a code of the ${returnYear} return; it is kept as it stands.`;
    case 'unknownCode':
      return `${reasonFor(problem)}; it is kept as it stands.`;
    case 'tidied':
      return `${name} ${problem.text} is taken as ${problem.value}: the rest was added by a spreadsheet.`;
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
  return {
    line,
    childId,
    rule: ruleFor(problem),
    severity: INFORMATION.has(problem.problem) ? 'information' : 'warning',
    column: problem.column.name,
    value: problem.problem === 'empty' ? null : problem.text,
    message: messageFor(problem, returnYear),
  };
}
