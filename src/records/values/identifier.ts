import { plainText } from './cell-text.ts';
import { lengthFault } from './longest-text.ts';

/** The canonical form of an identifier and whether it was written otherwise, or why it cannot be used (to follow the column and the text). */
export type IdentifierReading =
  | { readonly value: string; readonly tidied: boolean }
  | { readonly why: string };

/** Only what a spreadsheet itself writes: `891E3` may be an identifier, `8.91E+05` is what became of one. */
const EXPONENT = /^[+-]?(?:\d+\.\d+E[+-]?\d+|\d+E[+-]\d+)$/i;
const SHORTENED =
  'is how a spreadsheet shortens a long number and stands for many of them; format the column as text and export it again';

/** No ledger and no register has a longer code. */
const LONGEST_CODE = 100;

/** Digits as a spreadsheet shows a number: thousands parted, a nought or two after the point. */
const AS_NUMBER = /^(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.0+)?$/;

/**
 * Reads a code of a ledger or a register (a cost centre, a URN) without what spreadsheets do to one:
 * `41110.0`, `="41110"`, `'41110`, `41,110`. Leading zeros are part of it. `text` is not empty.
 */
export function readCode(text: string): IdentifierReading {
  const plain = plainText(text);
  const tooLong = lengthFault(plain, LONGEST_CODE);
  if (tooLong !== undefined) return { why: tooLong };
  if (EXPONENT.test(plain)) return { why: SHORTENED };
  const bare = AS_NUMBER.exec(plain)?.[1]?.replaceAll(/[, ]/g, '') ?? plain;
  return { value: bare, tidied: bare !== text.trim() };
}

/** Longer than any identifier of a council's systems, and short enough for every key and page. */
const LONGEST = 40;

const USUAL = /^[A-Z0-9]{1,40}$/;
const ALLOWED = /^[A-Z0-9][A-Z0-9._/:&()-]*$/;
const CONTROL = /\p{Cc}/u;

function refusalOf(value: string): string | undefined {
  if (/^[=+@-]/.test(value)) {
    return `starts with ${value[0]}, which a spreadsheet would run as a formula; no identifier does`;
  }
  if (value.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (ALLOWED.test(value)) return undefined;
  const strange = [...value].find((character) => !ALLOWED.test(`A${character}`)) ?? value[0] ?? '';
  return /\p{L}/u.test(strange)
    ? `holds the letter ${strange}, which is none of A to Z though it may look like one`
    : `holds ${strange} where an identifier has letters A to Z, digits or . _ - / : & ( )`;
}

/**
 * Reads a child's identifier into its one form, so that returns, ledgers and names meet: as readCode
 * does, in upper case and without spaces or characters that take no room. Up to 40 letters A to Z,
 * digits and a few signs, the first a letter or a digit. `text` is not empty.
 */
export function readIdentifier(text: string): IdentifierReading {
  const seen = text.trim().toUpperCase();
  if (USUAL.test(seen)) return { value: seen, tidied: false };
  const code = readCode(text);
  if ('why' in code) return code;
  if (CONTROL.test(code.value)) return { why: 'holds a control character or a line break' };
  const value = code.value.toUpperCase().replaceAll(' ', '');
  const why = refusalOf(value);
  return why === undefined ? { value, tidied: value !== seen } : { why };
}

/** Pairs of identifiers that are one another but for leading zeros, which spreadsheets take away: the one with more zeros first. */
export function differingByZeros(
  identifiers: Iterable<string>,
): readonly (readonly [string, string])[] {
  const shortest = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (const identifier of new Set(identifiers)) {
    const bare = identifier.replace(/^0+(?=.)/, '');
    const other = shortest.get(bare);
    if (other === undefined || identifier.length < other.length) shortest.set(bare, identifier);
    if (other === undefined) continue;
    pairs.push(identifier.length > other.length ? [identifier, other] : [other, identifier]);
  }
  return pairs;
}
