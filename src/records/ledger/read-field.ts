import { type Pence, parsePounds } from '../../core/money.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { readDate, unreadableDate } from '../files/read-date.ts';
import { detached, remembered } from '../files/remembered.ts';

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

function missing(column: string): RowRefusal {
  return new RowRefusal(column, null, `${column} is empty; the row cannot be used without it`);
}

const NO_DAY = '';
const dates = remembered((text) => readDate(text) ?? NO_DAY);
const texts = remembered((text) => text);

/** The text of a field, trimmed; null when empty. */
export function textOf(cell: string | undefined): string | null {
  const text = cell?.trim() ?? '';
  return text === '' ? null : texts(text);
}

/** As textOf. Throws a RowRefusal when empty. */
export function requiredText(column: string, cell: string | undefined): string {
  const text = cell?.trim() ?? '';
  if (text === '') throw missing(column);
  return detached(text);
}

/** A child's identifier, upper case as in the return, so that the two meet. Throws a RowRefusal when empty. */
export function requiredChild(column: string, cell: string | undefined): string {
  return requiredText(column, cell).toUpperCase();
}

/** A day; null when empty. Throws a RowRefusal when it cannot be read. */
export function dateOf(column: string, cell: string | undefined): PlainDate | null {
  const text = cell?.trim() ?? '';
  if (text === '') return null;
  const date = dates(text);
  if (date === NO_DAY) throw new RowRefusal(column, text, unreadableDate(column, text));
  return date as PlainDate;
}

/** A day. Throws a RowRefusal when it is empty or cannot be read. */
export function requiredDate(column: string, cell: string | undefined): PlainDate {
  const date = dateOf(column, cell);
  if (date === null) throw missing(column);
  return date;
}

/** An amount in pounds, as pence; null when empty. Throws a RowRefusal when it is not one or has more than two decimals. */
export function amountOf(column: string, cell: string | undefined): Pence | null {
  const text = cell?.trim() ?? '';
  if (text === '') return null;
  const amount = parsePounds(text);
  if (amount === undefined) {
    const reason = /^\(?-?£?-?[\d,]+\.\d{3,}\)?$/.test(text)
      ? `${column} ${text} has more than two decimals; write pounds and pence`
      : `${column} ${text} is not an amount; write pounds and pence as 1234.50`;
    throw new RowRefusal(column, text, reason);
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
  const text = cell?.trim() ?? '';
  if (text === '') return null;
  const exact = words.find((word) => word === text);
  if (exact !== undefined) return exact;
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
