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
import { childrenRoutes } from '../children/routes.ts';
import { childRoutes } from './routes.ts';

describe.skipIf(!browserAvailable())('a child’s page', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    ({ server, origin } = await serveCareCouncil(ground, 'Principal social worker', childRoutes()));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(childId: string, looking = {}): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const title = `Child ${childId} – Wellplaced – Wensbury Council`;
    await new PageObject(page, {
      path: paths.child(childId),
      title,
      heading: `Child ${childId}`,
    }).visit();
    return page;
  }

  async function table(page: Page, caption: string): Promise<string[][]> {
    const rows = await page
      .getByRole('table', { name: caption, exact: true })
      .locator('tbody tr')
      .all();
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  }

  test('is not for a role without the permission', async () => {
    const other = await serveCareCouncil(ground, 'Programme manager', childRoutes());
    expect((await fetch(other.origin + paths.child('A100'))).status).toBe(403);
    await other.server.close();
  });

  test('is not found for a child whom the council does not know', async () => {
    expect((await fetch(`${origin}/children/nobody`)).status).toBe(404);
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('tells the story of every kind of child on %s', async (_name, looking) => {
    for (const childId of ['A100', 'A200', 'A300', 'A400', 'A500']) {
      const page = await visited(childId, looking);
      await page.context().close();
    }
  });

  test('says who the child is and where now', async () => {
    const page = await visited('A100');
    const facts = await page.locator('dl').allInnerTexts();
    const text = facts.join('\n').replaceAll(/\s+/g, ' ');
    for (const fact of [
      'Age 17 (born 14 February 2004)',
      'Category of need N8 Absent parenting',
      'Unaccompanied asylum-seeking Yes',
      'Looked after Since 4 January 2021',
      'Wold House, URN SC2 (PR4)',
      'Out of area, 37.3 miles from home',
      'V2 Single period of accommodation under section 20, since 4 January 2021',
      'WORKER7, since 4 January 2021',
    ]) {
      expect(text).toContain(fact);
    }
    await page.context().close();
  });

  test('says that a child was looked after before the first episode held, where that is no start', async () => {
    const other = await openCareCouncil();
    const rows = [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      'A700,05/04/2021,P,C2,N1,U4,PR1,,,,,,',
      'A800,05/04/2021,L,C2,N1,U4,PR1,20/05/2021,E4A,,,,',
    ];
    const more = fileOf('2022/episodes.csv', `${rows.join('\n')}\n`);
    await importFiles(other, 'A', [more], 'changes');
    const served = await serveCareCouncil(other, 'Principal social worker', [
      ...childRoutes(),
      ...childrenRoutes(),
    ]);
    const text = async (path: string) => {
      const html = await (await fetch(served.origin + path)).text();
      return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    };
    expect(await text(paths.child('A700'))).toContain(
      'Since before 5 April 2021 (the first episode held, which is no start)',
    );
    expect(await text(paths.child('A800'))).toContain(
      'From before 5 April 2021 (the first episode held, which is no start) until 20 May 2021',
    );
    expect(await text(paths.children)).toContain('before 05/04/2021');
    const csv = await (await fetch(served.origin + paths.childrenFile('csv'))).text();
    expect(csv.match(/Since before: the first episode held is no start/g)).toHaveLength(1);
    await served.server.close();
    await other.close();
  });

  test('joins episodes into placements, a temporary one inside the placement it interrupts', async () => {
    const page = await visited('A100');
    expect((await table(page, 'Placements')).map((row) => row.slice(0, 3))).toEqual([
      ['20/03/2021', '27/03/2021', '7'],
      ['01/03/2021', 'Still there', '86'],
      ['04/01/2021', '01/03/2021', '56'],
    ]);
    expect(await table(page, 'Episodes')).toHaveLength(4);
    expect(await table(page, 'Legal statuses')).toHaveLength(1);
    expect((await table(page, 'Missing episodes')).map((row) => row.slice(0, 2))).toEqual([
      ['10/02/2021', '12/02/2021'],
    ]);
    await page.context().close();
  });

  test('marks late reviews and says which days are working days', async () => {
    const page = await visited('A100');
    expect((await table(page, 'Reviews')).map((row) => row.slice(0, 4))).toEqual([
      ['3', '03/11/2021', '–', 'Due'],
      ['2', '29/04/2021', '03/05/2021', 'Late by 4 days'],
      ['1', '01/02/2021', '29/01/2021', 'In time'],
    ]);
    expect(await page.locator('main').textContent()).toContain('not bank holidays in England');
    await page.context().close();
  });

  test('shows what corrects what, and committed against paid', async () => {
    const page = await visited('A100');
    const payments = await table(page, 'Payments');
    expect(payments.map((row) => [row[0], row.at(-1)])).toEqual([
      ['P-2', 'Actual corrects P-1'],
      ['P-1', 'Actual no longer counts: corrected by P-2'],
    ]);
    const years = await table(page, 'Committed against paid');
    expect(years.map(([year, , paid]) => [year, paid])).toEqual([
      ['2021-22', '£0.00'],
      ['2020-21', '£20,000.00'],
    ]);
    await page.context().close();
  });

  test('shows findings in the child’s costs, and puts cost after care', async () => {
    const page = await visited('A300');
    const rules = (await table(page, 'Findings')).map((row) => row[1]);
    expect(rules).toContain('Looked after without a cost');
    expect(rules).toContain('Looked after, date of birth not known');
    const headings = await page.locator('h2').allInnerTexts();
    expect(headings.indexOf('Care')).toBeLessThan(headings.indexOf('Cost and payments'));
    await page.context().close();
  });

  test('says when and why a child left care', async () => {
    const page = await visited('A500');
    expect(await page.locator('dl').last().textContent()).toContain(
      'From 1 May 2020 until 1 May 2021: returned home, planned',
    );
    await page.context().close();
  });

  test('writes each view to the audit trail, and none of a child who is not known', async () => {
    const views = async () =>
      (
        await ground.read('A', (tx) =>
          tx.rows(
            `select actor, row_key from audit_entry where authority_id = $1 and action = 'view'`,
            ['A'],
          ),
        )
      ).filter(([, key]) => JSON.stringify(key) === '{"child_id":"A200"}');
    const before = (await views()).length;
    await fetch(origin + paths.child('A200'));
    await fetch(`${origin}/children/A299`);
    expect(await views()).toHaveLength(before + 1);
    expect((await views())[0]?.[0]).toBe('Amina Yusuf');
  });

  test('prints with every table whole and without the links of the page', async () => {
    const page = await visited('A100');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'On this page' }).isVisible()).toBe(false);
    expect(await page.getByRole('table', { name: 'Payments' }).isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4', tagged: true })).length).toBeGreaterThan(10_000);
    await page.context().close();
  });
});
