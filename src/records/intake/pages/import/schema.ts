import { z } from 'zod';
import { optionalField } from '../../../../platform/http/optional-field.ts';

/** The query of an import's page: which rejected rows, and whether the page asks again by itself. What cannot be read is passed over. */
export const importQuery = z.object({
  file: optionalField(z.coerce.number().int().min(0)).catch(undefined),
  page: optionalField(z.coerce.number().int().min(1)).catch(undefined),
  refresh: optionalField(z.literal('off')).catch(undefined),
});

/** What is said when files that were held back are imported again: that much may change, or that they are changes only. */
export const againForm = z.object({
  accept: z.enum(['large-change']).optional(),
  extent: z.enum(['changes']).optional(),
});
