import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import { optionalText } from '../report/optional-text.ts';
import { weekEndingField } from '../report/week-query.ts';
import { PAYMENT_STATES } from './differences.ts';

/** The query of the payments: to the end of which week or, within it, of the days paid; which state, which child. An unknown state is all of them. */
export function paymentsQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    state: z.enum(PAYMENT_STATES).optional().catch(undefined),
    days: z.enum(['week', 'paid']).catch('week'),
    search: optionalText,
  });
}

/** What the query of the payments says. */
export type PaymentsQuery = z.output<ReturnType<typeof paymentsQuery>>;
