import type { z } from 'zod';
import type { Choice } from '../components/choices.tsx';
import type { LineParams } from '../components/text-input.tsx';

/** What a person fills a field in by. What is carried is not shown: it goes along as the page set it. */
export type Control =
  | ({ readonly kind: 'line' } & LineParams)
  | { readonly kind: 'lines'; readonly rows: number }
  | {
      readonly kind: 'radios' | 'select' | 'checkboxes';
      readonly choices: readonly Choice[];
      readonly small?: boolean;
    }
  | { readonly kind: 'carried' };

/** What every field says of itself. */
export interface Asked {
  readonly label: string;
  readonly hint?: string;
}

/** One question of a form: how it is asked and how what was typed is read. */
export interface Field<Value> extends Asked {
  readonly control: Control;
  /** Reads what was posted under its name; its messages are said to the person who filled it in. */
  readonly schema: z.ZodType<Value>;
  /** It is asked only where another field has that value; otherwise it is undefined, whatever was typed. */
  readonly onlyIf?: { readonly field: string; readonly is: string };
  /** The answer as it is shown to be checked. */
  inWords(value: Value): string;
}

/** A field that is asked only where a choice was answered so. */
export function onlyIf<Value>(
  condition: NonNullable<Field<Value>['onlyIf']>,
  field: Field<Value>,
): Field<Value | undefined> {
  const inWords = (value: Value | undefined) => (value === undefined ? '' : field.inWords(value));
  return { ...field, onlyIf: condition, inWords };
}

/** What the page itself sends along, such as which thing is meant. */
export function carriedField<Value>(schema: z.ZodType<Value>): Field<Value> {
  return { label: '', control: { kind: 'carried' }, schema, inWords: String };
}
