import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { codesOf } from '../../../codes/code-status.ts';
import { PLACEMENT_GROUPS } from '../../../codes/placement-group.ts';
import { readDate } from '../../../intake/files/read-date.ts';

function given(value: unknown): unknown {
  const last = Array.isArray(value) ? value.at(-1) : value;
  const text = typeof last === 'string' ? last.trim() : '';
  return text === '' ? undefined : text;
}

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(given, schema.optional());
}

const LEGAL_STATUS_CODES = codesOf('legalStatus').map(({ code }) => code);

const day = z.string().transform((text, check): PlainDate => {
  const date = readDate(text);
  if (date !== undefined) return date;
  check.addIssue({ code: 'custom', message: 'Enter the night as a real date, such as 31/3/2026' });
  return z.NEVER;
});

/** The query of the list of children. A field left empty narrows nothing. */
export const childrenSchema = z.object({
  search: optional(z.string().max(60, 'Enter at most 60 characters to search for')),
  on: optional(day),
  group: optional(z.enum(PLACEMENT_GROUPS, 'Choose a placement group from the list')),
  legalStatus: optional(z.enum(LEGAL_STATUS_CODES, 'Choose a legal status from the list')),
  area: optional(z.enum(['in', 'out', 'unknown'], 'Choose an area from the list')),
  provider: optional(z.string().max(60, 'Enter at most 60 characters of the provider')),
  far: optional(z.literal('yes', 'Choose a distance from the list')),
  age: optional(z.literal('16plus', 'Choose an age from the list')),
  uasc: optional(z.literal('yes', 'Choose who is unaccompanied from the list')),
  shortBreaks: optional(z.literal('yes', 'Choose about short breaks from the list')),
  known: optional(z.literal('all', 'Choose which children from the list')),
  page: optional(z.coerce.number('Page must be a number').int().min(1, 'Page must be 1 or more')),
});
