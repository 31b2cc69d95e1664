import type { z } from 'zod';
import type { FormFields } from './route.ts';

/** What is wrong with one field of a form, said to the person who filled it in. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The values of a form that was filled in rightly, or everything that is wrong with it and what was typed. */
export type FormCheck<Values> =
  | { readonly ok: true; readonly values: Values }
  | {
      readonly ok: false;
      readonly problems: readonly FieldProblem[];
      readonly typed: FormFields;
    };

/**
 * Checks a form, or a query, against its schema. All problems are given at once, one for each field
 * (its first), in the order of the schema; the messages are the schema's.
 */
export function checkForm<Schema extends z.ZodType>(
  schema: Schema,
  fields: FormFields,
): FormCheck<z.output<Schema>> {
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, values: result.data };
  const problems = new Map<string, string>();
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!problems.has(field)) problems.set(field, issue.message);
  }
  return {
    ok: false,
    problems: [...problems].map(([field, message]) => ({ field, message })),
    typed: fields,
  };
}

/** The message that stands beside the field, if it has one. */
export function problemOf(
  problems: readonly FieldProblem[] | undefined,
  field: string,
): string | undefined {
  return problems?.find((problem) => problem.field === field)?.message;
}

/** What was typed into the field, to be shown again; the first where there were several, empty where there was none. */
export function typedValue(typed: FormFields | undefined, field: string): string {
  const value = typed?.[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** The query, or an urlencoded form, as fields: a name that stands several times has all its values. */
export function fieldsOf(parameters: URLSearchParams): FormFields {
  const fields: [string, string | readonly string[]][] = [];
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    fields.push([name, values.length === 1 ? (values[0] ?? '') : values]);
  }
  return Object.fromEntries(fields);
}
