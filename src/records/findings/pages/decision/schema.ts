import { z } from 'zod';
import { dateInFigures, type PlainDate } from '../../../../core/plain-date.ts';
import { readDate } from '../../../intake/files/read-date.ts';
import { VERDICTS_TO_CHOOSE } from '../../finding-workflow.ts';

/** Most findings that one decision is taken on at once. */
const MOST_AT_ONCE = 200;

/** A finding in the form, and the number of the latest decision on it that the person saw: `KEY.0` when there was none. */
const SEEN = /^([0-9a-f]{32})\.(\d{1,6})$/;

const many = (value: unknown) => (value === undefined ? [] : [value].flat());
const text = (most: number) =>
  z.string().trim().max(most, `Enter at most ${most} characters`).default('');

/** The keys of the findings that a page is asked for. */
export const askedSchema = z.object({
  finding: z.preprocess(
    many,
    z
      .array(z.string().regex(/^[0-9a-f]{32}$/, 'Choose findings from the list'))
      .min(1, 'Choose at least one finding')
      .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} findings at once`),
  ),
});

/** The form of a decision. */
export function decisionSchema(today: PlainDate) {
  return z
    .object({
      finding: z.preprocess(
        many,
        z
          .array(z.string().regex(SEEN, 'Choose findings from the list'))
          .min(1, 'Choose at least one finding')
          .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} findings at once`)
          .transform((all) =>
            all.map((one) => {
              const [subjectKey = '', basedOn] = one.split('.');
              return { subjectKey, basedOn: Number(basedOn) };
            }),
          ),
      ),
      verdict: z.preprocess((value) => value ?? '', z.enum(['', ...VERDICTS_TO_CHOOSE]).catch('')),
      reason: text(1_000),
      'mender-id': z.uuid().or(z.literal('')).catch('').default(''),
      mender: text(200),
      'mend-by': text(20),
    })
    .transform((form, context) => {
      const problem = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (form.verdict === '') problem('verdict', 'Choose what you decide');
      if (form.reason === '') problem('reason', 'Enter why');
      const { finding, verdict, reason } = form;
      if (verdict === '') return z.NEVER;
      if (verdict !== 'to-be-mended')
        return { finding, verdict, reason, mender: null, menderId: null, mendBy: null };
      const menderId = form['mender-id'] === '' ? null : form['mender-id'];
      if (menderId === null && form.mender === '') {
        problem('mender-id', 'Choose the person who mends it, or enter a team below');
      } else if (menderId !== null && form.mender !== '') {
        problem('mender', 'Choose a person or enter a team, not both');
      }
      const mendBy = readDate(form['mend-by']);
      if (mendBy === undefined) {
        problem('mend-by', 'Enter the day by which it is mended, such as 31/3/2027');
      } else if (mendBy < today) {
        problem('mend-by', `The day must not be before today, ${dateInFigures(today)}`);
      }
      const mender = form.mender === '' ? null : form.mender;
      return { finding, verdict, reason, mender, menderId, mendBy: mendBy ?? null };
    });
}
