import type { Pence } from '../core/money.ts';
import type { Configuration } from '../platform/configuration/configuration.ts';
import type { Setting } from '../platform/settings/setting.ts';
import { type SettledValue, settledValue } from '../platform/settings/settled-value.ts';
import { INFLATION } from './providers/inflation.ts';
import { MATCHED_WITHIN } from './reports/matched-within.ts';
import { PACE_WEEKS } from './reports/pace-weeks.ts';
import { SMALL_NUMBER } from './reports/small-number.ts';

/** What each council may settle about its records. */
export const RECORDS_SETTINGS: readonly Setting[] = [
  SMALL_NUMBER,
  MATCHED_WITHIN,
  INFLATION,
  PACE_WEEKS,
];

/** How pages, files and the API ask for what the council has settled. */
export interface RecordsSettings {
  /** Counts of children from 1 to one below it are withheld in what is made for others. */
  readonly smallNumber: SettledValue<number>;
  /** A child's payments that differ by less from what was committed count as matched. */
  readonly matchedWithin: SettledValue<Pence>;
  /** By how many per cent prices in general rose in a year. */
  readonly inflation: SettledValue<number>;
  /** From how many weeks the projected outturn tells its pace; nought where it has none. */
  readonly paceWeeks: SettledValue<number>;
}

/** The settings of the records over the installation's own values. */
export function recordsSettings(configuration: Configuration): RecordsSettings {
  return {
    smallNumber: settledValue(SMALL_NUMBER, configuration),
    matchedWithin: settledValue(MATCHED_WITHIN, configuration),
    inflation: settledValue(INFLATION, configuration),
    paceWeeks: settledValue(PACE_WEEKS, configuration),
  };
}
