import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { optionalField } from '../../../../platform/http/optional-field.ts';
import { typedDay } from '../../../../platform/http/typed-day.ts';
import { weekEndingField } from '../../week-ending.ts';

const NO_DAY = 'Enter the day as a real date, such as 31/3/2026';
const NOT_YET = 'Enter a day that is today or earlier';

/** What links to the page say: which week, and as published when. */
export function weekQuery(today: PlainDate) {
  return z.object({
    'week-ending': weekEndingField(today),
    published: optionalField(z.uuid('There is no such published report')),
  });
}

/** The query of the page: what links say, and as known at the end of which day, which is typed. */
export function thenAndNowQuery(today: PlainDate) {
  return weekQuery(today).extend({
    day: optionalField(
      z.string().transform((text, check): PlainDate => {
        const day = typedDay(text);
        if (day !== undefined && day <= today) return day;
        check.addIssue({ code: 'custom', message: day === undefined ? NO_DAY : NOT_YET });
        return z.NEVER;
      }),
    ),
  });
}

/** The form that publishes a week. */
export function publishForm(today: PlainDate) {
  return z.object({ 'week-ending': weekEndingField(today) });
}
