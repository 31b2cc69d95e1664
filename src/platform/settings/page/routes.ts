import type { Configuration } from '../../configuration/configuration.ts';
import { draftFor } from '../../forms/drafts/draft.ts';
import { type Sent, takeForm } from '../../forms/take-form.ts';
import { typedValue } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import { mayDo, type Route } from '../../permission/ground-permissions.ts';
import { inForceOn, revocable, type SettingChange } from '../changes.ts';
import { settingsPaths } from '../paths.ts';
import type { Setting } from '../setting.ts';
import { changeSetting, loadChanges, type SettingTables, takeBack } from '../store.ts';
import { ChangeView, changeTitle, TakeBackView, takeBackTitle } from './change-view.tsx';
import { type ChangeAnswers, CheckView, checkTitle } from './check-view.tsx';
import { changeForm, TAKE_BACK_FORM } from './forms.ts';
import { SETTINGS_TITLE, SettingsView } from './view.tsx';

const PLACE = { section: 'Reports' } as const;
const UNDER = {
  ...PLACE,
  breadcrumbs: [{ text: SETTINGS_TITLE, href: settingsPaths.settings }],
} as const;

/** What is settled is the same for every reader. */
function changesOf(settings: readonly Setting[], { whole }: PageRequest) {
  return whole.read<SettingTables, readonly SettingChange[]>((tx) => loadChanges(tx, settings));
}

/** The person’s draft of a change of the setting. */
function draftOf(setting: Setting, request: PageRequest) {
  return draftFor(request, changeForm(setting, request.today), {
    subject: [setting.name],
    address: settingsPaths.changeOf(setting.name),
    title: async () => changeTitle(setting),
  });
}

async function changePage(setting: Setting, request: PageRequest, sent?: Sent): Promise<Reply> {
  const { today } = request;
  const [latest] = await changesOf([setting], request);
  const form = changeForm(setting, today);
  const kept = sent === undefined ? await draftOf(setting, request).load() : undefined;
  const content = ChangeView({ setting, today, form, latest, sent, kept });
  return page({ title: changeTitle(setting), ...UNDER, content });
}

/** What is settled now stands beside what it would become: figures are made by it from that day on. */
async function checkPage(
  setting: Setting,
  request: PageRequest,
  configuration: Configuration,
  answers: ChangeAnswers,
): Promise<Reply> {
  const { today } = request;
  const changes = await changesOf([setting], request);
  const { value: now } = inForceOn(setting, changes, today, configuration);
  const content = CheckView({ setting, today, now, answers });
  return page({ title: checkTitle(setting), ...UNDER, content });
}

function change(
  setting: Setting,
  request: PageRequest,
  configuration: Configuration,
): Promise<Reply> {
  const { today } = request;
  return takeForm(request, changeForm(setting, today), {
    again: (sent) => changePage(setting, request, sent),
    draft: draftOf(setting, request),
    check: (answers) => checkPage(setting, request, configuration, answers),
    async work({ confirmed, from, reason, seen, source, value }) {
      const to = { value, validFrom: from, source, confirmed };
      await request.change<SettingTables, void>(reason, (tx, by) =>
        changeSetting(tx, by, setting, { basedOn: seen, today, to }),
      );
      return doneAt(settingsPaths.of(setting.name), `${setting.title} was changed.`);
    },
  });
}

async function takeBackPage(
  setting: Setting,
  request: PageRequest,
  number: number,
  sent?: Sent,
): Promise<Reply> {
  const changes: readonly SettingChange[] = await changesOf([setting], request);
  const open = revocable(changes, request.today).find((each) => each.number === number);
  if (open === undefined) {
    return notFoundPage('There is no such change that can be taken back: it has counted already.');
  }
  const content = TakeBackView({ setting, change: open, latest: changes[0], sent });
  return page({ title: takeBackTitle(setting), ...UNDER, content });
}

function takeBackChange(setting: Setting, request: PageRequest): Promise<Reply> {
  const { body, today } = request;
  const number = Number(typedValue(body, 'change'));
  return takeForm(request, TAKE_BACK_FORM, {
    again: (sent) => takeBackPage(setting, request, number, sent),
    async work({ change, reason, seen }) {
      await request.change<SettingTables, void>(reason, (tx, by) =>
        takeBack(tx, by, setting, { basedOn: seen, today, change }),
      );
      return doneAt(settingsPaths.of(setting.name), `${setting.title} was changed.`);
    },
  });
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
      async handle(request) {
        const { person, today } = request;
        const all = await changesOf(settings, request);
        const shown = settings.map((setting) => {
          const changes = all.filter((each) => each.setting === setting.name);
          const now = inForceOn(setting, changes, today, configuration);
          return { setting, now, otherwise: setting.otherwise(configuration), changes };
        });
        const mayChange = mayDo(person.roles, 'change settings');
        const content = SettingsView({ settings: shown, today, mayChange });
        return page({ title: SETTINGS_TITLE, ...PLACE, content });
      },
    },
    {
      method: 'GET',
      ...CHANGE,
      handle: (request) => asked(request, (setting) => changePage(setting, request)),
    },
    {
      method: 'POST',
      ...CHANGE,
      handle: (request) => asked(request, (setting) => change(setting, request, configuration)),
    },
    {
      method: 'GET',
      ...TAKE_BACK,
      handle: (request) =>
        asked(request, (setting) =>
          takeBackPage(setting, request, Number(request.query.get('change'))),
        ),
    },
    {
      method: 'POST',
      ...TAKE_BACK,
      handle: (request) => asked(request, (setting) => takeBackChange(setting, request)),
    },
  ];
}
