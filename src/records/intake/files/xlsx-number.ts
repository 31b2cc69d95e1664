import type { NumberForm } from './xlsx-formats.ts';

const DAY_IN_SECONDS = 86_400;
/** Days are counted from 30 December 1899, so many days before 1970; and from 1 January 1904 when the workbook says so. */
const DAY_ZERO = -25_569;
const DAY_ZERO_1904 = -24_107;
/** The format counts a 29 February 1900, which never was. */
const FALSE_LEAP_DAY = 60;
const LAST_DAY = 2_958_465;

const INTEGER = /^-?\d+$/;

/** A number without an exponent, at the fifteen digits that spreadsheets keep: what follows is the noise of binary fractions. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  const [digits = '', exponent] = text.replace(/^-|\./g, '').split('e');
  return `${rounded < 0 ? '-' : ''}0.${'0'.repeat(-Number(exponent) - 1)}${digits}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return [hours, Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

function isoOfDay(day: number, from1904: boolean): string {
  if (!from1904 && day === FALSE_LEAP_DAY) return '1900-02-29';
  const early = !from1904 && day < FALSE_LEAP_DAY ? 1 : 0;
  const number = day + early + (from1904 ? DAY_ZERO_1904 : DAY_ZERO);
  return new Date(number * DAY_IN_SECONDS * 1000).toISOString().slice(0, 10);
}

/** A day as ISO, with the time behind it only when there is one; undefined for a number that is no day. */
function dayText(value: number, from1904: boolean): string | undefined {
  const seconds = Math.round(value * DAY_IN_SECONDS);
  const day = Math.floor(seconds / DAY_IN_SECONDS);
  const time = seconds % DAY_IN_SECONDS;
  if (day < (from1904 ? 0 : 1) || day > LAST_DAY) return undefined;
  const iso = isoOfDay(day, from1904);
  return time === 0 ? iso : `${iso} ${clock(time)}`;
}

/**
 * The text of a number as a CSV would have it: a day as ISO, a time of day as hh:mm:ss, a number
 * that is shown at a fixed width with its zeros, any other as it is. What a format merely shows
 * otherwise, such as a percentage or rounding, changes nothing. What is no number stays as it is.
 */
export function numberText(written: string, form: NumberForm, from1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (form === 'time' && value >= 0 && value < 1) return clock(Math.round(value * DAY_IN_SECONDS));
  if (form === 'day' || form === 'time') {
    const text = dayText(value, from1904);
    if (text !== undefined) return text;
  }
  // More digits than a number holds are digits all the same.
  const plain = INTEGER.test(written) ? BigInt(written).toString() : plainNumber(value);
  if (typeof form !== 'object' || !INTEGER.test(plain)) return plain;
  const sign = plain.startsWith('-') ? '-' : '';
  return sign + plain.slice(sign.length).padStart(form.width, '0');
}
