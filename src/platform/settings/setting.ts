import { type Pence, penceOf, poundsAndPence } from '../../core/money.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { moneyAllowed, numberAllowed } from '../forms/number-fields.ts';

/** What a value counts: of one, of several. Money is in pence, typed and shown in pounds. */
const UNITS = {
  children: ['child', 'children'],
  days: ['day', 'days'],
  'working days': ['working day', 'working days'],
  weeks: ['week', 'weeks'],
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
  /**
   * How many decimals a value may have; whole where it is not said. It is never changed: a value is
   * stored as a whole number of its last decimal place, 20.5 as 205.
   */
  readonly decimals?: 1 | 2 | 3;
  /** The least and the most that may be settled, in the unit. */
  readonly least: number;
  readonly most: number;
  /** Where the value comes from that counts while the council has settled none. */
  readonly source: string;
  /** Whether somebody who can has said that this value is right. */
  readonly confirmed: boolean;
  /** What counts while the council has settled nothing. */
  readonly otherwise: (configuration: Configuration) => Value;
}

/** A setting that counts in its unit, in whole numbers or with `decimals`. */
export function numberSetting(
  given: Setting & { readonly unit: Exclude<Unit, 'pence'> },
): Setting<number> {
  return given;
}

/** A setting that is an amount of money, in pence. */
export function moneySetting(given: Omit<Setting<Pence>, 'unit' | 'decimals'>): Setting<Pence> {
  return { ...given, unit: 'pence' };
}

/** A value with its unit: `5 children`, `3.5 per cent`, `£1.00`. */
export function valueInWords({ unit }: Pick<Setting, 'unit'>, value: number): string {
  if (unit === 'pence') return poundsAndPence(penceOf(value));
  const [one, many] = UNITS[unit];
  return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
}

type Stored = Pick<Setting, 'decimals'>;

/** The value as it is stored: whole, in its last decimal place. Exact for every allowed value. */
export function storedFrom({ decimals }: Stored, value: number): number {
  return Number(value.toFixed(decimals ?? 0).replace('.', ''));
}

/** The value that was stored so: the number nearest to its decimals as written. */
export function valueStored({ decimals }: Stored, stored: number): number {
  return stored / 10 ** (decimals ?? 0);
}

/** Whether the value may be settled: from the least to the most, with no more decimals than it may have. */
export function isAllowed(setting: Pick<Setting, 'least' | 'most' | 'decimals'>, value: number) {
  const { least, most } = setting;
  if (!(value >= least && value <= most)) return false;
  return valueStored(setting, storedFrom(setting, value)) === value;
}

/** What may be settled, as the form asks for it: `Enter a whole number from 2 to 20`. */
export function allowedInWords(setting: Setting): string {
  return setting.unit === 'pence' ? moneyAllowed(setting) : numberAllowed(setting);
}
