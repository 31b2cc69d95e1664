import { z } from 'zod';

/** What the reason is taken to be when nobody says otherwise. */
export const USUAL_REASON = 'weekly extract';
const LONGEST_REASON = 200;

/** The form that stands before the files of an upload. */
export const uploadForm = z.object({
  reason: z
    .string('Enter why these files are imported')
    .trim()
    .min(1, `Enter why these files are imported, such as “${USUAL_REASON}”`)
    .max(LONGEST_REASON, `The reason must be ${LONGEST_REASON} characters or fewer`),
  extent: z.enum(['usual', 'whole', 'changes'], 'Choose what the files hold').default('usual'),
});
