import {
  type AuthoritySettings,
  changeSettings,
  loadSettings,
} from '../../../database/authority-settings.ts';
import { type Sent, takeForm } from '../../../forms/take-form.ts';
import { doneAt, page, type Reply } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import { mayDo } from '../../../permission/ground-permissions.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';
import { SETTINGS_FORM } from './form.ts';
import { SETTINGS_TITLE, SettingsView } from './view.tsx';

async function show({ person, read }: PageRequest, sent?: Sent): Promise<Reply> {
  const settings = await read<IdentityTables, AuthoritySettings>(loadSettings);
  const may = mayDo(person.roles, 'manage people');
  return page({
    title: SETTINGS_TITLE,
    section: 'People',
    breadcrumbs: [{ text: 'People', href: identityPaths.people }],
    content: SettingsView({ settings, may, sent }),
  });
}

function change(request: PageRequest): Promise<Reply> {
  return takeForm(request, SETTINGS_FORM, {
    again: (sent) => show(request, sent),
    async work({ reason, ...settings }) {
      await request.change<IdentityTables, void>(reason, (tx) => changeSettings(tx, settings));
      return doneAt(identityPaths.councilSettings, 'The numbers are saved.');
    },
  });
}

/** What the council settles for itself: when access tokens rest, how much may be uploaded. */
export function councilSettingsRoutes(): readonly Route[] {
  const path = identityPaths.councilSettings;
  return [
    { method: 'GET', path, permission: 'see people', handle: (request) => show(request) },
    { method: 'POST', path, permission: 'manage people', handle: change },
  ];
}
