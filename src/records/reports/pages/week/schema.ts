import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { weekEndingField } from '../../week-ending.ts';

/** The query of the report's page: which week, and whether for others. */
export function reportQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    publish: z
      .string()
      .optional()
      .transform((value) => value === 'yes'),
  });
}
