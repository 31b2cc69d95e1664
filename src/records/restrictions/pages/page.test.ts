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
import { WORK } from '../../../../tests/support/open-wings.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import { addPerson } from '../../../../tests/support/restricted-child.ts';
import { settledTo } from '../../../../tests/support/settled.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { homeRoutes } from '../../../platform/home/routes.tsx';
import type { Person } from '../../../platform/http/route.ts';
import { childRoutes } from '../../children/pages/child/routes.ts';
import { recordsAtHome } from '../../home/at-home.tsx';
import { paths } from '../../paths.ts';
import { ReportMemory } from '../../reports/report-memory.ts';
import { restrictionRoutes } from './routes.ts';

const SUFFIX = ' – Wellplaced – Wensbury Council';
const MEMORY = new ReportMemory();
const ROUTES = [
  ...homeRoutes(WORK, [(request) => recordsAtHome(request, MEMORY, settledTo(5))]),
  ...childRoutes(),
  ...restrictionRoutes(),
];

describe.skipIf(!browserAvailable())('the pages of restricted children', () => {
  let ground: Ground;
  let browser: TestBrowser;
  const servers: FastifyInstance[] = [];
  let manager: Person;
  let officer: Person;

  beforeAll(async () => {
    ground = await openCareCouncil();
    manager = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    officer = await addPerson(ground, 'A', 'Priya Nair', 'Placements officer');
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function originFor(person: Parameters<typeof serveCareCouncil>[1]): Promise<string> {
    const { server, origin } = await serveCareCouncil(ground, person, ROUTES);
    servers.push(server);
    return origin;
  }

  async function openedBy(person: Person, looking = {}): Promise<Page> {
    return (await lookingAt(browser, await originFor(person), looking)).newPage();
  }

  function pageObject(page: Page, path: string, heading: string, error = false): PageObject {
    const title = `${error ? 'Error: ' : ''}${heading}${SUFFIX}`;
    return new PageObject(page, { path, title, heading });
  }

  test('are not for roles without the permission', async () => {
    const origin = await originFor(officer);
    expect((await fetch(origin + paths.restrictedChildren)).status).toBe(403);
    expect((await fetch(origin + paths.restriction('A100'))).status).toBe(403);
    const auditor = await originFor('Auditor');
    expect((await fetch(auditor + paths.openRestrictedChild)).status).toBe(403);
  });

  test('restrict a child to those named, with every error at once', async () => {
    const page = await openedBy(manager);
    const form = pageObject(page, paths.restriction('A100'), 'Restriction of child A100');
    await form.visit();
    await page.getByRole('button', { name: 'Restrict this child' }).click();
    await pageObject(page, paths.restriction('A100'), 'Restriction of child A100', true).check();
    await page.getByRole('link', { name: 'Choose why the child is restricted' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('kind');
    await page.getByLabel('Adoption').check();
    await page.getByLabel('Reason', { exact: true }).fill('The adoption order is before the court');
    await page.getByRole('button', { name: 'Restrict this child' }).click();
    await page.getByRole('link', { name: /^At least two of those named must be people/ }).waitFor();
    expect(await page.getByLabel('Adoption').isChecked()).toBe(true);
    await page.getByLabel('Helen Marsh').check();
    await page.getByRole('button', { name: 'Restrict this child' }).click();
    await form.check();
    expect(await page.locator('dl').textContent()).toContain('Helen Marsh, Owen Blackwood');
    await pageObject(page, paths.child('A100'), 'Child A100').visit();
    expect(await page.locator('main').textContent()).toContain('Restricted: seen only by');
    await page.context().close();
  });

  test('open the child for an hour by keyboard from the page that finds nothing, without scripts', async () => {
    const page = await openedBy(officer, { width: NARROW, scripts: false });
    const missing = pageObject(page, paths.child('A100'), 'Page not found');
    expect(await missing.visit()).toBe(404);
    await page.getByRole('link', { name: 'Open a restricted child' }).press('Enter');
    const door = pageObject(page, paths.openRestrictedChild, 'Open a restricted child');
    await door.check();
    await page.getByLabel('Child’s identifier').fill('A999');
    await page.getByLabel('Why you need').fill('The police have found the child');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'is kept from you' }).waitFor();
    await pageObject(page, paths.openRestrictedChild, 'Open a restricted child', true).check();
    await page.getByLabel('Child’s identifier').fill('a100');
    await page.getByRole('button', { name: 'Open for one hour' }).press('Enter');
    await page.waitForURL('**/children/A100');
    await pageObject(page, paths.child('A100'), 'Child A100').check();
    await page.context().close();
  });

  test('tell the manager on the home page until the opening is acknowledged', async () => {
    const page = await openedBy(manager, { width: NARROW });
    const home = pageObject(page, paths.home, 'Today, for Owen Blackwood');
    await home.visit();
    const table = page.getByRole('table');
    const opening = table.getByRole('link', { name: /^Acknowledge Priya Nair’s opening/ });
    expect(await table.textContent()).toContain('The police have found the child');
    expect(await opening.getAttribute('href')).toBe(paths.restriction('A100'));
    await pageObject(page, paths.restrictedChildren, 'Restricted children').visit();
    await page.getByRole('button', { name: 'Acknowledge Priya Nair’s opening' }).click();
    await pageObject(page, paths.restriction('A100'), 'Restriction of child A100').check();
    await home.visit();
    expect(await opening.count()).toBe(0);
    await page.context().close();
  });

  test('end the restriction with a reason', async () => {
    const page = await openedBy(manager);
    await pageObject(page, paths.restriction('A100'), 'Restriction of child A100').visit();
    await page.getByLabel('Why the restriction ends').fill('The adoption order was made');
    await page.getByRole('button', { name: 'End the restriction' }).click();
    await pageObject(page, paths.restriction('A100'), 'Restriction of child A100').check();
    expect(await page.locator('main').textContent()).toContain('This child is not restricted');
    await page.context().close();
  });
});
