import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { optionalField } from '../../../../platform/http/optional-field.ts';
import { typedDay } from '../../../../platform/http/typed-day.ts';
import { weekEndingField } from '../../week-ending.ts';

const PROBLEM = 'Enter the day as a real date, such as 31/3/2026';

/** The query of the page: which week, and as published when, or as known at the end of which day. */
export function thenAndNowQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    published: optionalField(z.uuid('There is no such published report')),
    day: optionalField(
      z.string().transform((text, check): PlainDate => {
        const day = typedDay(text);
        if (day !== undefined) return day;
        check.addIssue({ code: 'custom', message: PROBLEM });
        return z.NEVER;
      }),
    ),
  });
}

/** The form that publishes a week. */
export function publishForm(today: PlainDate) {
  return z.object({ 'week-ending': weekEndingField(today) });
}
