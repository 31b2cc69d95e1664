import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import { optionalField } from '../../http/optional-field.ts';
import { typedDay } from '../../http/typed-day.ts';
import { ACTION_NAMES } from '../entry-in-words.ts';

function day(which: string) {
  return z.string().transform((text, check): PlainDate => {
    const date = typedDay(text);
    if (date !== undefined) return date;
    check.addIssue({
      code: 'custom',
      message: `Enter the ${which} day as a real date, such as 31/3/2026`,
    });
    return z.NEVER;
  });
}

/** The query of the audit trail. A field left empty narrows nothing. */
export const trailQuery = z.object({
  person: optionalField(z.string().max(200, 'Enter at most 200 characters of a name')),
  by: optionalField(z.uuid('Follow the link of a person’s name')),
  child: optionalField(z.string().max(60, 'Enter at most 60 characters of an identifier')),
  action: optionalField(z.enum(Object.keys(ACTION_NAMES), 'Choose what was done from the list')),
  thing: optionalField(z.string().max(60, 'Choose a thing from the list')),
  from: optionalField(day('first')),
  to: optionalField(day('last')),
  search: optionalField(z.string().max(60, 'Enter at most 60 characters to search for')),
  page: optionalField(
    z.coerce
      .number('Page must be a number')
      .int('Page must be a whole number')
      .min(1, 'Page must be 1 or more')
      .max(400, 'Page must be at most 400: narrow the list instead'),
  ),
});

/** What the trail is narrowed to. */
export type TrailFilter = Omit<z.output<typeof trailQuery>, 'page'>;
