import { z } from 'zod';
import { severalField } from '../../forms/choice-fields.ts';
import { carriedField, type Field } from '../../forms/field.ts';
import { declareForm } from '../../forms/form.ts';
import { lineField } from '../../forms/text-fields.ts';

/** Said of a view without a filter or an order that the list knows. */
export const NOTHING = 'There is nothing in this view that the list can be narrowed or sorted by.';

const MISSING = 'Enter a name for the view';

/** One line as it is compared with the names of other views: composed, without marks that no one sees. */
function nameField(): Field<string> {
  const hint = 'At most 60 characters. Names of people do not belong here.';
  const line = lineField({ label: 'Name', hint, missing: MISSING, most: 60 });
  const plain = z
    .string(MISSING)
    .transform((text) => text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' '));
  return { ...line, schema: plain.pipe(line.schema as z.ZodType<string, string>) };
}

/** Why a view cannot be called so, said at its name. */
const REFUSALS = { 'view-not-stored': 'name' } as const;

/** Saves what the list is narrowed and sorted by as a view. */
export const SAVE_FORM = declareForm({
  name: 'save',
  submit: 'Save view',
  refusals: REFUSALS,
  fields: {
    query: carriedField(z.string(NOTHING).max(4000, NOTHING).default('')),
    name: nameField(),
    also: severalField({
      label: 'Besides',
      missing: 'Tick what is offered',
      choices: [
        { value: 'default', text: 'Open the list with this view' },
        { value: 'replace', text: 'Replace my view of the same name, if there is one' },
      ],
    }),
  },
});

/** Calls a view otherwise. */
export const RENAME_FORM = declareForm({
  name: 'rename',
  submit: 'Rename',
  refusals: REFUSALS,
  fields: { action: carriedField(z.literal('rename')), name: nameField() },
});

/** What the buttons beside a view do with it. */
export const ACTION_FORM = declareForm({
  name: 'act',
  submit: 'Do it',
  fields: {
    action: carriedField(
      z.enum(['default', 'no-default', 'delete'], 'Choose what to do with the view'),
    ),
  },
});
