import { dateInFigures, dateInWords, type PlainDate } from '../../core/plain-date.ts';
import type { EpisodeFields } from './episode-fields.ts';
import type { ReportedRecord } from './reported-record.ts';

/** Something in a child's history that contradicts itself. */
export interface HistoryFinding {
  readonly rule: string;
  /** The episode it was found in. */
  readonly record: ReportedRecord;
  readonly column: string;
  /** The value at fault, days as dd/mm/yyyy; null when it is missing. */
  readonly value: string | null;
  readonly message: string;
}

/** An episode under check. */
export interface SeenEpisode {
  readonly record: ReportedRecord;
  readonly said: EpisodeFields;
}

/** `31 March 2021`, from ISO text. */
export function inWords(day: string): string {
  return dateInWords(day as PlainDate);
}

/** `31/03/2021`, from ISO text. */
export function figures(day: string | null): string | null {
  return day === null ? null : dateInFigures(day as PlainDate);
}
