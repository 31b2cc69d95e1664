import { monthNamed } from '../../core/month-named.ts';
import { type PlainDate, parseIsoDate, plainDateFrom } from '../../core/plain-date.ts';

/** A day as people type it, `31/3/2026`, `31 3 2026` or `31 March 2026`, or as links have it, `2026-03-31`; undefined when there is no such day. Years have four digits. */
export function typedDay(text: string): PlainDate | undefined {
  const [, day, month = '', year] =
    /^(\d{1,2})[/. -](\d{1,2}|[a-z]{3,9})[/. -](\d{4})$/i.exec(text.trim()) ?? [];
  if (day === undefined) return parseIsoDate(text.trim());
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
  return plainDateFrom(Number(year), number, Number(day));
}
