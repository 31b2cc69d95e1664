import { z } from 'zod';
import { dateInFigures, dateInWords, type PlainDate } from '../../core/plain-date.ts';
import { typedDay } from '../http/typed-day.ts';
import type { Asked, Field } from './field.ts';

const LONGEST = 40;

/**
 * A day in one box, typed as `31/3/2027`, `31 March 2027` or as ISO has it. `missing` begins what is
 * said of a text that is no day: `Enter the day by which it is mended`.
 */
export function dayField(
  asked: Asked & {
    readonly missing: string;
    readonly earliest?: PlainDate;
    readonly latest?: PlainDate;
    /** What is said of a day before the earliest or after the latest. */
    readonly outside?: string;
  },
): Field<PlainDate> {
  const { earliest, latest, label, hint } = asked;
  const missing = `${asked.missing}, such as 31/3/2027`;
  const schema = z
    .string(missing)
    .max(LONGEST, missing)
    .transform((text, check): PlainDate => {
      const day = typedDay(text.trim());
      const early = earliest !== undefined && day !== undefined && day < earliest;
      const late = latest !== undefined && day !== undefined && day > latest;
      if (day !== undefined && !early && !late) return day;
      const bound = early
        ? `before ${dateInFigures(earliest)}`
        : `after ${latest && dateInFigures(latest)}`;
      check.addIssue(
        day === undefined ? missing : (asked.outside ?? `The day must not be ${bound}`),
      );
      return z.NEVER;
    });
  const control = { kind: 'line', width: 20, autocomplete: 'off' } as const;
  return { label, ...(hint && { hint }), control, schema, inWords: dateInWords };
}
