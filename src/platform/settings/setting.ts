import { type Pence, penceOf, poundsAndPence } from '../../core/money.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { moneyAllowed, wholeNumberAllowed } from '../forms/number-fields.ts';

/** What a value counts: of one, of several. Money is in pence, typed and shown in pounds. */
const UNITS = {
  children: ['child', 'children'],
  days: ['day', 'days'],
  'working days': ['working day', 'working days'],
  months: ['month', 'months'],
  miles: ['mile', 'miles'],
  percent: ['per cent', 'per cent'],
  pence: ['', ''],
} as const;

/** What a setting counts. */
export type Unit = keyof typeof UNITS;

/** Something that each council may settle for itself, from a day on. */
export interface Setting<Value extends number = number> {
  /** Stored and never changed, the wing first: `records.small-number`. */
  readonly name: string;
  readonly title: string;
  /** What it does, in a sentence or two. */
  readonly about: string;
  readonly unit: Unit;
  /** The least and the most that may be settled, in the unit; whole. */
  readonly least: number;
  readonly most: number;
  /** Where the value comes from that counts while the council has settled none. */
  readonly source: string;
  /** Whether somebody who can has said that this value is right. */
  readonly confirmed: boolean;
  /** What counts while the council has settled nothing. */
  readonly otherwise: (configuration: Configuration) => Value;
}

/** A setting that counts in whole numbers. */
export function numberSetting(
  given: Setting & { readonly unit: Exclude<Unit, 'pence'> },
): Setting<number> {
  return given;
}

/** A setting that is an amount of money, in pence. */
export function moneySetting(given: Omit<Setting<Pence>, 'unit'>): Setting<Pence> {
  return { ...given, unit: 'pence' };
}

/** A value with its unit: `5 children`, `£1.00`. */
export function valueInWords({ unit }: Pick<Setting, 'unit'>, value: number): string {
  if (unit === 'pence') return poundsAndPence(penceOf(value));
  const [one, many] = UNITS[unit];
  return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
}

/** Whether the value may be settled: whole, and from the least to the most. */
export function isAllowed({ least, most }: Pick<Setting, 'least' | 'most'>, value: number) {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** What may be settled, as the form asks for it: `Enter a whole number from 2 to 20`. */
export function allowedInWords(setting: Setting): string {
  return setting.unit === 'pence' ? moneyAllowed(setting) : wholeNumberAllowed(setting);
}
