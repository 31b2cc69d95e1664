import { z } from 'zod';
import { listed } from '../../core/english.ts';
import type { Choice } from '../components/choices.tsx';
import type { Asked, Field } from './field.ts';

/** One of the answers, whose value is one of the words of the type. */
export interface ChoiceOf<Value extends string> extends Choice {
  readonly value: Value;
}

function textOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.text ?? value;
}

/** One answer of a few, all in sight; or of many, in a list that drops down, which begins with `none`. */
export function choiceField<Value extends string>(
  asked: Asked & {
    readonly choices: readonly ChoiceOf<Value>[];
    /** What is said when none of them is chosen. */
    readonly missing: string;
    /** Makes it a list that drops down. */
    readonly dropsDown?: true;
    /** As `dropsDown`; the list begins with these words, which are no answer. */
    readonly none?: string;
    readonly small?: boolean;
    /** What is read besides, though it is not offered: the rule refuses it in its own words. */
    readonly known?: readonly Value[];
  },
): Field<Value> {
  const { choices, dropsDown, known, missing, none, small = false, label, hint } = asked;
  const first = none === undefined ? [] : [{ value: '', text: none }];
  return {
    label,
    ...(hint && { hint }),
    control:
      dropsDown || none !== undefined
        ? { kind: 'select', choices: [...first, ...choices] }
        : { kind: 'radios', choices, small },
    schema: z.enum(known ?? choices.map(({ value }) => value), missing),
    inWords: (value) => textOf(choices, value),
  };
}

/** Yes or no, neither of them chosen at first. */
export function yesOrNoField(
  asked: Asked & {
    readonly yes: Omit<Choice, 'value'>;
    readonly no: Omit<Choice, 'value'>;
    readonly missing: string;
  },
): Field<boolean> {
  const choices = [
    { value: 'yes', ...asked.yes },
    { value: 'no', ...asked.no },
  ];
  const { label, hint, missing } = asked;
  return {
    label,
    ...(hint && { hint }),
    control: { kind: 'radios', choices, small: true },
    schema: z.enum(['yes', 'no'], missing).transform((answer) => answer === 'yes'),
    inWords: (value) => textOf(choices, value ? 'yes' : 'no'),
  };
}

/** What was posted under one name as a list, never of more than `most`. */
export function listOf<Item>(
  item: z.ZodType<Item>,
  {
    least = 0,
    most,
    missing,
    tooMany,
  }: {
    readonly least?: number;
    readonly most: number;
    readonly missing: string;
    readonly tooMany: string;
  },
): z.ZodType<readonly Item[]> {
  return z
    .unknown()
    .transform((posted, check): readonly unknown[] => {
      const all = posted === undefined ? [] : [posted].flat();
      if (all.length >= least && all.length <= most) return all;
      check.addIssue(all.length < least ? missing : tooMany);
      return z.NEVER;
    })
    .pipe(z.array(item));
}

/** Any number of answers, or at least `least`. */
export function severalField<Value extends string>(
  asked: Asked & {
    readonly choices: readonly ChoiceOf<Value>[];
    readonly least?: number;
    /** What is said when too few are chosen, or what is not offered. */
    readonly missing: string;
  },
): Field<readonly Value[]> {
  const { choices, least = 0, missing, label, hint } = asked;
  const one = z.enum(
    choices.map(({ value }) => value),
    missing,
  );
  return {
    label,
    ...(hint && { hint }),
    control: { kind: 'checkboxes', choices, small: true },
    schema: listOf(one, { least, most: choices.length, missing, tooMany: missing }),
    inWords: (values) => listed(values.map((value) => textOf(choices, value))),
  };
}
