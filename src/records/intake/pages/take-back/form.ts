import { declareForm } from '../../../../platform/forms/form.ts';
import { reasonField } from '../../../../platform/forms/text-fields.ts';
import type { Turn } from '../../../revisions/revision.ts';

function turnForm(label: string, submit: string, button?: 'warning') {
  return declareForm({
    name: 'turn',
    submit,
    ...(button === undefined ? {} : { button }),
    fields: {
      reason: reasonField({
        label,
        hint: 'It stands on the audit trail beside your name.',
        missing: 'Enter the reason in a sentence, at least 10 characters',
        least: 10,
      }),
    },
  });
}

/** The forms that take an import back and put it back. */
export const TURN_FORMS = {
  'taken back': turnForm('Why the import is taken back', 'Take this import back', 'warning'),
  'put back': turnForm('Why the import is put back', 'Put this import back'),
} as const satisfies Readonly<Record<Turn, unknown>>;

/** The same for an import that stands for a link of two identifiers. */
export const LINK_TURN_FORMS = {
  'taken back': turnForm('Why the link is undone', 'Undo this link', 'warning'),
  'put back': turnForm('Why the identifiers are linked again', 'Link the identifiers again'),
} as const satisfies Readonly<Record<Turn, unknown>>;
