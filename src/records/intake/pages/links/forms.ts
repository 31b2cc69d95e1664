import { choiceField } from '../../../../platform/forms/choice-fields.ts';
import { declareForm } from '../../../../platform/forms/form.ts';
import { lineField, reasonField } from '../../../../platform/forms/text-fields.ts';
import { LINK_KIND_NAMES, type LinkKind } from '../../../links/child-link.ts';

const LONGEST_IDENTIFIER = 40;

/** Which other identifier the child has. */
export const OTHER_FORM = declareForm({
  name: 'other',
  submit: 'Compare them',
  refusals: {
    'link-to-itself': 'other',
    'link-child-unknown': 'other',
    'link-restricted': 'other',
    'linked-already': 'other',
  },
  fields: {
    other: lineField({
      label: 'The other identifier of this child',
      hint: 'As the returns write it. What is recorded under it will stand under this child.',
      missing: 'Enter the other identifier',
      most: LONGEST_IDENTIFIER,
    }),
  },
});

const KINDS: readonly LinkKind[] = ['merged', 'returned', 'adopted'];
const ABOUT: Partial<Record<LinkKind, string>> = {
  adopted:
    'The record before the adoption is confidential. Link it only where the social worker for this child is to see it.',
};

/** Why two identifiers are one child’s. */
export const LINK_FORM = declareForm({
  name: 'link',
  submit: 'Link the identifiers',
  button: 'warning',
  fields: {
    kind: choiceField({
      label: 'Why does the child have two identifiers?',
      missing: 'Choose why the child has two identifiers',
      choices: KINDS.map((value) => ({
        value,
        text: LINK_KIND_NAMES[value],
        ...(ABOUT[value] !== undefined && { hint: ABOUT[value] }),
      })),
    }),
    reason: reasonField({
      label: 'How do you know?',
      hint: 'For example, who told you. It stands on the audit trail beside your name.',
      missing: 'Enter how you know in a sentence, at least 10 characters',
      least: 10,
    }),
  },
});
