const SHORT = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WHOLE = [
  ...['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER'],
  ...['OCTOBER', 'NOVEMBER', 'DECEMBER', 'SEPT'],
];

/** The month of a name or of its first three letters, from 1; nought when it is none. */
export function monthNamed(name: string): number {
  const upper = name.toUpperCase();
  if (upper.length > 3 && !WHOLE.includes(upper)) return 0;
  return SHORT.indexOf(upper.slice(0, 3)) + 1;
}
