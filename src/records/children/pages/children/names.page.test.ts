import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
  WIDE,
} from '../../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../../tests/support/import-files.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { Role } from '../../../../platform/permission/roles.ts';
import { paths } from '../../../paths.ts';
import { childRoutes } from '../child/routes.ts';
import { childrenRoutes } from './routes.ts';

const SUFFIX = ' – Wellplaced – Wensbury Council';
const NAMES = `child_id,given_name,family_name,home_address
A100,Dawit,Tesfay,
A200,Lewis,Harding,4 Mill Bank QN1 2AB
`;

describe.skipIf(!browserAvailable())('names on the pages of children', () => {
  let ground: Ground;
  let browser: TestBrowser;
  const servers: FastifyInstance[] = [];

  beforeAll(async () => {
    ground = await openCareCouncil();
    await importFiles(ground, 'A', [fileOf('children_names.csv', NAMES)]);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function originFor(role: Role): Promise<string> {
    const served = await serveCareCouncil(ground, role, [...childrenRoutes(), ...childRoutes()]);
    servers.push(served.server);
    return served.origin;
  }

  async function openedBy(role: Role, looking = {}): Promise<Page> {
    return (await lookingAt(browser, await originFor(role), looking)).newPage();
  }

  test('are not for who pays, checks or imports', async () => {
    for (const role of ['Finance business partner', 'Auditor', 'Data officer'] as const) {
      const origin = await originFor(role);
      expect((await fetch(origin + paths.namesFile('csv'))).status).toBe(403);
      for (const path of [paths.children, paths.child('A200'), paths.childrenFile('csv')]) {
        const text = await (await fetch(origin + path)).text();
        expect(text).not.toMatch(/Harding|Lewis|Mill Bank/);
      }
    }
  });

  test.each([
    ['the widest screen', { width: WIDE }],
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('stand beside the code, and are searched for, on %s', async (_name, looking) => {
    const page = await openedBy('Social work team manager', looking);
    await new PageObject(page, {
      path: paths.children,
      title: `Children${SUFFIX}`,
      heading: 'Children',
    }).visit();
    expect(await page.locator('tbody').textContent()).toContain('A200Lewis Harding');
    await page.getByLabel('Child’s name, identifier or pseudonym').fill('harding');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL('**/children?**');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'A200' }).click();
    await new PageObject(page, {
      path: paths.child('A200'),
      title: `Child A200${SUFFIX}`,
      heading: 'Child A200',
    }).check();
    const facts = await page.locator('dl').first().textContent();
    expect(facts?.replaceAll(/\s+/g, ' ')).toContain('Lewis Harding');
    expect(facts).toContain('4 Mill Bank QN1 2AB');
    await page.context().close();
  });

  test('are taken away with the identifier and never beside a pseudonym', async () => {
    const origin = await originFor('Independent reviewing officer');
    const text = await (await fetch(`${origin}${paths.namesFile('csv')}?search=harding`)).text();
    expect(text.trim().split(/\r?\n/).at(-1)).toBe('A200,Lewis,Harding,4 Mill Bank QN1 2AB');
    expect(text).not.toContain('P-');
    const list = await (await fetch(origin + paths.childrenFile('csv'))).text();
    expect(list).not.toMatch(/Harding/);
  });
});
