import { z } from 'zod';
import { carriedField } from '../../../platform/forms/field.ts';
import { declareForm } from '../../../platform/forms/form.ts';
import { lineField, reasonField } from '../../../platform/forms/text-fields.ts';

const MOST_CHARACTERS = 400;

/** Which area the council serves. */
export const AREA_FORM = declareForm({
  name: 'area',
  submit: 'Change the area',
  refusals: { 'area-code-unknown': 'codes', 'area-changed-meanwhile': 'codes' },
  fields: {
    codes: lineField({
      label: 'ONS codes of the area that the council serves',
      hint: 'One of a county or single-tier authority, such as E10000021; several with commas between them. Placements whose postcodes lie in it count as in area.',
      missing: 'Enter the ONS code of the council’s area',
      most: MOST_CHARACTERS,
    }),
    /** The area that stood when the page was shown, codes with commas between them. */
    before: carriedField(z.string().max(MOST_CHARACTERS)),
    reason: reasonField({
      missing: 'Enter the reason in a sentence, at least 10 characters',
      least: 10,
    }),
  },
});
