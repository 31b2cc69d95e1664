import { z } from 'zod';
import { inFigures } from '../../core/english.ts';
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

/** What may be entered, as a field asks for it: `Enter a whole number from 2 to 20`. */
export function wholeNumberAllowed({ least, most }: Bounds): string {
  return `Enter a whole number from ${inFigures(least)} to ${inFigures(most)}`;
}

/** As `wholeNumberAllowed`, of money; bounds in pence. */
export function moneyAllowed({ least, most }: Bounds): string {
  return `Enter pounds and pence from ${poundsAndPence(penceOf(least))} to ${poundsAndPence(penceOf(most))}`;
}

/** A whole number, with its unit behind it where it has one. */
export function numberField(
  asked: Asked & Bounds & { /** In the plural: `days`. */ readonly unit?: string },
): Field<number> {
  const { unit, least, most, ...said } = asked;
  const read = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
  return {
    ...said,
    control: {
      kind: 'line',
      width: 10,
      inputmode: 'numeric',
      ...(unit !== undefined && { suffix: unit }),
    },
    schema: within(asked, wholeNumberAllowed({ least, most }), read),
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
