import { z } from 'zod';

/** A field that may be left empty, which is then as if it were not there. */
export const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === '' ? undefined : text));
