import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import { optionalText } from '../report/optional-text.ts';
import { weekEndingField } from '../report/week-query.ts';
import { CHARGE_KEYS } from './charges.ts';

/** The query of the costs: which week, what the rows are narrowed to, and by what they are summed. */
export function costsQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    search: optionalText,
    group: optionalText,
    element: optionalText,
    funder: optionalText,
    provider: optionalText,
    contract: optionalText,
    costCentre: optionalText,
    by: z.enum(CHARGE_KEYS).catch('group'),
  });
}

/** What the query of the costs says. */
export type CostsQuery = z.output<ReturnType<typeof costsQuery>>;
