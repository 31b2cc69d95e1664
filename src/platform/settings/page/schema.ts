import { z } from 'zod';
import { addMonths, dateInFigures, type PlainDate } from '../../../core/plain-date.ts';
import { typedDay } from '../../http/typed-day.ts';
import { allowedInWords, type Setting, typedValueOf } from '../setting.ts';

/** How far ahead a value can be settled: a longer one is a slip in the year. */
const MONTHS_AHEAD = 120;

function valueField(setting: Setting) {
  return z.string(allowedInWords(setting)).transform((text, check): number => {
    const value = typedValueOf(setting, text);
    if (value !== undefined) return value;
    check.addIssue(allowedInWords(setting));
    return z.NEVER;
  });
}

function fromField(today: PlainDate) {
  return z.string('Enter the first day').transform((text, check): PlainDate => {
    const day = typedDay(text.trim());
    const latest = addMonths(today, MONTHS_AHEAD);
    if (day !== undefined && day >= today && day <= latest) return day;
    check.addIssue(
      day === undefined
        ? 'Enter the first day as a real date, such as 31/3/2026'
        : `The first day must be from today, ${dateInFigures(today)}, to ${dateInFigures(latest)}`,
    );
    return z.NEVER;
  });
}

function sentence(what: string) {
  return z
    .string(`Enter the ${what}`)
    .trim()
    .min(3, `Enter the ${what}`)
    .max(300, `The ${what} must be 300 characters or fewer`);
}

/** The number of the latest change that the person saw. */
const seen = z.coerce.number().int().min(0).max(1_000_000).catch(0);

/** The form that changes a setting from a day on. What was before today is never settled afterwards: figures were made by it. */
export function changeForm(setting: Setting, today: PlainDate) {
  return z.object({
    value: valueField(setting),
    from: fromField(today),
    source: sentence('source'),
    confirmed: z
      .enum(['yes', 'no'], 'Choose whether the value is confirmed')
      .transform((answer) => answer === 'yes'),
    reason: sentence('reason'),
    seen,
  });
}

/** The form that takes a change back. */
export const takeBackForm = z.object({
  reason: sentence('reason'),
  seen,
  change: z.coerce.number().int().min(1).max(1_000_000),
});
