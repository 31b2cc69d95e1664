import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ground } from '../../src/platform/database/ground.ts';
import type { Person } from '../../src/platform/http/route.ts';
import { permissionDocument } from '../../src/platform/permission/permission-document.ts';
import { changeSetting, type SettingTables } from '../../src/platform/settings/store.ts';
import type { House } from '../../src/platform/wing/house.ts';
import {
  DEFINITIONS,
  PERMISSIONS,
  SCHEDULE,
  SECTIONS,
  SETTINGS,
  WINGS,
  WORK,
} from '../../src/web/whole.ts';
import { apiService, ask } from '../support/api-service.ts';
import { browserAvailable, lookingAt, NARROW, startBrowser, WIDE } from '../support/browser.ts';
import { openCareCouncil, serveCareCouncil, TODAY } from '../support/care-council.ts';
import { EVERY_ROUTE } from '../support/every-route.ts';
import { idleWings, SCOPES } from '../support/open-wings.ts';
import { PageObject } from '../support/page-object.ts';
import { addPerson, restrict } from '../support/restricted-child.ts';
import { FORM_TOKEN } from '../support/signed-in.ts';
import { FAR_FROM } from './far-from.ts';
import { VISITS } from './paths.ts';

const CASE = `${VISITS}/A100`;
const SUFFIX = ' – Wellplaced – Wensbury Council';

test('a lever that is one line in the list stands in everything that is made of wings', () => {
  expect(WINGS.map(({ name }) => name)).toEqual(['records', 'example']);
  expect(permissionDocument(PERMISSIONS)).toContain(
    '| decide on visits | decide whether a distant',
  );
  expect(SECTIONS.find(({ name }) => name === 'Services')?.href).toBe(VISITS);
  expect(DEFINITIONS.sections.map(({ heading }) => heading)).toContain('Visits');
  expect(SETTINGS.map(({ name }) => name)).toContain('example.far-from');
  expect(SCHEDULE.map(({ name }) => name)).toContain('example.count-visits');
  expect(WORK.kinds.map(({ id }) => id)).toContain('example/visit');
  expect(SCOPES).toContain('see visits');
  expect(EVERY_ROUTE.map(({ path }) => path)).toContain(`${VISITS}/:childId`);
});

describe('its pages and its rows of the API', () => {
  let ground: Ground;
  let house: Pick<House, 'ground' | 'today' | 'now'>;
  let manager: Person;
  const servers: FastifyInstance[] = [];

  beforeAll(async () => {
    ground = await openCareCouncil();
    house = { ground, today: () => TODAY, now: () => new Date() };
    manager = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    for (const { demonstration } of WINGS.filter(({ name }) => name === 'example')) {
      await demonstration?.fill?.(house as House, 'A');
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function served(person: Parameters<typeof serveCareCouncil>[1]): Promise<string> {
    const { server, origin } = await serveCareCouncil(ground, person, idleWings(house).routes);
    servers.push(server);
    return origin;
  }
  const decided = (origin: string, fields: Readonly<Record<string, string>>, path = CASE) =>
    fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': FORM_TOKEN, ...fields }),
    });

  test('are not for a role without the permission, and decided on by those who may', async () => {
    const finance = await served('Finance business partner');
    for (const path of [VISITS, CASE]) expect((await fetch(finance + path)).status).toBe(403);
    const officer = await served('Placements officer');
    expect((await fetch(officer + CASE)).status).toBe(200);
    expect((await decided(officer, {})).status).toBe(403);
  });

  test('take a decision, refuse one without a reason or on what is no longer the latest', async () => {
    const origin = await served(manager);
    expect(await (await fetch(origin + CASE)).text()).toContain('Nobody has been there since');
    expect(await (await fetch(origin)).text()).toContain('Visit the placement');
    const refused = await decided(origin, { verdict: 'no-visit', reason: '', seen: '1' });
    expect([refused.status, (await refused.text()).includes('Enter why')]).toEqual([422, true]);
    const decision = { verdict: 'no-visit', reason: 'Visited on Friday.', seen: '1' };
    expect((await decided(origin, decision)).status).toBe(303);
    expect(await (await fetch(origin + CASE)).text()).toContain('No visit: Visited on Friday.');
    expect(await (await fetch(origin)).text()).not.toContain('Visit the placement');
    expect((await decided(origin, decision)).status).toBe(409);
    const again = await decided(origin, { ...decision, seen: '2' });
    expect([again.status, (await again.text()).includes('That is decided already.')]).toEqual([
      422,
      true,
    ]);
    const child = await (await fetch(`${origin}/children/A100`)).text();
    expect(child).toContain('Visit to the placement</h2>');
    expect(child).toContain('href="#visit">Visit to the placement');
    const finance = await served('Finance business partner');
    const other = await (await fetch(`${finance}/children/A100`)).text();
    expect(other).not.toContain('Visit to the placement');
    const auditor = await served('Auditor');
    expect(await (await fetch(`${auditor}/audit`)).text()).toContain('decision on a visit');
  });

  test('are cases with notes and a timeline, which only those who decide write on', async () => {
    const origin = await served(manager);
    const officer = await served('Placements officer');
    const path = `${CASE}/notes/new`;
    expect((await fetch(officer + path)).status).toBe(403);
    expect((await fetch(origin + path)).status).toBe(200);
    const empty = await decided(origin, { note: ' ' }, path);
    expect([empty.status, (await empty.text()).includes('Enter the note')]).toEqual([422, true]);
    expect((await decided(origin, { note: 'The carer asked for June.' }, path)).status).toBe(303);
    const shown = await (await fetch(officer + CASE)).text();
    expect(shown).toContain('The carer asked for June.');
    expect(shown).toContain('decided: No visit');
    expect(shown).not.toContain('Add a note');
  });

  test('go by the setting of the lever as the council has settled it, and are marked until it is confirmed', async () => {
    const origin = await served(manager);
    const list = async () => await (await fetch(origin + VISITS)).text();
    expect(await list()).toMatch(/37.3 miles from home, which is far/);
    expect(await list()).toContain(`href="/settings#${FAR_FROM.name}"`);
    const acting = { authority: 'A', actor: 'Joan Blake', reason: 'agreed' };
    const settle = (value: number, basedOn: number) =>
      ground.transaction<SettingTables, void>(acting, (tx) => {
        const to = { value, validFrom: TODAY, source: 'the panel', confirmed: true };
        return changeSetting(tx, acting, FAR_FROM, { basedOn, today: TODAY, to });
      });
    await settle(37.3, 0);
    expect(await list()).toMatch(/37.3 miles from home, which is far/);
    await settle(37.4, 1);
    expect(await list()).toMatch(/37.3 miles from home</);
    expect(await list()).not.toContain('/settings#');
  });

  test('are rows of the API for a token with the scope', async () => {
    const server = await apiService(ground, 'Placements officer');
    expect((await ask(server, '/visits')).json()).toEqual({ total: 1 });
    const narrow = await apiService(ground, 'Placements officer', ['see children']);
    expect((await ask(narrow, '/visits')).statusCode).toBe(403);
    servers.push(server, narrow);
  });

  describe.skipIf(!browserAvailable())('in a browser', () => {
    test.each([
      ['a desk', { width: WIDE }],
      ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
    ])('lead from the list to the case on %s', async (_name, looking) => {
      const origin = await served('Social work team manager');
      const browser = await startBrowser();
      const page = await (await lookingAt(browser, origin, looking)).newPage();
      const heading = 'Visits to distant placements';
      await new PageObject(page, { path: VISITS, title: heading + SUFFIX, heading }).visit();
      await page.getByRole('link', { name: 'A100' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(origin + CASE);
      const title = `Visit to child A100${SUFFIX}`;
      await new PageObject(page, { path: CASE, title, heading: 'Visit to child A100' }).check();
      await browser.close();
    });
  });

  test('come of one declaration: narrowed, as a file under pseudonyms, as a view of one’s own', async () => {
    const origin = await served(manager);
    const shown = async (query: string) => {
      const text = await (await fetch(`${origin}${VISITS}?${query}`)).text();
      return text.includes(`href="${CASE}"`);
    };
    expect([await shown('decision=no-visit'), await shown('decision=none')]).toEqual([true, false]);
    const file = await fetch(`${origin}${VISITS}/file/csv?decision=no-visit`);
    expect(file.headers.get('content-disposition')).toContain('visits _No visit_.csv');
    const text = await file.text();
    expect(text).toMatch(/Package,Why,Decision\r\nP-/);
    expect(text).not.toContain('A100');
    const view = new URLSearchParams({ name: 'Not visited', query: 'decision=no-visit' });
    view.set('form-token', FORM_TOKEN);
    const kept = await fetch(`${origin}/views/visits`, { method: 'POST', body: view });
    expect(await kept.text()).toContain('Not visited');
    const auditor = await served('Auditor');
    const trail = await (await fetch(`${auditor}/audit`)).text();
    expect(trail).toContain('downloaded the list of visits');
    expect(trail).toContain('saved view of a list');
  });

  test('hold nothing of a child whom the reader may not see', async () => {
    const second = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    await restrict(ground, 'A', 'A100', [manager, second]);
    const officer = await served(await addPerson(ground, 'A', 'Priya Nair', 'Placements officer'));
    expect(await (await fetch(officer + VISITS)).text()).not.toContain('A100');
    expect((await fetch(officer + CASE)).status).toBe(404);
  });
});
