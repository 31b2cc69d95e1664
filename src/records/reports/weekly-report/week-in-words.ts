import { dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import { isOver, lastWeekBegun, nightsCounted, type WeekShown } from './week.ts';

/** `6 of 7 nights`. */
export function nightsInWords(week: WeekShown): string {
  return `${nightsCounted(week)} of 7 nights`;
}

/** That the week is not over, and how far it is counted; undefined once it is over. */
export function notOverInWords(week: WeekShown): string | undefined {
  if (isOver(week)) return undefined;
  return `Week not over: counts to ${dateInWords(week.countsTo)}, ${nightsInWords(week)}`;
}

/** In which week the day lies that was asked for; undefined where the day ends its week. */
export function movedInWords(day: PlainDate, { weekEnding }: WeekShown): string | undefined {
  if (day === weekEnding) return undefined;
  return `${dateInWords(day)} is in the week ending Sunday ${dateInWords(weekEnding)}.`;
}

/** Why a week that has not begun cannot be shown, with the last that can. */
export function notBegunInWords(today: PlainDate): string {
  return `Week ending must be ${dateInWords(lastWeekBegun(today))} or earlier: that is the last week that can be shown`;
}

/** How the week stands in the name of a file. */
export function weekInFileName(week: WeekShown): string {
  return isOver(week) ? week.weekEnding : `${week.weekEnding} (counts to ${week.countsTo})`;
}
