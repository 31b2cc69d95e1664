import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { weekEndingField } from '../../week-ending.ts';

function queryOn(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    publish: z
      .string()
      .optional()
      .transform((value) => value === 'yes'),
  });
}

let made: { readonly today: PlainDate; readonly query: ReturnType<typeof queryOn> } | undefined;

/** The query of the report's page: which week, and whether for others. Made once a day: a schema is compiled at its first use. */
export function reportQuery(today: PlainDate) {
  if (made?.today !== today) made = { today, query: queryOn(today) };
  return made.query;
}
