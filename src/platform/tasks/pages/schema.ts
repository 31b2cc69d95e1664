import { z } from 'zod';
import { type PlainDate, plainDateFrom } from '../../../core/plain-date.ts';

/** The forms of the page of one piece of work. */
export type FormName = 'take-up' | 'hand-over' | 'put-off' | 'give-back';

/** The field of a form’s reason: each has its own name, for they stand on one page. */
export function reasonField<Name extends FormName>(form: Name): `${Name}-reason` {
  return `${form}-reason`;
}

const reason = z
  .string('Enter why')
  .trim()
  .min(1, 'Enter why')
  .max(500, 'Enter at most 500 characters');

/** Which work is meant, and the number of the latest word on it that the person saw. */
export const workMeant = z.object({
  kind: z.string(),
  key: z.string(),
  seen: z.coerce.number().int().min(0).catch(0),
});

export const takeUpForm = z
  .object({
    'take-up-reason': z.string().trim().max(500, 'Enter at most 500 characters').optional(),
  })
  .transform((form) => ({
    verdict: 'taken-up' as const,
    reason: form['take-up-reason'] || 'taken up',
  }));

/** As takeUpForm where it is with another: then why is asked. */
export const takeFromForm = z
  .object({ 'take-up-reason': reason })
  .transform((form) => ({ verdict: 'taken-up' as const, reason: form['take-up-reason'] }));

export const handOverForm = z
  .object({ to: z.uuid('Choose who takes it over'), 'hand-over-reason': reason })
  .transform(({ to, 'hand-over-reason': why }) => ({
    verdict: 'handed-over' as const,
    to,
    reason: why,
  }));

const number = z.coerce.number().int().catch(0);

export const putOffForm = z
  .object({
    'until-day': number,
    'until-month': number,
    'until-year': number,
    'put-off-reason': reason,
  })
  .transform((form, context) => {
    const until: PlainDate | undefined = plainDateFrom(
      form['until-year'],
      form['until-month'],
      form['until-day'],
    );
    if (until !== undefined) {
      return { verdict: 'put-off' as const, until, reason: form['put-off-reason'] };
    }
    const message = 'Enter a day that exists, such as 27 3 2027';
    context.addIssue({ code: 'custom', path: ['until-day'], message });
    return z.NEVER;
  });

export const giveBackForm = z
  .object({ 'give-back-reason': reason })
  .transform((form) => ({ verdict: 'given-back' as const, reason: form['give-back-reason'] }));
