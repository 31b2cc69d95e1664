import { numberSetting } from '../../platform/settings/setting.ts';

/** By how much prices in general rose in a year, beside which those of providers are shown. */
export const INFLATION = numberSetting({
  name: 'records.inflation',
  title: 'Inflation in the last twelve months',
  about:
    'The rise of an index of prices over twelve months, beside which the rise of providers’ prices is shown. Settle it each time that a new figure counts; the days of earlier ones keep theirs.',
  unit: 'percent',
  decimals: 1,
  least: 0,
  most: 40,
  source:
    'The Consumer Prices Index of the Office for National Statistics, twelve months to September 2025, as remembered and not looked up. Negotiations may go by another index or a later month.',
  confirmed: false,
  otherwise: () => 3.8,
});
