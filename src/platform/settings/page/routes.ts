import type { Configuration } from '../../configuration/configuration.ts';
import { DecidedMeanwhile } from '../../decisions/decide.ts';
import { checkForm, typedValue } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import { mayDo, type Route } from '../../permission/ground-permissions.ts';
import { inForceOn, revocable, type SettingChange } from '../changes.ts';
import { settingsPaths } from '../paths.ts';
import type { Setting } from '../setting.ts';
import { changeSetting, loadChanges, takeBack } from '../store.ts';
import {
  ChangeView,
  changeTitle,
  TakeBackView,
  takeBackTitle,
  type Wrong,
} from './change-view.tsx';
import { changeForm, takeBackForm } from './schema.ts';
import { SETTINGS_TITLE, SettingsView } from './view.tsx';

const PLACE = { section: 'Reports' } as const;
const UNDER = {
  ...PLACE,
  breadcrumbs: [{ text: SETTINGS_TITLE, href: settingsPaths.settings }],
} as const;

function statusOf({ meanwhile, problems }: Wrong): { readonly status?: number } {
  if (problems !== undefined) return { status: 422 };
  return meanwhile ? { status: 409 } : {};
}

function changesOf(setting: Setting, { council, wholeGround }: PageRequest) {
  return loadChanges(wholeGround, council.code, [setting.name]);
}

/** Stores it; or tells that somebody else has changed the setting since the person looked. */
async function unlessMeanwhile(stored: Promise<void>): Promise<'stored' | 'meanwhile'> {
  try {
    await stored;
    return 'stored';
  } catch (error) {
    if (error instanceof DecidedMeanwhile) return 'meanwhile';
    throw error;
  }
}

async function changePage(setting: Setting, request: PageRequest, wrong: Wrong): Promise<Reply> {
  const [latest] = await changesOf(setting, request);
  const content = ChangeView({ setting, today: request.today, latest, wrong });
  return page({ title: changeTitle(setting), ...UNDER, ...statusOf(wrong), content });
}

async function change(setting: Setting, request: PageRequest): Promise<Reply> {
  const { acting, body, ground, today } = request;
  const check = checkForm(changeForm(setting, today), body);
  if (!check.ok) return changePage(setting, request, check);
  const { confirmed, from, reason, seen, source, value } = check.values;
  const to = { value, validFrom: from, source, confirmed };
  const done = await unlessMeanwhile(
    changeSetting(ground, acting(reason), setting, { basedOn: seen, today, to }),
  );
  if (done === 'stored') return redirect(settingsPaths.changed(setting.name));
  return changePage(setting, request, { typed: body, meanwhile: true });
}

async function takeBackPage(
  setting: Setting,
  request: PageRequest,
  number: number,
  wrong: Wrong,
): Promise<Reply> {
  const changes: readonly SettingChange[] = await changesOf(setting, request);
  const open = revocable(changes, request.today).find((each) => each.number === number);
  if (open === undefined) {
    return notFoundPage('There is no such change that can be taken back: it has counted already.');
  }
  const content = TakeBackView({ setting, change: open, latest: changes[0], wrong });
  return page({ title: takeBackTitle(setting), ...UNDER, ...statusOf(wrong), content });
}

async function takeBackChange(setting: Setting, request: PageRequest): Promise<Reply> {
  const { acting, body, ground, today } = request;
  const number = Number(typedValue(body, 'change'));
  const check = checkForm(takeBackForm, body);
  if (!check.ok) return takeBackPage(setting, request, number, check);
  const { change: taken, reason, seen } = check.values;
  const done = await unlessMeanwhile(
    takeBack(ground, acting(reason), setting, { basedOn: seen, today, change: taken }),
  );
  if (done === 'stored') return redirect(settingsPaths.changed(setting.name));
  return takeBackPage(setting, request, number, { typed: body, meanwhile: true });
}

/** What each council settles for itself: all with their history, and the forms that change one from a day on and take a change back. */
export function settingsRoutes(
  settings: readonly Setting[],
  configuration: Configuration,
): readonly Route[] {
  const named = (name: string | null) => settings.find((setting) => setting.name === name);
  const missing = () => notFoundPage('There is no such setting.');
  const asked = (request: PageRequest, act: (setting: Setting) => Promise<Reply>) => {
    const { body, query } = request;
    const setting = named(query.get('setting') ?? typedValue(body, 'setting'));
    return setting === undefined ? missing() : act(setting);
  };
  const CHANGE = { path: settingsPaths.change, permission: 'change settings' } as const;
  const TAKE_BACK = { path: settingsPaths.takeBack, permission: 'change settings' } as const;
  return [
    {
      method: 'GET',
      path: settingsPaths.settings,
      permission: 'see settings',
      async handle({ council, person, query, today, wholeGround }) {
        const names = settings.map(({ name }) => name);
        const all = names.length === 0 ? [] : await loadChanges(wholeGround, council.code, names);
        const shown = settings.map((setting) => {
          const changes = all.filter((each) => each.setting === setting.name);
          const now = inForceOn(setting, changes, today, configuration);
          return { setting, now, otherwise: setting.otherwise(configuration), changes };
        });
        const mayChange = mayDo(person.roles, 'change settings');
        const changed = named(query.get('changed'));
        const content = SettingsView({ settings: shown, today, mayChange, changed });
        return page({ title: SETTINGS_TITLE, ...PLACE, content });
      },
    },
    {
      method: 'GET',
      ...CHANGE,
      handle: (request) => asked(request, (setting) => changePage(setting, request, {})),
    },
    {
      method: 'POST',
      ...CHANGE,
      handle: (request) => asked(request, (setting) => change(setting, request)),
    },
    {
      method: 'GET',
      ...TAKE_BACK,
      handle: (request) =>
        asked(request, (setting) =>
          takeBackPage(setting, request, Number(request.query.get('change')), {}),
        ),
    },
    {
      method: 'POST',
      ...TAKE_BACK,
      handle: (request) => asked(request, (setting) => takeBackChange(setting, request)),
    },
  ];
}
