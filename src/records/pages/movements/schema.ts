import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import { optionalText } from '../report/optional-text.ts';
import { weekEndingField } from '../report/week-query.ts';

const KINDS = ['starts', 'ends', 'moves', 'unplanned', 'joined', 'left'] as const;

/** The query of the movements: which week, which kind, which child. An unknown kind is all of them. */
export function movementsQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    kind: z.enum(KINDS).optional().catch(undefined),
    search: optionalText,
  });
}

/** What the query of the movements says. */
export type MovementsQuery = z.output<ReturnType<typeof movementsQuery>>;
