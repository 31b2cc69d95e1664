import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import { optionalText } from '../report/optional-text.ts';
import { weekEndingField } from '../report/week-query.ts';

/** The query of the budgets: to the end of which week, and what is searched for in codes and descriptions. */
export function budgetsQuery(today: PlainDate) {
  return z.object({ 'week-ending': weekEndingField(today), search: optionalText });
}

/** What the query of the budgets says. */
export type BudgetsQuery = z.output<ReturnType<typeof budgetsQuery>>;
