import type { z } from 'zod';
import { type FieldProblem, fieldsOf } from '../form.ts';

/** The parameters of a request, or everything that is wrong with them. */
export type QueryCheck<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    // Passed over, a filter that is spelt wrongly would give everything.
    return issue.keys.map((field) => ({ field, message: 'There is no such parameter here.' }));
  }
  return [{ field: String(issue.path[0] ?? ''), message: issue.message }];
}

/** Checks the query against its schema; of each parameter the first problem. A parameter that is left empty is as if it were not there. */
export function readQuery<Query extends z.ZodObject>(
  schema: Query,
  query: URLSearchParams,
): QueryCheck<z.output<Query>> {
  const given = new URLSearchParams([...query].filter(([, value]) => value.trim() !== ''));
  const result = schema.strict().safeParse(fieldsOf(given));
  if (result.success) return { ok: true, values: result.data as z.output<Query> };
  const problems = new Map<string, FieldProblem>();
  for (const problem of result.error.issues.flatMap(problemsOf)) {
    if (!problems.has(problem.field)) problems.set(problem.field, problem);
  }
  return { ok: false, problems: [...problems.values()] };
}
