declare const pence: unique symbol;

/** Whole pence. Exact up to 90 trillion pounds; the constructor refuses anything that is not a safe whole number. */
export type Pence = number & { readonly [pence]: true };

/** Pence from a whole number. Throws a RangeError for fractions and for sums beyond exact arithmetic. */
export function penceOf(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of pence`);
  return (value === 0 ? 0 : value) as Pence;
}

export const NOTHING = penceOf(0);

const POUNDS_AND_PENCE = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const WHOLE_POUNDS = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
  // Some pence below nought are £0, not -£0.
  signDisplay: 'negative',
});

/** `£1,234.50`. */
export function poundsAndPence(amount: Pence): string {
  return POUNDS_AND_PENCE.format(amount / 100);
}

/** `£1,235`, for charts and headlines; the exact figure stands in the table beside them. */
export function wholePounds(amount: Pence): string {
  return WHOLE_POUNDS.format(amount / 100);
}

/** `1234.50`, for CSV and spreadsheets. */
export function decimalPounds(amount: Pence): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
