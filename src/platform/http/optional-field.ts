import { z } from 'zod';

function given(value: unknown): unknown {
  const last = Array.isArray(value) ? value.at(-1) : value;
  const text = typeof last === 'string' ? last.trim() : '';
  return text === '' ? undefined : text;
}

/** A field of a query or a form that may be left empty: trimmed, the last where it stands several times, undefined when nothing was given. */
export function optionalField<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(given, schema.optional());
}
