import {
  type AuthoritySettings,
  changeSettings,
  loadSettings,
} from '../../../database/authority-settings.ts';
import { checkForm } from '../../../http/form.ts';
import { page, type Reply, redirect } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import { mayDo } from '../../../permission/ground-permissions.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';
import { settingsForm } from './schema.ts';
import { SETTINGS_TITLE, SettingsView } from './view.tsx';

async function show(
  { council, ground, person }: PageRequest,
  wrong: Pick<Parameters<typeof SettingsView>[0], 'problems' | 'typed'> = {},
): Promise<Reply> {
  const settings = await ground.read<IdentityTables, AuthoritySettings>(council.code, loadSettings);
  const may = mayDo(person.roles, 'manage people');
  return page({
    title: SETTINGS_TITLE,
    section: 'People',
    breadcrumbs: [{ text: 'People', href: identityPaths.people }],
    ...(wrong.problems === undefined ? {} : { status: 422 }),
    content: SettingsView({ settings, may, ...wrong }),
  });
}

async function change(request: PageRequest): Promise<Reply> {
  const { body, ground } = request;
  const check = checkForm(settingsForm, body);
  if (!check.ok) return show(request, check);
  const { reason, ...settings } = check.values;
  await ground.transaction<IdentityTables, void>(request.acting(reason), (tx) =>
    changeSettings(tx, settings),
  );
  return redirect(identityPaths.councilSettings);
}

/** What the council settles for itself: when access tokens rest, how much may be uploaded. */
export function councilSettingsRoutes(): readonly Route[] {
  const path = identityPaths.councilSettings;
  return [
    { method: 'GET', path, permission: 'see people', handle: (request) => show(request) },
    { method: 'POST', path, permission: 'manage people', handle: change },
  ];
}
