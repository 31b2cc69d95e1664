import { choiceField } from '../../../platform/forms/choice-fields.ts';
import { declareForm } from '../../../platform/forms/form.ts';
import { childField, type Possible, peopleField } from '../../../platform/forms/people-fields.ts';
import { reasonField } from '../../../platform/forms/text-fields.ts';
import { RESTRICTION_KIND_NAMES, RESTRICTION_KINDS } from '../restriction.ts';

const reason = (label: string, missing: string) =>
  reasonField({ label, missing: `${missing}, at least 10 characters`, least: 10 });

/** The rules of naming refuse at the names. */
const OF_NAMING = {
  'restriction-needs-two': 'named',
  'names-themselves': 'named',
  'reader-sees-no-child': 'named',
} as const;

/** The form that restricts a child; whoever makes it is named without being asked. */
export function restrictForm(others: readonly Possible[]) {
  return declareForm({
    name: 'restrict',
    submit: 'Restrict this child',
    refusals: { ...OF_NAMING, 'restrict-linked': 'kind' },
    fields: {
      kind: choiceField({
        label: 'Why the child is restricted',
        choices: RESTRICTION_KINDS.map((value) => ({ value, text: RESTRICTION_KIND_NAMES[value] })),
        missing: 'Choose why the child is restricted',
        small: true,
      }),
      named: peopleField({
        label: 'Who else may see the child',
        hint: 'You are named yourself. Name at least one other manager who may restrict a child.',
        people: others,
      }),
      reason: reason('Reason', 'Enter the reason in a sentence'),
    },
  });
}

/** The form that changes who is named. */
export function readersForm(people: readonly Possible[]) {
  return declareForm({
    name: 'readers',
    submit: 'Save names',
    refusals: OF_NAMING,
    fields: {
      named: peopleField({
        label: 'Who may see the child',
        hint: 'Two of them at least must be managers who may restrict a child.',
        people,
      }),
      reason: reason('Why the names change', 'Enter why the names change'),
    },
  });
}

/** The form that ends a restriction. */
export const END_FORM = declareForm({
  ...{ name: 'end', prefixed: true, submit: 'End the restriction', button: 'warning' },
  refusals: { 'openings-waiting': 'reason' },
  fields: { reason: reason('Why the restriction ends', 'Enter why the restriction ends') },
});

/** The form that opens a restricted child for an hour. */
export const OPEN_FORM = declareForm({
  name: 'open',
  submit: 'Open for one hour',
  refusals: { 'nothing-to-open': 'child' },
  fields: {
    child: childField(),
    reason: reason('Why you need to see the child now', 'Enter why you need to see the child now'),
  },
});
