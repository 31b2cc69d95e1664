import { z } from 'zod';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { choiceField } from '../../../../platform/forms/choice-fields.ts';
import { dayField } from '../../../../platform/forms/day-field.ts';
import { carriedField, onlyIf } from '../../../../platform/forms/field.ts';
import { declareForm, type ValuesOf } from '../../../../platform/forms/form.ts';
import { reasonField } from '../../../../platform/forms/text-fields.ts';
import { codesOf } from '../../../codes/code-status.ts';
import { MOVED, QUESTION_STATES } from '../../answer-in-words.ts';
import type { Answering } from '../../answer-question.ts';
import type { GoneQuestion } from '../../questions.ts';

const NO_END = new Set(['X1', MOVED]);
const NOT_THIS = 'Open the page again: it is about another episode';

/** Whether something was said that can be taken back. */
function isSaid({ latest }: GoneQuestion): boolean {
  return latest !== undefined && latest.answer !== 'taken back';
}

/** The form that asks what became of a child. */
export function answerForm(question: GoneQuestion, today: PlainDate) {
  const { decom } = question;
  const day = (label: string, missing: string) =>
    dayField({
      label,
      hint: 'The night of that day is not counted any more',
      missing,
      earliest: decom,
      latest: today,
    });
  return declareForm({
    name: 'gone',
    submit: 'Store the answer',
    refusals: {
      'import-under-way': 'answer',
      'no-longer-gone': 'answer',
      'day-of-answer': 'answer',
      'reason-of-answer': 'ended-because',
    },
    fields: {
      'based-on': carriedField(z.coerce.number(NOT_THIS).int(NOT_THIS).min(0, NOT_THIS)),
      decom: carriedField(z.literal(decom, NOT_THIS)),
      answer: choiceField({
        label: 'What became of the child?',
        choices: [
          {
            value: 'ended' as const,
            text: QUESTION_STATES.ended,
            hint: 'Say below on which day and why. The child is counted to that day.',
          },
          {
            value: 'moved' as const,
            text: QUESTION_STATES.moved,
            hint: `Say below on which day. It is counted as care taken over by another authority in the UK (${MOVED}).`,
          },
          {
            value: 'missing' as const,
            text: QUESTION_STATES.missing,
            hint: 'The child is still looked after and counted on, and stands on the list for the next return.',
          },
          ...(isSaid(question)
            ? [
                {
                  value: 'taken back' as const,
                  text: 'Nobody knows: take the answer back',
                  hint: 'The question is open again.',
                },
              ]
            : []),
        ],
        known: ['ended', 'moved', 'missing', 'taken back'] as const,
        missing: 'Choose what became of the child',
      }),
      'ended-on': onlyIf(
        { field: 'answer', is: 'ended' },
        day('Day on which care ended', 'Enter the day on which care ended'),
      ),
      'ended-because': onlyIf(
        { field: 'answer', is: 'ended' },
        choiceField({
          label: 'Why care ended (REC)',
          none: 'Choose a reason',
          choices: codesOf('reasonEpisodeCeased')
            .filter(({ code }) => !NO_END.has(code))
            .map(({ code, name }) => ({ value: code, text: `${code} ${name}` })),
          missing: 'Choose why care ended',
        }),
      ),
      'moved-on': onlyIf(
        { field: 'answer', is: 'moved' },
        day(
          'Day on which the other authority took over',
          'Enter the day on which the other authority took over',
        ),
      ),
      reason: reasonField({
        label: 'How you know',
        hint: 'It stands on the audit trail beside your name.',
        missing: 'Enter how you know in a sentence, at least 10 characters',
        least: 10,
      }),
    },
  });
}

/** What the form was answered with. */
export function answeringOf(
  { childId }: GoneQuestion,
  values: ValuesOf<ReturnType<typeof answerForm>['fields']>,
): Answering {
  const { answer, decom, reason } = values;
  const basedOn = values['based-on'];
  const said = { childId, decom, answer, reason, basedOn };
  if (answer === 'ended') {
    return { ...said, endedOn: values['ended-on'] ?? null, rec: values['ended-because'] ?? null };
  }
  if (answer === 'moved') return { ...said, endedOn: values['moved-on'] ?? null, rec: MOVED };
  return { ...said, endedOn: null, rec: null };
}
