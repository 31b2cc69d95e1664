import { type PlainDate, parseIsoDate, plainDateFrom } from '../../core/plain-date.ts';

/** A day as people type it, 31/3/2026, 31.3.2026 or 31-3-2026, or as links have it, 2026-03-31; undefined when there is no such day. */
export function typedDay(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  return day === undefined
    ? parseIsoDate(text.trim())
    : plainDateFrom(Number(year), Number(month), Number(day));
}
