import { NOTHING, type Pence, penceOf } from '../../../core/money.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import { parsePounds, poundsFault } from '../../../core/written-pounds.ts';
import { plainText } from '../../values/cell-text.ts';
import { emptinessOf, IS_AN_ERROR } from '../../values/emptiness.ts';
import { dateFault, readDate } from '../files/read-date.ts';
import { remembered } from '../files/remembered.ts';
import { missing, RowRefusal } from './row-refusal.ts';

const ERROR = Symbol('error');

/** The text of a value; null when it is empty or a word for nothing. Throws a RowRefusal when it is an error. */
const values = remembered((cell): string | null | typeof ERROR => {
  const text = plainText(cell);
  const emptiness = emptinessOf(text);
  if (emptiness === undefined) return text;
  return emptiness === 'error' ? ERROR : null;
});

function anError(column: string, cell: string): RowRefusal {
  const text = cell.trim();
  return new RowRefusal(column, text, `${column} ${text} ${IS_AN_ERROR}`);
}

function filledText(column: string, cell = ''): string | null {
  if (cell === '') return null;
  const value = values(cell);
  if (value === ERROR) throw anError(column, cell);
  return value;
}

const NO_DAY = '';
const dates = remembered((text) => readDate(text) ?? NO_DAY);

/** A day; null when empty. Throws a RowRefusal when it cannot be read. */
export function dateOf(column: string, cell: string | undefined): PlainDate | null {
  const text = filledText(column, cell);
  if (text === null) return null;
  const date = dates(text);
  if (date === NO_DAY) throw new RowRefusal(column, text, `${column} ${text} ${dateFault(text)}`);
  return date as PlainDate;
}

/** A day. Throws a RowRefusal when it is empty or cannot be read. */
export function requiredDate(column: string, cell: string | undefined): PlainDate {
  const date = dateOf(column, cell);
  if (date === null) throw missing(column);
  return date;
}

/** A thousand million pounds: no council pays or votes so much in one line. */
const TOO_LARGE = penceOf(100_000_000_000);

/** Dashes alone are nought in the accounting formats of spreadsheets, as the amount itself says. */
const DASH_FOR_NOUGHT = /^[-–—]$/;

/** An amount in pounds, as pence; null when empty. Throws a RowRefusal when it cannot be read as one amount to the penny. */
export function amountOf(column: string, cell: string | undefined): Pence | null {
  if (cell !== undefined && DASH_FOR_NOUGHT.test(cell.trim())) return NOTHING;
  const quick = cell === undefined ? undefined : parsePounds(cell);
  const amount = quick ?? slowAmountOf(column, cell);
  if (amount !== null && Math.abs(amount) >= TOO_LARGE) {
    const text = cell?.trim() ?? '';
    const reason = `${column} ${text} is a thousand million pounds or more, which is no amount of one line`;
    throw new RowRefusal(column, text, reason);
  }
  return amount;
}

function slowAmountOf(column: string, cell: string | undefined): Pence | null {
  const text = filledText(column, cell);
  if (text === null) return null;
  const amount = parsePounds(text);
  if (amount === undefined) {
    throw new RowRefusal(column, text, `${column} ${text} ${poundsFault(text)}`);
  }
  return amount;
}

/** An amount. Throws a RowRefusal when it is empty or not one. */
export function requiredAmount(column: string, cell: string | undefined): Pence {
  const amount = amountOf(column, cell);
  if (amount === null) throw missing(column);
  return amount;
}

/** One of a few words, in any case, with spaces or hyphens for underscores; null when empty. Throws a RowRefusal when it is another. */
export function wordOf<Word extends string>(
  column: string,
  cell: string | undefined,
  words: readonly Word[],
): Word | null {
  const exact = words.find((word) => word === cell);
  if (exact !== undefined) return exact;
  const text = filledText(column, cell);
  if (text === null) return null;
  const plain = text.toLowerCase().replace(/[\s-]+/g, '_');
  const found = words.find((word) => word === plain);
  if (found === undefined) {
    throw new RowRefusal(column, text, `${column} ${text} is not one of ${words.join(', ')}`);
  }
  return found;
}

/** As wordOf. Throws a RowRefusal when it is empty, too. */
export function requiredWord<Word extends string>(
  column: string,
  cell: string | undefined,
  words: readonly Word[],
): Word {
  const word = wordOf(column, cell, words);
  if (word === null) throw missing(column);
  return word;
}
