import { Temporal } from 'temporal-polyfill';
import type { Cadence } from './scheduled-job.ts';

/** A time at which work is due. */
export interface Due {
  /** The night as `2026-11-27`, the hour as `2026-11-27T14Z`: one for each, also when the clocks change. */
  readonly key: string;
  readonly at: Date;
}

function hourOf(instant: Temporal.Instant): Due {
  const begun = instant.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return { key: `${begun.toString().slice(0, 13)}Z`, at: new Date(begun.epochMilliseconds) };
}

/** The night's time on the council's clock; where the clock leaps over it, the moment after the leap; where it comes twice, the first. */
function nightOf(date: Temporal.PlainDate, hour: number, timeZone: string): Due {
  const at = date.toZonedDateTime({ timeZone, plainTime: { hour } });
  return { key: date.toString(), at: new Date(at.epochMilliseconds) };
}

function dayOf(now: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
}

/** The last time up to now at which work of the cadence was due. */
export function lastDue(when: Cadence, now: Date, timeZone: string): Due {
  if (when.every === 'hour') return hourOf(Temporal.Instant.fromEpochMilliseconds(now.getTime()));
  const today = dayOf(now, timeZone);
  const due = nightOf(today, when.at, timeZone);
  return due.at <= now ? due : nightOf(today.subtract({ days: 1 }), when.at, timeZone);
}

/** The first time after now at which work of the cadence is due. */
export function nextDue(when: Cadence, now: Date, timeZone: string): Due {
  if (when.every === 'hour') {
    return hourOf(Temporal.Instant.fromEpochMilliseconds(now.getTime()).add({ hours: 1 }));
  }
  const today = dayOf(now, timeZone);
  const due = nightOf(today, when.at, timeZone);
  return due.at > now ? due : nightOf(today.add({ days: 1 }), when.at, timeZone);
}

/** The cadence in words: `Each night at 02:00`. */
export function cadenceInWords(when: Cadence): string {
  return when.every === 'hour'
    ? 'Each hour'
    : `Each night at ${String(when.at).padStart(2, '0')}:00`;
}
