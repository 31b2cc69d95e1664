import { z } from 'zod';
import { counted, inFigures } from '../../core/english.ts';
import { type Pence, penceOf, poundsAndPence } from '../../core/money.ts';
import { parsePounds } from '../../core/written-pounds.ts';
import type { Asked, Field } from './field.ts';

/** The least and the most that may be entered, both of them allowed. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Longer than any number or amount is written. */
const LONGEST = 60;

function within<Value extends number>(
  { least, most }: Bounds,
  allowed: string,
  read: (text: string) => Value | undefined,
): z.ZodType<Value> {
  return z
    .string(allowed)
    .max(LONGEST, allowed)
    .transform((text, check): Value => {
      const value = read(text.trim());
      if (value !== undefined && value >= least && value <= most) return value;
      check.addIssue(allowed);
      return z.NEVER;
    });
}

/** Bounds, and how many decimals there may be: none where it is not said. */
interface Decimals extends Bounds {
  readonly decimals?: number | undefined;
}

/** What may be entered, as a field asks for it: `Enter a whole number from 2 to 20`, `Enter a number from 0.5 to 20 with at most 1 decimal`. */
export function numberAllowed({ decimals = 0, least, most }: Decimals): string {
  const bounds = `from ${inFigures(least)} to ${inFigures(most)}`;
  return decimals === 0
    ? `Enter a whole number ${bounds}`
    : `Enter a number ${bounds} with at most ${counted(decimals, 'decimal')}`;
}

/** As `numberAllowed`, of money; bounds in pence. */
export function moneyAllowed({ least, most }: Bounds): string {
  return `Enter pounds and pence from ${poundsAndPence(penceOf(least))} to ${poundsAndPence(penceOf(most))}`;
}

/** A whole number, or one with decimals, with its unit behind it where it has one. */
export function numberField(
  asked: Asked & Decimals & { /** In the plural: `days`. */ readonly unit?: string },
): Field<number> {
  const { decimals = 0, unit, least, most, ...said } = asked;
  const written = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(?:\\.\\d{1,${decimals}})?$`);
  const read = (text: string) => (written.test(text) ? Number(text) : undefined);
  return {
    ...said,
    control: {
      kind: 'line',
      width: 10,
      inputmode: decimals === 0 ? 'numeric' : 'decimal',
      ...(unit !== undefined && { suffix: unit }),
    },
    schema: within(asked, numberAllowed(asked), read),
    inWords: (value) => `${inFigures(value)} ${unit ?? ''}`.trim(),
  };
}

/** An amount of money in pence, typed in pounds as people and ledgers write them. Bounds in pence. */
export function moneyField(asked: Asked & Bounds): Field<Pence> {
  const { least, most, ...said } = asked;
  return {
    ...said,
    control: { kind: 'line', width: 10, inputmode: 'decimal', prefix: '£' },
    schema: within(asked, moneyAllowed({ least, most }), parsePounds),
    inWords: poundsAndPence,
  };
}
