import { choiceField, severalField } from '../../../forms/choice-fields.ts';
import { declareForm } from '../../../forms/form.ts';
import { optionalPersonField, type Possible } from '../../../forms/people-fields.ts';
import { lineField, reasonField } from '../../../forms/text-fields.ts';
import { ROLES } from '../../../permission/roles.ts';

const ROLE_CHOICES = ROLES.map((role) => ({ value: role, text: role }));
const WHY = {
  missing: 'Enter the reason, such as a new post or the end of a cover',
  least: 3,
  most: 300,
};
const reason = reasonField(WHY);

/** The form that gives a person their roles. */
export const ROLES_FORM = declareForm({
  name: 'roles',
  submit: 'Save roles',
  fields: {
    roles: severalField({
      label: 'Roles given by an administrator',
      hint: 'Roles from the identity provider stay as they are.',
      choices: ROLE_CHOICES,
      missing: 'Choose roles from the list',
    }),
    reason,
  },
});

/** The form that ends a person’s access; who takes over is asked where somebody can. */
export function leaveForm(name: string, successors: readonly Possible[]) {
  const takesOver = optionalPersonField({
    label: 'Who takes over',
    people: successors,
    none: 'Choose somebody',
    missing: 'Choose who takes over from the list',
    judgedByRule: true,
  });
  return declareForm({
    ...{ name: 'leave', submit: 'End access', button: 'warning' },
    refusals: { 'successor-needed': 'successor' },
    fields: {
      successor: successors.length > 0 ? takesOver : { ...takesOver, control: { kind: 'carried' } },
      reason: reasonField({
        ...WHY,
        hint: 'Such as the last day at work. It stands in the audit trail.',
      }),
      understood: severalField({
        label: 'Confirm',
        choices: [{ value: 'yes', text: `End the access of ${name} now` }],
        least: 1,
        missing: 'Tick that you want to end this person’s access',
      }),
    },
  });
}

/** The form that brings a person back. */
export const COME_BACK_FORM = declareForm({
  name: 'come-back',
  submit: 'Bring back',
  fields: { reason },
});

/** The form that maps a value of the roles claim to a role. */
export const MAPPING_FORM = declareForm({
  name: 'mapping',
  submit: 'Add',
  fields: {
    'claim-value': lineField({
      label: 'Group or role, as the provider names it',
      missing: 'Enter the group or role as the provider names it',
      most: 300,
    }),
    role: choiceField({
      label: 'Role that it gives',
      choices: ROLE_CHOICES,
      none: 'Choose a role',
      missing: 'Choose the role that it gives',
    }),
  },
});
