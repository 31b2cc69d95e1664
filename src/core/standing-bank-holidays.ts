import { addDays, isoDate, isWeekend, mondayOnOrAfter, type PlainDate } from './plain-date.ts';

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, as Meeus prints it). */
function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(isoDate(`${year}-03-22`), epact + toSunday - 7 * late);
}

/** The day itself, or the first weekday after it that is not taken. */
function weekdayInstead(date: PlainDate, taken?: PlainDate): PlainDate {
  let free = date;
  while (isWeekend(free) || free === taken) free = addDays(free, 1);
  return free;
}

/**
 * The bank holidays of England and Wales by the rules that stand: Good Friday and Christmas Day by
 * common law; Easter Monday, the last Mondays of May and August and Boxing Day (Banking and Financial
 * Dealings Act 1971, Schedule 1); New Year's Day and the first Monday of May, proclaimed each year; a
 * weekday instead of each at a weekend. In order, as `MM-DD`. Years from 1900 to 2200.
 */
export function standingBankHolidays(year: number): readonly string[] {
  const on = (monthAndDay: string) => isoDate(`${year}-${monthAndDay}`);
  const easter = easterSunday(year);
  const christmas = weekdayInstead(on('12-25'));
  return [
    weekdayInstead(on('01-01')),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(on('05-01')),
    mondayOnOrAfter(on('05-25')),
    mondayOnOrAfter(on('08-25')),
    christmas,
    weekdayInstead(on('12-26'), christmas),
  ].map((date) => date.slice(5));
}
