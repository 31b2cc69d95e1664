import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../../tests/support/import-files.ts';
import { WORK } from '../../../../../tests/support/open-wings.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { settledTo } from '../../../../../tests/support/settled.ts';
import { isoDate } from '../../../../core/plain-date.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import { homeRoutes } from '../../../../platform/home/routes.tsx';
import type { Role } from '../../../../platform/permission/roles.ts';
import { recordsAtHome } from '../../../home/at-home.tsx';
import { type FindingsFilter, paths } from '../../../paths.ts';
import { ReportMemory } from '../../../reports/report-memory.ts';
import { findingCaseRoutes } from '../finding/routes.ts';
import { findingsRoutes } from '../findings/routes.ts';
import { findingDecisionRoutes } from './routes.ts';

const titled = (heading: string, path: string) => ({
  path,
  heading,
  title: `${heading} – Wellplaced – Wensbury Council`,
});
const FORM = 'Decide on findings';

describe.skipIf(!browserAvailable())('decisions on findings', () => {
  let ground: Ground;
  let browser: TestBrowser;
  const servers: FastifyInstance[] = [];
  let officer: string;
  let manager: string;

  const memory = new ReportMemory();

  async function served(role: Role, name: string): Promise<string> {
    const routes = [
      ...homeRoutes(WORK, [(request) => recordsAtHome(request, memory, settledTo(5))]),
      ...findingsRoutes(),
      ...findingDecisionRoutes(),
      ...findingCaseRoutes(),
    ];
    const { server, origin } = await serveCareCouncil(ground, role, routes, name);
    servers.push(server);
    return origin;
  }

  beforeAll(async () => {
    ground = await openCareCouncil();
    officer = await served('Placements officer', 'Priya Nair');
    manager = await served('Social work team manager', 'Owen Blackwood');
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function opened(origin: string, path: string, looking = {}): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    await page.goto(path);
    return page;
  }

  async function rows(page: Page, filter: FindingsFilter): Promise<string[]> {
    await page.goto(paths.findingsWhere(filter));
    const all = await page.getByRole('table', { name: 'Findings' }).locator('tbody tr').all();
    return Promise.all(all.map(async (row) => (await row.textContent()) ?? ''));
  }

  /** The address of the form for the first open finding of a rule, decided on before or not. */
  async function formOf(rule: string): Promise<string> {
    const page = await opened(officer, paths.findingsWhere({ rule }));
    const link = page.locator('tbody a[href^="/findings/"]').first();
    const address = (await link.getAttribute('href')) ?? '';
    await page.context().close();
    return paths.decideOnFinding(address.split('/').at(-1) ?? '');
  }

  async function accept(page: Page, why: string): Promise<void> {
    await page.getByLabel('Accept it as right').check();
    await page.getByLabel('Why').fill(why);
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
  }

  test('are not for who may only read findings, and the list offers them none', async () => {
    const auditor = await served('Auditor', 'Gareth Pugh');
    const address = await formOf('cost-after-placement-ended');
    const page = await opened(auditor, address);
    await new PageObject(page, titled('You cannot see this page', address)).check();
    await page.goto(paths.findings);
    expect(await page.getByRole('link', { name: /^Decide/ }).count()).toBe(0);
    const posted = await fetch(auditor + paths.decideOnFindings, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(posted.status).toBe(403);
    await page.context().close();
  });

  test('say everything that is wrong, and lead to the field', async () => {
    const page = await opened(officer, await formOf('cost-after-placement-ended'), {
      width: NARROW,
    });
    await page.getByLabel('Have it mended').check();
    await page.getByLabel('To be mended by').fill('1/1/2020');
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    const wrong = page.locator('.govuk-error-summary a');
    expect(await wrong.allInnerTexts()).toEqual([
      'Enter why',
      'Choose the person who mends it, or enter a team below',
      'The day must not be before today, 01/06/2021',
    ]);
    await new PageObject(page, {
      ...titled(FORM, paths.decideOnFindings),
      title: `Error: ${titled(FORM, '').title}`,
    }).check();
    await wrong.first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('name')).toBe('reason');
    expect(await page.getByLabel('Have it mended').isChecked()).toBe(true);
    await page.context().close();
  });

  test('on several findings of one rule are taken at once, without scripts', async () => {
    const rule = 'looked-after-without-cost';
    const page = await opened(officer, paths.findingsWhere({ rule }), {
      scripts: false,
      width: NARROW,
    });
    const boxes = page.getByRole('checkbox');
    const count = await boxes.count();
    expect(count).toBeGreaterThan(0);
    for (const box of await boxes.all()) await box.check();
    await new PageObject(page, titled('Findings', paths.findingsWhere({ rule }))).check();
    await page.getByRole('button', { name: 'Decide on the findings chosen' }).click();
    await page.waitForURL(/\/findings\/decision\?/);
    const { pathname, search } = new URL(page.url());
    await new PageObject(page, titled(FORM, pathname + search)).check();
    await page.getByLabel('Have it mended').check();
    await page.getByLabel('Why').fill('No price was entered for A300');
    await page.getByLabel('Or the team, or somebody outside').fill('Brokerage');
    await page.getByLabel('To be mended by').fill('30/6/2021');
    await page.getByRole('button', { name: 'Decide', exact: true }).click();
    await page.waitForURL(/\/findings/);
    expect(await rows(page, { rule })).toEqual([]);
    const decided = await rows(page, { rule, state: 'decided' });
    expect(decided).toHaveLength(count);
    expect(decided[0]).toContain('To be mended by Brokerage by 30 June 2021');
    const handed = `state=decided&rule=${rule}&children=pseudonyms`;
    const csv = await fetch(`${officer}${paths.findingsFile('csv')}?${handed}`);
    const text = await csv.text();
    expect(text).toContain('Priya Nair');
    // A reason may name somebody: it leaves only in the file that names children.
    expect(text).not.toMatch(/No price was entered for|A300/);
    const named = await fetch(`${officer}${paths.findingsFile('csv')}?state=decided&rule=${rule}`);
    expect(await named.text()).toContain('No price was entered for');
    await page.context().close();
  });

  test('of two people are one’s: the other is told who, what and when, with a link and their own words', async () => {
    const address = await formOf('cost-after-placement-ended');
    const first = await opened(officer, address);
    const second = await opened(manager, address);
    await accept(first, 'The placement was extended by phone');
    await first.waitForURL(/\/findings\/\w{32}$/);
    const { pathname } = new URL(first.url());
    const [, child] = /child (\w+)/.exec((await first.locator('h1').textContent()) ?? '') ?? [];
    const heading = `A cost that runs on after the placement, child ${child}`;
    await new PageObject(first, titled(heading, pathname)).check();

    await accept(second, 'My own words, with <b>marks</b>');
    await new PageObject(second, titled(FORM, paths.decideOnFindings)).check();
    const told = await second.locator('main').textContent();
    expect(told).toContain('Somebody else has decided since you opened the page');
    expect(told).toMatch(/Priya Nair decided on \d.* that it is accepted as right, because: The/);
    expect(await second.getByLabel('Why').inputValue()).toBe('My own words, with <b>marks</b>');
    expect(await second.getByLabel('Accept it as right').isChecked()).toBe(true);
    const link = second.getByRole('link', { name: /^See the decision/ });
    expect(await link.getAttribute('href')).toBe(pathname);

    await second.getByLabel('Open it again').check();
    await second.getByRole('button', { name: 'Decide', exact: true }).click();
    await second.waitForURL(pathname);
    await second.getByRole('tab', { name: 'Timeline' }).click();
    expect(await second.locator('#timeline li').allInnerTexts()).toEqual([
      expect.stringMatching(/Owen Blackwood decided: Open again/),
      expect.stringMatching(/Priya Nair decided: Accepted as right\s+The placement was extended/),
    ]);
    expect(await second.locator('main').textContent()).toContain('It is open already.');
    expect(await rows(second, { rule: 'cost-after-placement-ended' })).toHaveLength(1);
    for (const page of [first, second]) await page.context().close();
  });

  test('end by themselves when an import no longer finds it; when it comes back it is open', async () => {
    const reviews = (code: string) =>
      fileOf(
        '2020/reviews.csv',
        `CHILD,DOB,REVIEW,REVIEW_CODE\nA200,03/09/2012,01/06/2019,${code}\n`,
      );
    await importFiles(ground, 'A', [reviews('PN9')]);
    const page = await opened(officer, await formOf('code-unknown'));
    await accept(page, 'As the case system has it');
    await page.waitForURL(/\/findings\/\w{32}$/);
    expect(await rows(page, { rule: 'code-unknown' })).toEqual([]);
    await importFiles(ground, 'A', [reviews('PN1')]);
    await importFiles(ground, 'A', [reviews('PN9')]);
    expect(await rows(page, { rule: 'code-unknown' })).toEqual([
      expect.stringContaining('Ended: no longer found'),
    ]);
    await page.context().close();
  });

  test('hold while the weeks go by, and end by themselves when the facts change', async () => {
    const rule = 'cost-after-placement-ended';
    const page = await opened(officer, await formOf(rule));
    await accept(page, 'Extended');
    await page.waitForURL(/\/findings\/\w{32}$/);
    for (const weekEnding of ['2021-05-30', '2021-05-16'].map(isoDate)) {
      expect(await rows(page, { rule, weekEnding, state: 'decided' })).toHaveLength(1);
      expect(await rows(page, { rule, weekEnding })).toEqual([]);
    }
    const header =
      'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';
    const dearer = 'A500,2020-05-01,core,310.00,2020-05-01,,social_care,,in_house,41120,4330';
    await importFiles(ground, 'A', [fileOf('placement_costs.csv', `${header}\n${dearer}\n`)]);
    expect(await rows(page, { rule })).toEqual([expect.stringContaining('£310.00')]);
    await page.context().close();
  });

  test('are counted off what waits on the home page', async () => {
    const page = await opened(officer, paths.home);
    const waiting = page.locator('a[href^="/findings?severity="]');
    for (const link of await waiting.all()) {
      const number = Number(/\((\d+)\)$/.exec((await link.textContent()) ?? '')?.[1]);
      const list = await opened(officer, (await link.getAttribute('href')) ?? '');
      expect(await list.getByRole('status').textContent()).toMatch(
        new RegExp(`^${number} finding`),
      );
      await list.context().close();
    }
    expect(await waiting.count()).toBeGreaterThan(0);
    await page.context().close();
  });
});
