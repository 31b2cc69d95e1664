import pg from 'pg';

/** As it is at run time; its published type is another. */
interface ArrayParser {
  create(source: string, element: (text: string) => unknown): { parse(): unknown[] };
}

const arrayParser = pg.types.arrayParser as unknown as ArrayParser;

function asText(text: string): string {
  return text;
}

/** Whole numbers as numbers; one that a number cannot hold exactly is refused, not rounded. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${text} is beyond exact whole-number arithmetic`);
  }
  return value;
}

/** `2021-03-31 12:00:00.5+01` as the database writes it, to an instant. */
function instant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'));
}

type Parser = (text: string) => unknown;

function arrayOf(element: Parser): Parser {
  return (text) => arrayParser.create(text, element).parse();
}

/**
 * How values come back, by the type's number in PostgreSQL's catalogue, the same on both engines:
 * bigint as number, numeric and days as text untouched, timestamptz as Date, JSON parsed.
 * Types not named here are text, or what both drivers already agree on (boolean, int, float).
 */
export const PARSERS: Readonly<Record<number, Parser>> = {
  16: (text) => text === 't',
  17: bytes,
  20: wholeNumber,
  21: Number,
  23: Number,
  26: Number,
  114: JSON.parse,
  700: Number,
  701: Number,
  1082: asText,
  1114: asText,
  1184: instant,
  1186: asText,
  1700: asText,
  3802: JSON.parse,
  1000: arrayOf((text) => text === 't'),
  1005: arrayOf(Number),
  1007: arrayOf(Number),
  1009: arrayOf(asText),
  1015: arrayOf(asText),
  1016: arrayOf(wholeNumber),
  1022: arrayOf(Number),
  1115: arrayOf(asText),
  1182: arrayOf(asText),
  1185: arrayOf(instant),
  1231: arrayOf(asText),
  2951: arrayOf(asText),
  3807: arrayOf(JSON.parse),
};

function arrayElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayLiteral(value);
  const text = value instanceof Date ? value.toISOString() : String(value);
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(arrayElement).join(',')}}`;
}

/**
 * A value as both drivers take it alike. `undefined` is null; an array is a PostgreSQL array,
 * so JSON whose outermost is an array is given as JSON text; a plain object is JSON.
 */
export function parameter(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return typeof value === 'string' ? value : String(value);
  if (Array.isArray(value)) return arrayLiteral(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return value;
  return JSON.stringify(value);
}
