import { z } from 'zod';
import { optionalField } from '../../../../platform/http/optional-field.ts';
import { IMPORT_STATUSES } from '../../import-in-words.ts';

/** The query of the list of imports. A field left empty narrows nothing. */
export const importsQuery = z.object({
  search: optionalField(z.string().max(200, 'Enter at most 200 characters of the file name')),
  status: optionalField(z.enum(IMPORT_STATUSES, 'Choose a status from the list')),
  page: optionalField(
    z.coerce
      .number('Page must be a number')
      .int('Page must be a whole number')
      .min(1, 'Page must be 1 or more'),
  ),
});
