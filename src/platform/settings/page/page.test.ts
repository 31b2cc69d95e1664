import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../tests/support/care-council.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import { addPerson } from '../../../../tests/support/restricted-child.ts';
import { penceOf } from '../../../core/money.ts';
import { isoDate } from '../../../core/plain-date.ts';
import { readConfiguration } from '../../configuration/configuration.ts';
import type { Ground } from '../../database/ground.ts';
import { readForm } from '../../forms/form.ts';
import type { Person } from '../../http/route.ts';
import type { Role } from '../../permission/roles.ts';
import { settingsPaths } from '../paths.ts';
import { moneySetting, numberSetting, type Setting } from '../setting.ts';
import { changeForm } from './forms.ts';
import { settingsRoutes } from './routes.ts';

const BEDS = numberSetting({
  name: 'example.beds',
  title: 'Beds kept free',
  about: 'For how many days a bed is kept free.',
  unit: 'days',
  source: 'A guess of ours.',
  confirmed: false,
  least: 2,
  most: 20,
  otherwise: () => 4,
});
const ROUTES = settingsRoutes([BEDS], readConfiguration({}));
const titled = (heading: string, path: string) => ({
  path,
  heading,
  title: `${heading} – Wellplaced – Wensbury Council`,
});
const LIST = titled('Settings', settingsPaths.settings);
const FORM = titled('Change: Beds kept free', settingsPaths.changeOf(BEDS.name));

describe('what is typed into the form', () => {
  const form = changeForm(BEDS, isoDate('2021-06-01'));
  const right = {
    ...{ value: ' 8 ', from: '1/6/2021', reason: ' Panel ', source: ' Minute 4 ' },
    ...{ confirmed: 'yes', seen: '2', setting: BEDS.name },
  };

  test('is read', () => {
    const values = {
      ...{ value: 8, from: '2021-06-01', reason: 'Panel', source: 'Minute 4' },
      ...{ confirmed: true, seen: 2, setting: BEDS.name },
    };
    expect(readForm(form, right)).toEqual({ ok: true, values });
    const latest = { ok: true, values: { ...values, from: '2031-06-01' } };
    expect(readForm(form, { ...right, from: '2031-06-01' })).toEqual(latest);
  });

  test('is read with as many decimals as the setting has, and money in pence', () => {
    const day = isoDate('2021-06-01');
    const typed = (of: Setting, value: string) => {
      const read = readForm(changeForm(of, day), { ...right, value });
      return read.ok ? read.values.value : read.problems;
    };
    const rise = numberSetting({ ...BEDS, unit: 'percent', decimals: 1, least: 0.5, most: 10 });
    expect(typed(rise, '3.5')).toBe(3.5);
    const message = 'Enter a number from 0.5 to 10 with at most 1 decimal';
    expect(typed(rise, '3.55')).toEqual([{ field: 'value', message }]);
    const { unit: _, otherwise: __, ...of } = BEDS;
    const price = moneySetting({ ...of, most: 100_000, otherwise: () => penceOf(100) });
    expect(typed(price, '£20.50')).toBe(2_050);
    expect(typed(price, '20.505')).toMatchObject([{ field: 'value' }]);
  });

  test.each([
    ...['1', '21', '1e1', '-8', '8.0', '0x8', '٨', '', '99999999999'].map((text) => [
      'value',
      text,
    ]),
    ...['31/6/2021', '31/5/2021', '2/6/2031', '', 'today', '2021-02-29'].map((text) => [
      'from',
      text,
    ]),
    ...['', '  ', 'x'.repeat(301)].map((text) => ['reason', text]),
    ...['', '  ', 'x'.repeat(301)].map((text) => ['source', text]),
    ...['', 'perhaps'].map((text) => ['confirmed', text]),
  ])('is refused: %s "%s"', (field = '', text = '') => {
    const read = readForm(form, { ...right, [field]: text });
    expect(read.ok ? [] : read.problems.map((problem) => problem.field)).toEqual([field]);
  });
});

describe.skipIf(!browserAvailable())('the settings of a council', () => {
  let ground: Ground;
  let browser: TestBrowser;
  const servers: FastifyInstance[] = [];
  let administrator: string;

  async function served(role: Role | Person): Promise<string> {
    const { server, origin } = await serveCareCouncil(ground, role, ROUTES, 'Joan Blake');
    servers.push(server);
    return origin;
  }
  beforeAll(async () => {
    ground = await openCareCouncil();
    administrator = await served('Administrator');
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function opened(origin: string, looking = {}): Promise<Page> {
    return (await lookingAt(browser, origin, looking)).newPage();
  }
  async function send(page: Page, value: string, from: string, reason: string): Promise<void> {
    await page.getByLabel('New value').fill(value);
    await page.getByLabel('From which day on').fill(from);
    await page.getByLabel('Source').fill(reason === ' ' ? '' : 'Minute 4');
    if (reason !== ' ') await page.getByLabel('Yes, it is confirmed').check();
    await page.getByLabel('Reason').fill(reason);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  async function confirm(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Make the change' }).click();
  }
  const CHECK = titled('Check before you change: Beds kept free', settingsPaths.change);
  const facts = async (page: Page) =>
    (await page.locator('dl').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
  const rows = async (page: Page) =>
    (await page.getByRole('table').locator('tbody tr').allInnerTexts()).map((row) =>
      row.split('\t').slice(0, 6),
    );

  test('are not for a role without the permission, and a member of staff may look only', async () => {
    const outside = await served('Another council’s commissioner');
    const auditor = await served('Auditor');
    expect((await fetch(outside + LIST.path)).status).toBe(403);
    for (const path of [FORM.path, settingsPaths.takeBackOf(BEDS.name, 1)]) {
      expect((await fetch(auditor + path)).status).toBe(403);
    }
    for (const path of [settingsPaths.change, settingsPaths.takeBack]) {
      const method = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } };
      expect((await fetch(auditor + path, method)).status).toBe(403);
    }
    const page = await opened(auditor);
    await new PageObject(page, LIST).visit();
    expect(await page.getByRole('link', { name: /^Change/ }).count()).toBe(0);
    await page.context().close();
  });

  test('say what counts, that nobody has confirmed it, and that nothing is settled', async () => {
    const page = await opened(administrator, { width: NARROW });
    await new PageObject(page, LIST).visit();
    expect(await facts(page)).toBe(
      'Value 4 days Confirmed or not Not confirmed Source A guess of ours.',
    );
    expect(await page.locator('main').textContent()).toContain('settled nothing of its own');
    await page.context().close();
  });

  test('refuse what is wrong beside its field, and keep what was typed', async () => {
    const page = await opened(administrator, { width: NARROW, scripts: false });
    await page.goto(FORM.path);
    await send(page, '21', '31/5/2021', ' ');
    const title = `Error: ${FORM.title}`;
    await new PageObject(page, { ...FORM, path: settingsPaths.change, title }).check();
    for (const [field, said] of [
      ['value', 'Enter a whole number from 2 to 20'],
      ['from', 'The first day must be from today, 01/06/2021, to 01/06/2031'],
      ['source', 'Enter the source'],
      ['confirmed', 'Choose whether the value is confirmed'],
      ['reason', 'Enter the reason'],
    ] as const) {
      expect(await page.locator(`#${field}-error`).textContent()).toContain(said);
    }
    expect(await page.getByLabel('New value').inputValue()).toBe('21');
    expect(await page.getByLabel('From which day on').inputValue()).toBe('31/5/2021');
    await page.goto(LIST.path);
    expect(await facts(page)).toContain('Value 4 days');
    await page.context().close();
  });

  test('change from a day on, with who and why, and a change to come is taken back', async () => {
    const page = await opened(administrator, { width: NARROW, scripts: false });
    await page.goto(LIST.path);
    await page.getByRole('link', { name: 'Change: Beds kept free' }).click();
    await new PageObject(page, FORM).check();
    await send(page, '7', '1 June 2021', 'Agreed by the panel <b>in May</b>');
    await page.getByRole('button', { name: 'Make the change' }).waitFor();
    await new PageObject(page, CHECK).check();
    expect(await facts(page)).toBe(
      'Value now 4 days New value 7 days Change New value From which day on 1 June 2021 Change From which day on Source Minute 4 Change Source Has somebody who can say so confirmed the value? Yes, it is confirmed Change Has somebody who can say so confirmed the value? Reason Agreed by the panel <b>in May</b> Change Reason',
    );
    await page.getByRole('button', { name: 'Change New value' }).click();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    await new PageObject(page, { ...FORM, path: settingsPaths.change }).check();
    expect(page.url()).toMatch(/#value$/);
    expect(await page.getByLabel('From which day on').inputValue()).toBe('1 June 2021');
    expect(await page.getByLabel('Reason').inputValue()).toBe('Agreed by the panel <b>in May</b>');
    await page.getByLabel('New value').fill('8');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('8 days', { exact: true }).waitFor();
    await confirm(page);
    await new PageObject(page, LIST).check();
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain(
      'Beds kept free was changed.',
    );
    expect(await facts(page)).toContain(
      'Value 8 days Confirmed or not Confirmed Source Minute 4 Since 1 June 2021 Changed by Joan Blake, Administrator Why Agreed by the panel <b>in May</b> Without it 4 days: A guess of ours.',
    );
    await page.reload();
    expect(await page.locator('.govuk-notification-banner').count()).toBe(0);
    await page.goto(FORM.path);
    await send(page, '9', '1/7/2021', 'More children in July');
    await confirm(page);
    await page.waitForURL(/settings#/);
    expect(await facts(page)).toContain('Value 8 days');
    const first = [
      '1',
      '01/06/2021',
      '8 days',
      'Yes',
      'Minute 4',
      'Agreed by the panel <b>in May</b>',
    ];
    const second = ['2', '01/07/2021', '9 days', 'Yes', 'Minute 4', 'More children in July'];
    expect(await rows(page)).toEqual([second, first]);
    await page.getByRole('link', { name: 'Take back change 2 of Beds kept free' }).click();
    const heading = 'Take a change back: Beds kept free';
    const back = titled(heading, settingsPaths.takeBackOf(BEDS.name, 2));
    await new PageObject(page, back).check();
    await page.getByLabel('Reason').fill('Fewer than we thought');
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.waitForURL(/settings#/);
    expect(await rows(page)).toEqual([
      ['3', '–', 'Change 2 taken back', '–', '–', 'Fewer than we thought'],
      second.with(3, 'Taken back'),
      first,
    ]);
    await page.context().close();
  });

  test('of two people at once take the first, and show it to the second with what was typed', async () => {
    const [one, other] = [await opened(administrator), await opened(administrator)];
    for (const page of [one, other]) await page.goto(FORM.path);
    await send(one, '10', '2/6/2021', 'From the first');
    await confirm(one);
    await one.waitForURL(/settings#/);
    await send(other, '11', '3/6/2021', 'From the second');
    await confirm(other);
    await new PageObject(other, { ...FORM, path: settingsPaths.change }).check();
    const said = await other.locator('main').textContent();
    expect(said).toContain('Nothing of yours was stored.');
    expect(said).toContain('to settle 10 days from 2 June 2021 on, because: From the first');
    expect(await other.getByLabel('New value').inputValue()).toBe('11');
    expect((await rows(one))[0]?.[2]).toBe('10 days');
    await other.getByRole('button', { name: 'Continue' }).click();
    await confirm(other);
    await other.waitForURL(/settings#/);
    expect((await rows(other))[0]?.[2]).toBe('11 days');
    for (const page of [one, other]) await page.context().close();
  });

  test('know no other setting and no other change', async () => {
    for (const path of [
      '/settings/change?setting=toString',
      '/settings/change',
      settingsPaths.takeBackOf(BEDS.name, 99),
      '/settings/take-back?setting=example.beds&change=x',
    ]) {
      expect((await fetch(administrator + path)).status).toBe(404);
    }
  });

  test('keep a draft of a change for whoever types it alone, until it is made', async () => {
    const ada = await addPerson(ground, 'A', 'Ada Obi', 'Administrator');
    const bo = await addPerson(ground, 'A', 'Bo Lund', 'Administrator');
    const [mine, theirs] = [await served(ada), await served(bo)];
    const page = await opened(mine, { width: NARROW, scripts: false });
    await page.goto(FORM.path);
    await page.getByLabel('New value').fill('9');
    await page.getByLabel('From which day on').fill('1/7/2021');
    await page.getByLabel('Reason').fill('half a sen');
    await page.getByRole('button', { name: 'Keep as a draft' }).click();
    await new PageObject(page, FORM).check();
    expect(await page.getByLabel('New value').inputValue()).toBe('9');
    expect(await page.getByLabel('Reason').inputValue()).toBe('half a sen');
    expect(await (await fetch(theirs + FORM.path)).text()).not.toContain('half a sen');
    const drafts = () =>
      ground.read('A', (tx) =>
        tx.rows(`select title, address, person_id from form_draft where authority_id = $1`, ['A']),
      );
    expect(await drafts()).toEqual([['Change: Beds kept free', FORM.path, ada.personId]]);
    await send(page, '9', '1/7/2021', 'a whole sentence');
    await page.getByRole('button', { name: 'Make the change' }).waitFor();
    expect(await drafts()).toHaveLength(1);
    await confirm(page);
    await page.waitForURL(/\/settings#/);
    expect(await drafts()).toEqual([]);
    await page.context().close();
  });
});
