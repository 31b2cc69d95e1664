import { z } from 'zod';
import { dateInFigures, type PlainDate } from '../../../../core/plain-date.ts';
import { choiceField, listOf } from '../../../../platform/forms/choice-fields.ts';
import { dayField } from '../../../../platform/forms/day-field.ts';
import { carriedField, onlyIf } from '../../../../platform/forms/field.ts';
import { declareForm } from '../../../../platform/forms/form.ts';
import { optionalPersonField, type Possible } from '../../../../platform/forms/people-fields.ts';
import { optionalLineField, reasonField } from '../../../../platform/forms/text-fields.ts';
import type { Offer } from '../../../../platform/workflow/judge.ts';
import { type FindingAction, VERDICTS_TO_CHOOSE } from '../../finding-workflow.ts';

/** Most findings that one decision is taken on at once. */
const MOST_AT_ONCE = 200;
const FINDINGS_AT_ONCE = {
  least: 1,
  most: MOST_AT_ONCE,
  missing: 'Choose at least one finding',
  tooMany: `Choose at most ${MOST_AT_ONCE} findings at once`,
};
const NOT_OF_THE_LIST = 'Choose findings from the list';

/** A finding in the form, and the number of the latest decision on it that the person saw: `KEY.0` when there was none. */
const SEEN = /^([0-9a-f]{32})\.(\d{1,6})$/;

/** The keys of the findings that a page is asked for. */
export const askedSchema = z.object({
  finding: listOf(z.string().regex(/^[0-9a-f]{32}$/, NOT_OF_THE_LIST), FINDINGS_AT_ONCE),
});

const seenFindings = z
  .string()
  .regex(SEEN, NOT_OF_THE_LIST)
  .transform((one) => {
    const [subjectKey = '', basedOn] = one.split('.');
    return { subjectKey, basedOn: Number(basedOn) };
  });

const TO_BE_MENDED = { field: 'verdict', is: 'to-be-mended' };

/** The form of a decision: what of the workflow is offered, and those who may be chosen to mend it. */
export function decisionForm(of: {
  readonly offers: readonly Offer<FindingAction>[];
  readonly menders: readonly Possible[];
  readonly today: PlainDate;
}) {
  const offered = VERDICTS_TO_CHOOSE.flatMap((value) =>
    of.offers
      .filter(({ action, refusal }) => action === value && refusal === undefined)
      .map(({ label, hint }) => ({ value, text: label, ...(hint !== undefined && { hint }) })),
  );
  return declareForm({
    name: 'decision',
    submit: 'Decide',
    refusals: { 'action-refused': 'verdict' },
    fields: {
      finding: carriedField(listOf(seenFindings, FINDINGS_AT_ONCE)),
      'week-ending': carriedField(z.unknown()),
      verdict: choiceField({
        label: 'What do you decide?',
        choices: offered,
        known: VERDICTS_TO_CHOOSE,
        missing: 'Choose what you decide',
      }),
      reason: reasonField({ label: 'Why', missing: 'Enter why', most: 1_000 }),
      'mender-id': onlyIf(
        TO_BE_MENDED,
        optionalPersonField({
          label: 'Person who mends it',
          hint: 'Only when it is to be mended',
          people: of.menders,
          none: 'Nobody of these',
          missing: 'Choose the person who mends it, or enter a team below',
          judgedByRule: true,
        }),
      ),
      mender: onlyIf(
        TO_BE_MENDED,
        optionalLineField({
          label: 'Or the team, or somebody outside',
          hint: 'Only when it is to be mended, and by nobody of the list',
          most: 200,
        }),
      ),
      'mend-by': onlyIf(
        TO_BE_MENDED,
        dayField({
          label: 'To be mended by',
          hint: 'Only when it is to be mended. For example 31/3/2027',
          missing: 'Enter the day by which it is mended',
          earliest: of.today,
          outside: `The day must not be before today, ${dateInFigures(of.today)}`,
        }),
      ),
    },
    together({ verdict, mender, 'mender-id': menderId }) {
      if (verdict !== 'to-be-mended') return [];
      if (menderId === undefined && mender === undefined) {
        return [
          {
            field: 'mender-id',
            message: 'Choose the person who mends it, or enter a team below',
          },
        ];
      }
      if (menderId === undefined || mender === undefined) return [];
      return [{ field: 'mender', message: 'Choose a person or enter a team, not both' }];
    },
  });
}
