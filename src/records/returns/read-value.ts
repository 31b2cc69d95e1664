import { type CodeListName, codeStatus } from '../codes/code-status.ts';
import { dateFault, readDate } from '../intake/files/read-date.ts';
import { detached, remembered } from '../intake/files/remembered.ts';
import { normalisePostcode } from '../places/postcode.ts';
import { plainText, visibleText } from '../values/cell-text.ts';
import { emptinessOf, IS_AN_ERROR } from '../values/emptiness.ts';
import { readCode, readIdentifier } from '../values/identifier.ts';
import { lengthFault } from '../values/longest-text.ts';
import type { ReturnColumn } from './return-module.ts';

/** What is wrong with a value; `tidied` when it is taken, otherwise than it is written. */
export type ValueProblem =
  | 'empty'
  | 'unreadable'
  | 'otherYear'
  | 'unknownCode'
  | 'tidied'
  | 'notAPostcode';

/** A value as it is kept, and what is wrong with it. */
export interface ValueReading {
  readonly value: string | null;
  readonly problem: ValueProblem | undefined;
  /** Why it is unreadable, to follow the column and the text. */
  readonly why?: string;
}

type ValueReader = (text: string) => ValueReading;

const EMPTY: ValueReading = { value: null, problem: undefined };
const EMPTY_BUT_WANTED: ValueReading = { value: null, problem: 'empty' };

function reading(value: string, problem?: ValueProblem): ValueReading {
  return { value, problem };
}

function unreadable(why: string): ValueReading {
  return { value: null, problem: 'unreadable', why };
}

/** What spreadsheets make of 1 and 0 when a column holds nothing else. */
const TRUTHS: ReadonlyMap<string, string> = new Map([
  ['TRUE', '1'],
  ['FALSE', '0'],
]);

/** Spreadsheets write the code 1 as 1.0. */
function withoutEmptyDecimals(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

/** The code as it is written, or else as a spreadsheet or a person's spacing has changed it. */
function readCodeOf(
  list: CodeListName,
  text: string,
  returnYear: number | undefined,
): ValueReading | undefined {
  const bare = withoutEmptyDecimals(text);
  const status = codeStatus(list, bare, returnYear);
  if (status === 'valid') return reading(bare);
  if (status === 'otherYear') return reading(bare, 'otherYear');
  const tidied = TRUTHS.get(text) ?? withoutEmptyDecimals(text.replaceAll(/\s+|\.0+$/g, ''));
  return codeStatus(list, tidied, returnYear) === 'valid' ? reading(tidied, 'tidied') : undefined;
}

function readInteger(text: string, least: number, most: number): ValueReading {
  const bare = withoutEmptyDecimals(text);
  const value = Number(bare);
  return /^\d{1,9}$/.test(bare) && value >= least && value <= most
    ? reading(String(value))
    : unreadable(`is not a whole number from ${least} to ${most}`);
}

function readIdentifierOf({ type }: ReturnColumn, text: string): ValueReading {
  const read = type === 'childId' ? readIdentifier(text) : readCode(text);
  if ('why' in read) return unreadable(read.why);
  return reading(read.value, read.tidied ? 'tidied' : undefined);
}

function readFilled(
  column: ReturnColumn,
  text: string,
  returnYear: number | undefined,
): ValueReading {
  switch (column.type) {
    case 'date': {
      const date = readDate(text);
      return date === undefined ? unreadable(dateFault(text)) : reading(date);
    }
    case 'code':
      return readCodeOf(column.list, text, returnYear) ?? reading(text, 'unknownCode');
    case 'integer':
      return readInteger(text, column.least, column.most);
    case 'childId':
    case 'identifier':
      return readIdentifierOf(column, text);
    case 'postcode':
      return reading(text, normalisePostcode(text) === undefined ? 'notAPostcode' : undefined);
    default:
      return reading(text);
  }
}

/** Whether the list of the column's codes has the text, so that it is no word for nothing there. */
function isCode(column: ReturnColumn, text: string): boolean {
  return column.type === 'code' && codeStatus(column.list, text, undefined) === 'valid';
}

/** A reader of one column for one return year: trims, upper-cases, reads, and remembers what it read. An error of a spreadsheet is unreadable, a word for nothing empty. */
export function valueReader(column: ReturnColumn, returnYear: number | undefined): ValueReader {
  const wanted = column.required || column.expected === true;
  const bareOf = column.type === 'text' ? visibleText : plainText;
  const read: ValueReader = (text) => {
    const bare = bareOf(text).toUpperCase();
    const tooLong = column.type === 'childId' ? undefined : lengthFault(bare);
    if (tooLong !== undefined) return unreadable(tooLong);
    const emptiness = isCode(column, bare) ? undefined : emptinessOf(bare);
    if (emptiness === 'nothing') return wanted ? EMPTY_BUT_WANTED : EMPTY;
    if (emptiness === 'error') return unreadable(IS_AN_ERROR);
    const isIdentifier = column.type === 'childId' || column.type === 'identifier';
    return readFilled(column, isIdentifier ? text.trim().toUpperCase() : bare, returnYear);
  };
  return column.type === 'childId' ? lastRemembered(read) : remembered(read);
}

/** Children differ from row to row but come in runs: only the last one is worth remembering. */
function lastRemembered(read: ValueReader): ValueReader {
  let lastText: string | undefined;
  let last = EMPTY;
  return (text) => {
    if (text !== lastText) {
      lastText = detached(text);
      last = read(lastText);
    }
    return last;
  };
}
