import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { SEVERITIES } from '../../../model.ts';
import { weekEndingField } from '../../../reports/week-ending.ts';

function given(value: unknown): unknown {
  const last = Array.isArray(value) ? value.at(-1) : value;
  const text = typeof last === 'string' ? last.trim() : '';
  return text === '' ? undefined : text;
}

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(given, schema.optional());
}

/** The query of the list of findings. A field left empty narrows nothing. */
export function findingsSchema(today: PlainDate) {
  return z.object({
    severity: optional(z.enum(SEVERITIES, 'Choose a severity from the list')),
    rule: optional(z.string().max(60, 'Choose a rule from the list')),
    kind: optional(z.string().max(60, 'Choose a kind of record from the list')),
    year: optional(z.coerce.number('Choose a return from the list').int().min(0).max(2200)),
    child: optional(z.string().max(60, 'Enter at most 60 characters of the child’s identifier')),
    state: optional(z.enum(['decided', 'resolved', 'all'], 'Choose a state from the list')),
    'week-ending': weekEndingField(today),
    page: optional(z.coerce.number('Page must be a number').int().min(1, 'Page must be 1 or more')),
  });
}
