import { Temporal } from 'temporal-polyfill';
import { isoDate, type PlainDate } from './plain-date.ts';

// English councils, whatever the clock of the machine says.
const ZONE = 'Europe/London';
const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: ZONE,
});

/** An instant as `22 November 2026 at 10:14`, in the United Kingdom's time. */
export function instantInWords(instant: Date): string {
  return WHEN.format(instant);
}

/** The day on which an instant falls, in the United Kingdom's time. */
export function dayOfInstant(instant: Date): PlainDate {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
  return isoDate(there.toPlainDate().toString());
}
