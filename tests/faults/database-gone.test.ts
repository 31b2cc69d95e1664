import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { browserAvailable, NARROW, startBrowser, type TestBrowser } from '../support/browser.ts';
import { CutWire } from '../support/cut-wire.ts';
import { newServerDatabase } from '../support/databases.ts';
import { holdAfterAddingTo } from '../support/hold-import.ts';
import { recordsOf } from '../support/import-files.ts';
import { PageObject } from '../support/page-object.ts';
import { postgresPrograms } from '../support/postgres.ts';
import { type WholeService, wholeService } from './whole-service.ts';

const programs = postgresPrograms();
const TEN_SECONDS = 10_000;
const MAPPING = '/people/roles-from-provider';
const CANNOT = 'The service cannot be used at the moment';
const GONE = { title: `${CANNOT} – Wellplaced – Wensbury Council`, heading: CANNOT };
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';

describe.skipIf(programs === undefined || !browserAvailable())(
  'a database server that is gone for ten seconds',
  () => {
    let wire: CutWire;
    let service: WholeService;
    let browser: TestBrowser;
    let page: Page;

    beforeAll(async () => {
      wire = new CutWire(await newServerDatabase(programs ?? '', ALL_MIGRATIONS));
      service = await wholeService(await wire.address());
      browser = await startBrowser();
      page = await service.signIn(browser);
    });
    afterAll(async () => {
      await browser?.close();
      await service?.stop();
      await wire?.close();
    });

    async function statusOf(path: string): Promise<number> {
      return (await fetch(service.address + path)).status;
    }

    async function typeMapping(claim: string): Promise<void> {
      await page.goto(MAPPING);
      await page.getByLabel('Group or role, as the provider names it').fill(claim);
      await page.getByLabel('Role that it gives').selectOption('Auditor');
    }

    async function rolesOf(claim: string): Promise<string[]> {
      const row = page.getByRole('row', { name: claim });
      return row.locator('td').first().allInnerTexts();
    }

    test('is said on a page that keeps what was typed, and sends it once it is back', async () => {
      await page.setViewportSize({ width: NARROW, height: 800 });
      await typeMapping('“Auditors” & co');
      wire.cut();
      const back = delay(TEN_SECONDS).then(() => wire.mend());
      await page.getByRole('button', { name: 'Add' }).click();
      await new PageObject(page, { path: MAPPING, ...GONE }).check();
      expect(await page.locator('main').textContent()).toContain('cannot reach its database');
      await page.getByRole('button', { name: 'Send again' }).click();
      await new PageObject(page, { path: MAPPING, ...GONE }).check();
      expect([await statusOf('/readyz'), await statusOf('/healthz')]).toEqual([503, 200]);
      await back;
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.waitForURL(MAPPING);
      await expect.poll(() => rolesOf('“Auditors” & co')).toEqual(['Auditor']);
      expect(await statusOf('/readyz')).toBe(200);
    });

    test('answers whatever is asked meanwhile with the page or with 503, and ends by itself', async () => {
      const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
      const ask = async (path: string) => {
        const headers = { cookie: cookie.join('; ') };
        const answer = await fetch(service.address + path, { headers, redirect: 'manual' });
        await answer.text();
        return answer.status;
      };
      const asked: number[] = [];
      let over = false;
      const askers = ['/', '/children', '/findings', '/report', '/imports'].map(async (path) => {
        while (!over) asked.push(await ask(path));
      });
      await delay(500);
      wire.cut();
      await delay(TEN_SECONDS);
      wire.mend();
      await delay(1_000);
      over = true;
      await Promise.all(askers);
      expect(new Set(asked)).toEqual(new Set([200, 503]));
      expect(await Promise.all(['/children', '/findings', '/report'].map(ask))).toEqual([
        200, 200, 200,
      ]);
    });

    test('does not lose an import under way: it is rolled back and run again by itself', async () => {
      const held = holdAfterAddingTo(service.house.ground, 'cost_element');
      await page.goto('/imports/new');
      const rows = Array.from(
        { length: 100 },
        (_, at) => `${at},2020-04-01,core,100.00,2020-04-01,,social_care,Acorn,spot,CC1,S1`,
      );
      await page.setInputFiles('#files', {
        name: 'costs.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(COSTS + rows.join('\n')),
      });
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.waitForURL(/\/imports\/[0-9a-f-]{12,}$/);
      const { pathname: path } = new URL(page.url());
      await held.reached;
      wire.cut();
      held.letGo();
      await delay(TEN_SECONDS);
      wire.mend();
      await vi.waitFor(
        async () => {
          await page.goto(path);
          expect(await page.locator('h1').textContent()).toBe('Import complete');
        },
        { timeout: 40_000, interval: 500 },
      );
      expect((await recordsOf(service.house.ground, 'E99')).cost_element).toHaveLength(100);
    });
  },
);
