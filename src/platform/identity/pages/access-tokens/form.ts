import { z } from 'zod';
import { choiceField, severalField } from '../../../forms/choice-fields.ts';
import { declareForm } from '../../../forms/form.ts';
import { lineField } from '../../../forms/text-fields.ts';
import { TOKEN_DAYS, USUAL_TOKEN_DAYS } from '../../access-tokens/access-token.ts';

const USUAL = String(USUAL_TOKEN_DAYS);
const DAYS = choiceField({
  label: 'How long it works',
  choices: TOKEN_DAYS.map((days) => ({ value: String(days), text: `${days} days` })),
  dropsDown: true,
  missing: 'Choose how long the token works',
});

/** The form that makes a token; only what is offered may be chosen. */
export function accessTokenForm(offered: readonly string[]) {
  return declareForm({
    name: 'token',
    submit: 'Make token',
    refusals: { 'token-of-that-name': 'name' },
    fields: {
      name: lineField({
        label: 'What it is for',
        hint: 'Such as “Power BI, placements dashboard”. It stands in the audit trail with everything that the token reads.',
        missing: 'Enter what the token is for, such as “Power BI, placements dashboard”',
        least: 3,
        most: 100,
      }),
      scopes: severalField({
        label: 'What it may do',
        hint: 'Only what you may do now, and only as long as you may.',
        choices: offered.map((permission) => ({ value: permission, text: permission })),
        least: 1,
        missing: 'Choose at least one thing that the token may do',
      }),
      days: { ...DAYS, schema: z.preprocess((days) => days ?? USUAL, DAYS.schema) },
    },
  });
}
