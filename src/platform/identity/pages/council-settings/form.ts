import { type AuthoritySettings, SETTING_BOUNDS } from '../../../database/authority-settings.ts';
import { declareForm } from '../../../forms/form.ts';
import { numberField } from '../../../forms/number-fields.ts';
import { reasonField } from '../../../forms/text-fields.ts';

function wholeNumber(name: keyof AuthoritySettings, label: string, hint: string) {
  const [least, most] = SETTING_BOUNDS[name];
  return numberField({ label, hint, least, most });
}

/** What a council settles for itself, each number with its bounds. */
export const SETTING_FIELDS = {
  tokenRestDays: wholeNumber(
    'tokenRestDays',
    'Days after the last sign-in from which access tokens rest',
    'Somebody whose account was ended at the identity provider can sign in no more: so many days later their tokens read nothing, even if nobody ends their access here.',
  ),
  uploadPersonMb: wholeNumber(
    'uploadPersonMb',
    'Megabytes of uploads that one person may hold',
    'Of files that wait to be imported, and of files that could not be used and are held.',
  ),
  uploadCouncilMb: wholeNumber(
    'uploadCouncilMb',
    'Megabytes of uploads that the council may hold',
    'Of everybody together.',
  ),
  uploadsWaiting: wholeNumber(
    'uploadsWaiting',
    'Uploads that one person may have under way at once',
    'Arriving, waiting or being imported.',
  ),
} as const satisfies Record<keyof AuthoritySettings, unknown>;

/** The form that changes them. */
export const SETTINGS_FORM = declareForm({
  name: 'settings',
  submit: 'Save',
  fields: {
    ...SETTING_FIELDS,
    reason: reasonField({ missing: 'Enter the reason', least: 3, most: 300 }),
  },
});
