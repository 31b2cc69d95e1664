import { z } from 'zod';
import { inFigures } from '../../core/english.ts';
import type { LineParams } from '../components/text-input.tsx';
import type { Asked, Control, Field } from './field.ts';

interface Limits {
  /** The fewest characters, spaces round it left out; one unless said otherwise. */
  readonly least?: number;
  readonly most: number;
}

type Required = Asked &
  Limits & { /** What is said when it is left empty. */ readonly missing: string };

/** Something that can be seen: neither spaces nor marks that no one reads. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

function tooLong({ most }: Limits): string {
  return `Enter at most ${inFigures(most)} characters`;
}

function requiredText(asked: Required): z.ZodType<string> {
  const { least = 1, missing, most } = asked;
  return z
    .string(missing)
    .max(most * 2, tooLong(asked))
    .trim()
    .regex(VISIBLE, missing)
    .min(least, missing)
    .max(most, tooLong(asked));
}

function textField(asked: Required, control: Control): Field<string> {
  const { label, hint } = asked;
  const schema = requiredText(asked);
  return { label, ...(hint && { hint }), control, schema, inWords: (text) => text };
}

/** One line of text that must be filled in. */
export function lineField(asked: Required, params: LineParams = {}): Field<string> {
  return textField(asked, { kind: 'line', ...params });
}

/** Several lines of text that must be filled in. */
export function linesField(asked: Required & { readonly rows?: number }): Field<string> {
  return textField(asked, { kind: 'lines', rows: asked.rows ?? 3 });
}

/** One line of text that may be left empty, which is undefined. */
export function optionalLineField(asked: Asked & Limits): Field<string | undefined> {
  const { label, hint } = asked;
  const schema = z
    .string(tooLong(asked))
    .trim()
    .max(asked.most, tooLong(asked))
    .default('')
    .transform((text) => (VISIBLE.test(text) ? text : undefined));
  const inWords = (text: string | undefined) => text ?? '';
  return { label, ...(hint && { hint }), control: { kind: 'line' }, schema, inWords };
}

/** Why something is done. It stands in the audit trail, and the hint says so unless the form says better. */
export function reasonField(
  asked: Omit<Required, 'label' | 'most'> & Partial<Pick<Required, 'label' | 'most'>>,
): Field<string> {
  return linesField({
    label: 'Reason',
    hint: 'It stands in the audit trail.',
    most: 500,
    ...asked,
  });
}
