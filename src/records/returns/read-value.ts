import { type CodeListName, codeStatus } from '../codes/code-status.ts';
import { readDate } from '../files/read-date.ts';
import { detached, remembered } from '../files/remembered.ts';
import { normalisePostcode } from '../places/postcode.ts';
import type { ReturnColumn } from './return-module.ts';

/** What is wrong with a value. */
export type ValueProblem = 'empty' | 'unreadable' | 'otherYear' | 'unknownCode' | 'notAPostcode';

/** A value as it is kept, and what is wrong with it. */
export interface ValueReading {
  readonly value: string | null;
  readonly problem: ValueProblem | undefined;
}

type ValueReader = (text: string) => ValueReading;

const EMPTY: ValueReading = { value: null, problem: undefined };
const EMPTY_BUT_WANTED: ValueReading = { value: null, problem: 'empty' };
const UNREADABLE: ValueReading = { value: null, problem: 'unreadable' };

function reading(value: string, problem?: ValueProblem): ValueReading {
  return { value, problem };
}

/** Spreadsheets write the code 1 as 1.0. */
function withoutEmptyDecimals(text: string): string {
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

function readCode(list: CodeListName, text: string, returnYear: number | undefined): ValueReading {
  const bare = withoutEmptyDecimals(text);
  const status = codeStatus(list, bare, returnYear);
  if (status === 'valid') return reading(bare);
  return status === 'otherYear' ? reading(bare, 'otherYear') : reading(text, 'unknownCode');
}

function readInteger(text: string, least: number, most: number): ValueReading {
  const bare = withoutEmptyDecimals(text);
  const value = Number(bare);
  return /^\d{1,9}$/.test(bare) && value >= least && value <= most
    ? reading(String(value))
    : UNREADABLE;
}

function readFilled(
  column: ReturnColumn,
  text: string,
  returnYear: number | undefined,
): ValueReading {
  switch (column.type) {
    case 'date': {
      const date = readDate(text);
      return date === undefined ? UNREADABLE : reading(date);
    }
    case 'code':
      return readCode(column.list, text, returnYear);
    case 'integer':
      return readInteger(text, column.least, column.most);
    case 'postcode':
      return reading(text, normalisePostcode(text) === undefined ? 'notAPostcode' : undefined);
    default:
      return reading(text);
  }
}

/** A reader of one column for one return year: trims, upper-cases, reads, and remembers what it read. */
export function valueReader(column: ReturnColumn, returnYear: number | undefined): ValueReader {
  const wanted = column.required || column.expected === true;
  const read: ValueReader = (text) => {
    const trimmed = text.trim().toUpperCase();
    if (trimmed === '') return wanted ? EMPTY_BUT_WANTED : EMPTY;
    return readFilled(column, trimmed, returnYear);
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
