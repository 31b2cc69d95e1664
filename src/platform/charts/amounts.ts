/** What the values of a chart are: counts, or pence. */
export type AmountType = 'whole' | 'money';

const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const SHORT_POUNDS = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  notation: 'compact',
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
});

/** As short as an axis or a label has room for: `£1.2m`, `1,040`. */
export function shortAmount(value: number, type: AmountType): string {
  if (type === 'whole') return COUNT.format(value);
  return SHORT_POUNDS.format(value / 100)
    .replace('K', 'k')
    .replace('M', 'm');
}
