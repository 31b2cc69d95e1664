import { z } from 'zod';
import { type AuthoritySettings, SETTING_BOUNDS } from '../../../database/authority-settings.ts';

function wholeNumber(name: keyof AuthoritySettings) {
  const [least, most] = SETTING_BOUNDS[name];
  const allowed = `Enter a whole number from ${least} to ${most.toLocaleString('en-GB')}`;
  return z
    .string(allowed)
    .trim()
    .regex(/^\d{1,7}$/, allowed)
    .transform(Number)
    .refine((value) => value >= least && value <= most, allowed);
}

/** The form of what a council settles for itself. */
export const settingsForm = z.object({
  tokenRestDays: wholeNumber('tokenRestDays'),
  uploadPersonMb: wholeNumber('uploadPersonMb'),
  uploadCouncilMb: wholeNumber('uploadCouncilMb'),
  uploadsWaiting: wholeNumber('uploadsWaiting'),
  reason: z
    .string('Enter the reason')
    .trim()
    .min(3, 'Enter the reason')
    .max(300, 'The reason must be 300 characters or fewer'),
});
