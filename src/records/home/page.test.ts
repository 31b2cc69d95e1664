import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../tests/support/browser.ts';
import { openCareCouncil, TODAY } from '../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { PERMISSIONS, WORK } from '../../../tests/support/open-wings.ts';
import { PageObject } from '../../../tests/support/page-object.ts';
import { settledTo } from '../../../tests/support/settled.ts';
import { signedInAs } from '../../../tests/support/signed-in.ts';
import { isoDate } from '../../core/plain-date.ts';
import { createAuthority } from '../../platform/database/authorities.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { homeRoutes } from '../../platform/home/routes.tsx';
import { buildServer } from '../../platform/http/server.ts';
import { ROLES, type Role } from '../../platform/permission/roles.ts';
import { findingsRoutes } from '../findings/pages/findings/routes.ts';
import { paths } from '../paths.ts';
import { mayDo } from '../permissions.ts';
import { ReportMemory } from '../reports/report-memory.ts';
import { recordsAtHome } from './at-home.tsx';

test('every role has a home', () => {
  expect(ROLES.filter((role) => !mayDo([role], 'see own home'))).toEqual([]);
});

describe.skipIf(!browserAvailable())('home', () => {
  let ground: Ground;
  let browser: TestBrowser;
  const memory = new ReportMemory();

  beforeAll(async () => {
    ground = await openCareCouncil();
    await createAuthority(ground, { code: 'NEW', name: 'New Council', areaCodes: [] }, 'a test');
    const faulty = [
      'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
      'A100,never,core,1.00,2021-01-04,,social_care,,spot,41110,4310',
      '',
    ].join('\n');
    await importFiles(ground, 'A', [fileOf('placement_costs.csv', faulty)]);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await ground?.close();
  });

  async function at(
    role: Role,
    look: (page: Page, origin: string) => Promise<void>,
    looking = {},
    council = 'A',
  ): Promise<void> {
    const server: FastifyInstance = await buildServer({
      council: { code: council, name: 'Wensbury Council' },
      permissions: PERMISSIONS,
      gate: signedInAs(role),
      ground,
      narrowed: (whole) => whole,
      today: () => TODAY,
      now: () => new Date(),
      sections: [],
      routes: [
        ...homeRoutes(WORK, [(request) => recordsAtHome(request, memory, settledTo(5))]),
        ...findingsRoutes(),
      ],
      log: (entry) => console.error(JSON.stringify(entry)),
    });
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const heading = 'Today, for Amina Yusuf';
    const title = `${heading} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path: '/', title, heading }).visit();
    await look(page, origin);
    await page.context().close();
    await server.close();
  }

  const headings = (page: Page) => page.locator('h2').allTextContents();

  test('shows a role without anything to do that nothing waits', () =>
    at('Administrator', async (page) => {
      expect(await headings(page)).toEqual([]);
      expect(await page.locator('main').textContent()).toContain('Nothing waits for you today');
    }));

  const WAITS = 'What waits for you';
  test.each<[Role, string[], string[]]>([
    ['Section 151 officer', [], []],
    ['Placements officer', [WAITS], ['Findings to decide on']],
    ['Data officer', [WAITS], ['Findings to decide on', 'Import']],
    // Of A300, since 1 May: 20 working days without two bank holidays.
    ['Independent reviewing officer', [WAITS], ['Review of a child']],
  ])('shows the %s what is theirs and nothing else', (role, captions, kinds) =>
    at(role, async (page) => {
      expect(await headings(page)).toEqual(['Week ending 30 May 2021']);
      expect(await page.locator('main caption').allTextContents()).toEqual(captions);
      const shown = await page.locator('main tbody td:nth-of-type(1)').allTextContents();
      expect([...new Set(shown)]).toEqual(kinds);
    }),
  );

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('leads to the report, its rows and the imports on %s', (_name, looking) =>
    at(
      'Data officer',
      async (page) => {
        const week = isoDate('2021-05-30');
        const href = (name: string | RegExp) =>
          page.getByRole('link', { name }).getAttribute('href');
        expect(await href('Read the weekly placements report')).toBe(paths.reportOf(week));
        expect(await href(/^3 Children looked after/)).toBe(paths.childrenWhere({ on: week }));
        expect(await href('Import files')).toBe(paths.newImport);
        const imports = page.getByRole('link', { name: /^1 rejected row in the import of/ });
        expect(await imports.getAttribute('href')).toMatch(/^\/imports\/[\w-]+$/);
      },
      looking,
    ),
  );

  test('shows a Cabinet member the published figures, and leads to no row', () =>
    at('Cabinet member', async (page) => {
      const said = await page.locator('main').textContent();
      expect(said).toContain('[c]');
      expect(said).not.toMatch(/3\s*Children looked after|£\d/);
      expect(await page.locator('main a[href^="/report/costs"]').count()).toBe(0);
      expect(await page.locator('main a[href^="/report/movements"]').count()).toBe(0);
    }));

  test('counts as many findings of each rule as their list holds', () =>
    at('Data officer', async (page) => {
      const links = page.locator('main tbody a[href^="/findings?"]');
      expect(await links.count()).toBeGreaterThan(0);
      for (let at = 0; at < (await links.count()); at += 1) {
        const count = Number(/\((\d+)\)$/.exec((await links.nth(at).textContent()) ?? '')?.[1]);
        await links.nth(at).click();
        await page.waitForURL('**/findings?*');
        const found = await page
          .getByRole('table', { name: 'Findings' })
          .locator('tbody tr')
          .count();
        expect(found).toBe(count);
        await page.goBack();
        await page.waitForURL('**/');
      }
    }));

  test('says how to start when there is nothing yet', () =>
    at(
      'Data officer',
      async (page) => {
        expect(await headings(page)).toEqual([]);
        const said = await page.locator('main').textContent();
        expect(said).toContain('No records are held yet');
        expect(said).toContain('an invented council');
        expect(await page.locator('main a').first().getAttribute('href')).toBe(paths.newImport);
      },
      {},
      'NEW',
    ));
});
