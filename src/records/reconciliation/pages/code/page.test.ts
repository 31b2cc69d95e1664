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
import { PageObject } from '../../../../../tests/support/page-object.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import { paths } from '../../../paths.ts';
import { reconciliationRoutes } from './routes.ts';

const HOMES = { year: '2021-22', costCentre: '41110', subjective: '4310' };
const BUDGETS = [
  'financial_year,cost_centre,subjective,description,annual_amount,profile',
  '2021-22,41110,4310,External homes,120000.00,equal',
  '2021-22,41999,4310,Nothing charged,1200.00,equal',
  '',
].join('\n');

const LEDGER = [
  'journal,journal_line,posting_date,cost_centre,subjective,amount,supplier,reference',
  'GL1,1,2021-05-04,41110,4310,20000.00,WOLD HOUSE LTD,INV-7',
  'GL1,2,2021-05-04,41110,4310,111.11,A stranger,INV-8',
  '',
].join('\n');

describe.skipIf(!browserAvailable())('budgets reconciled with payments', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    await importFiles(ground, 'A', [fileOf('budgets.csv', BUDGETS)]);
    await importFiles(ground, 'A', [fileOf('general_ledger.csv', LEDGER)]);
    const routes = reconciliationRoutes();
    ({ server, origin } = await serveCareCouncil(ground, 'Finance business partner', routes));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(path: string, heading: string, looking = {}): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const title = `${heading} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path, title, heading }).visit();
    return page;
  }

  async function cells(page: Page, table: string): Promise<string[][]> {
    const rows = await page.getByRole('table', { name: table }).locator('tbody tr').all();
    const found = await Promise.all(rows.map((row) => row.locator('td, th').allTextContents()));
    return found.map((row) => row.map((cell) => cell.replace(/ .*: the rows$/, '').trim()));
  }

  const pounds = (text: string | undefined) =>
    Math.round(Number((text ?? '').replace(/[£,]/g, '').replace('−', '-')) * 100);

  test('are not for a role that sees no children', async () => {
    const other = await serveCareCouncil(ground, 'Cabinet member', reconciliationRoutes());
    const all = [
      ...[paths.reconciliation(), paths.reconciledCode(HOMES)],
      ...[paths.reconciledRows('costs', HOMES), paths.reconciledRows('payments', HOMES)],
      '/report/reconciliation/file/csv',
    ];
    for (const path of all) expect((await fetch(other.origin + path)).status, path).toBe(403);
    await other.server.close();
  });

  test('list each code of the year, which leads to its months', async () => {
    for (const width of [NARROW, 1280]) {
      const page = await visited(paths.reconciliation(), 'Budgets reconciled with payments', {
        width,
      });
      expect(await page.locator('main').textContent()).toContain('External homes');
      await page.getByRole('link', { name: '41999' }).click();
      expect(await page.locator('h1').textContent()).toBe('Code 41999 4310');
      await page.context().close();
    }
  });

  test('have months that come to what the list says, and rows that come to the months', async () => {
    const page = await visited(paths.reconciledCode(HOMES), 'Code 41110 4310');
    const rows = await cells(page, 'Months of 2021-22');
    expect(rows.map(([month]) => month)).toEqual([
      ...['April 2021', 'May 2021', 'June 2021', 'July 2021', 'August 2021', 'September 2021'],
      ...['October 2021', 'November 2021', 'December 2021', 'January 2022', 'February 2022'],
      ...['March 2022', 'The year'],
    ]);
    const year = rows.at(-1) ?? [];
    for (let at = 1; at < year.length; at += 1) {
      const sum = rows.slice(0, -1).reduce((so, row) => so + pounds(row[at]), 0);
      expect([at, sum]).toEqual([at, pounds(year[at])]);
    }
    const [, budget, committed, paid, accrued, toCome, difference, expected, variance] =
      year.map(pounds);
    expect(budget).toBe(12_000_000);
    expect(committed).toBeGreaterThan(0);
    expect(expected).toBe((paid ?? 0) + (accrued ?? 0) + (toCome ?? 0));
    expect(expected).toBe((committed ?? 0) + (difference ?? 0));
    expect(variance).toBe((expected ?? 0) - (budget ?? 0));
    await page.getByRole('link', { name: 'Committed, May 2021' }).click();
    expect(await page.locator('h1').textContent()).toBe('Costs of a code');
    const costs = await cells(page, 'Costs of a code');
    expect(pounds(costs.at(-1)?.at(-1))).toBe(pounds(rows[1]?.[2]));
    await page.context().close();

    const api = await fetch(`${origin}/report/reconciliation/file/csv?year=2021-22`);
    const [, ...lines] = (await api.text()).trim().split('\r\n');
    const homes = lines.find((line) => line.startsWith('41110,4310')) ?? '';
    expect(homes).toContain(`,${((committed ?? 0) / 100).toFixed(2)},`);
  });

  test('stand beside the general ledger, or say what file is wanted', async () => {
    const heading = 'General ledger against payments';
    const page = await visited(paths.reconciledLedger({ year: '2021-22' }), heading);
    const rows = await cells(page, heading);
    expect(rows.map(([state]) => state)).toEqual(['In the ledger only', 'Matched', 'All rows']);
    expect(rows.at(-1)?.filter((cell) => cell.startsWith('£'))).toEqual([
      '£20,111.11',
      '£20,000.00',
    ]);
    const none = await visited(paths.reconciledLedger({ year: '2020-21' }), heading, {
      width: NARROW,
    });
    expect(await none.locator('main').textContent()).toContain('a file of the kind general_ledger');
    const code = await visited(paths.reconciledCode(HOMES), 'Code 41110 4310');
    const months = await cells(code, 'Against the general ledger');
    expect(months[1]?.slice(1)).toEqual(['£20,111.11', '£0.00', '£20,000.00', '£111.11']);
    for (const each of [page, none, code]) await each.context().close();
  });

  test('have accruals and payments apart behind a month, and hand on no number of a payment', async () => {
    const lines = [
      'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,cost_centre,subjective,status,corrects_ref',
      'A100-7,2021-05-20,2021-05-01,2021-05-31,A100,2021-03-01,Wold House,core,310.00,41110,4310,actual,',
      'A100-8,2021-05-31,2021-05-01,2021-05-31,A100,2021-03-01,Wold House,core,620.00,41110,4310,accrual,',
      '',
    ];
    await importFiles(ground, 'A', [fileOf('may-payments.csv', lines.join('\n'))]);
    const code = await visited(paths.reconciledCode(HOMES), 'Code 41110 4310');
    const [, may] = await cells(code, 'Months of 2021-22');
    const rowsOf = async (by: string, naming = '') => {
      const query = `year=2021-22&cost-centre=41110&subjective=4310&month=2021-05&by=${by}${naming}`;
      const file = `${origin}/report/reconciliation/payments/file/csv?${query}`;
      return (await (await fetch(file)).text()).trim().split('\r\n').slice(1);
    };
    expect(may?.[3]).toBe('£310.00');
    expect(await rowsOf('nights')).toEqual([expect.stringContaining('A100-7')]);
    expect(await rowsOf('accruals')).toEqual([expect.stringContaining('A100-8')]);
    const handed = (await rowsOf('nights', '&children=pseudonyms')).join();
    expect(handed).toMatch(/P-[A-Z0-9]{7}/);
    expect(handed).not.toContain('A100');
    await code.context().close();
  });

  test('say what is wrong with a year, and what a code without anything is', async () => {
    const wrong = await fetch(`${origin}/report/reconciliation?year=soon`);
    expect(wrong.status).toBe(422);
    expect((await fetch(`${origin}/report/reconciliation/code`)).status).toBe(404);
    const nothing = { ...HOMES, costCentre: '1', subjective: null };
    const page = await visited(paths.reconciledCode(nothing), 'Code 1 no subjective');
    expect(await page.locator('main').textContent()).toContain('Nothing is held under this code');
    await page.context().close();
  });

  test('are without their scripts what they are with them', async () => {
    const page = await visited(paths.reconciledCode(HOMES), 'Code 41110 4310', { scripts: false });
    expect(await page.getByRole('img', { name: /Budget and spend/ }).count()).toBe(1);
    await page.context().close();
  });
});
