import { penceOf } from '../../src/core/money.ts';
import type { SettledValue } from '../../src/platform/settings/settled-value.ts';
import type { RecordsSettings } from '../../src/records/settings.ts';

/** A setting that every council has settled so, confirmed. */
export function settledTo<Value extends number>(value: Value): SettledValue<Value> {
  return async () => ({ setting: 'settled-for-a-test', value, confirmed: true, by: undefined });
}

/** The usual values of the records, confirmed. */
export const USUAL_SETTINGS: RecordsSettings = {
  smallNumber: settledTo(5),
  matchedWithin: settledTo(penceOf(100)),
  inflation: settledTo(3.8),
  paceWeeks: settledTo(13),
};
