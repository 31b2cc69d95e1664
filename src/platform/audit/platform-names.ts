import type { Names } from './entry.ts';

/** What the platform's own tables are called on the audit trail. */
const PLATFORM_THINGS: Names['things'] = {
  authority: 'council',
  person: 'person',
  person_role: 'role of a person',
  person_leaving: 'end of a person’s access',
  work_said: 'word on waiting work',
  digest_choice: 'choice of how often to be sent what waits',
  'waiting work': 'waiting work',
  'waiting work to print': 'waiting work to print',
  'piece of waiting work': 'piece of waiting work',
  'digest of waiting work': 'digest of waiting work',
  session: 'session of somebody signed in',
  access_token: 'access token',
  setting_change: 'change of a setting',
  scheduled_run: 'scheduled work',
  role_mapping: 'role given by a group',
  first_person_link: 'link for the first person',
  case_note: 'note on a case',
  case_attachment: 'attachment of a case',
  'whole database': 'whole database',
  'audit trail': 'audit trail',
  'list of people': 'list of people',
  saved_view: 'saved view of a list',
  form_draft: 'draft of a form',
};

const PLATFORM_COLUMNS: Names['columns'] = {
  case_kind: 'kind of case',
  case_key: 'case',
  corrects: 'corrects the note',
  is_default: 'opens by itself',
};

/** A wing's names with the platform's beside them. */
export function withPlatformNames({ things, columns }: Names): Names {
  return {
    things: { ...PLATFORM_THINGS, ...things },
    columns: { ...PLATFORM_COLUMNS, ...columns },
  };
}
