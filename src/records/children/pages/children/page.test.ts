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
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { isoDate } from '../../../../core/plain-date.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import { type ChildrenFilter, paths } from '../../../paths.ts';
import { childrenRoutes } from './routes.ts';

const TITLE = 'Children – Wellplaced – Wensbury Council';

describe.skipIf(!browserAvailable())('the list of children', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    ({ server, origin } = await serveCareCouncil(ground, 'Placements officer', childrenRoutes()));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(path: string, looking = {}, title = TITLE): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    await new PageObject(page, { path, title, heading: 'Children' }).visit();
    return page;
  }

  async function shown(filter: ChildrenFilter): Promise<string[]> {
    const page = await (await fetch(origin + paths.childrenWhere(filter))).text();
    return [...page.matchAll(/href="\/children\/(A\d+)"/g)].map(([, childId]) => childId ?? '');
  }

  test('is not for a role without the permission', async () => {
    const other = await serveCareCouncil(ground, 'Section 151 officer', childrenRoutes());
    for (const path of [paths.children, paths.childrenFile('csv')]) {
      expect((await fetch(other.origin + path)).status).toBe(403);
    }
    await other.server.close();
  });

  test.each([
    ['none', {}, ['A100', 'A200', 'A300']],
    ['a night', { on: isoDate('2021-04-30') }, ['A100', 'A200', 'A500']],
    ['a group', { group: 'residential' }, ['A100']],
    ['in area', { area: 'in' }, ['A200']],
    ['area not known', { area: 'unknown' }, ['A300']],
    ['over 20 miles and out', { far: 'yes' }, ['A100']],
    ['16 and over', { age: '16plus' }, ['A100']],
    ['unaccompanied', { uasc: 'yes' }, ['A100']],
    ['short breaks', { shortBreaks: 'yes' }, ['A400']],
    ['legal status', { legalStatus: 'C2' }, ['A200']],
    ['a provider by name', { provider: 'wold' }, ['A100']],
    ['a provider by URN', { provider: 'sc2' }, ['A100']],
    ['an identifier', { search: 'a2' }, ['A200']],
    ['all known', { known: 'all' }, ['A100', 'A200', 'A300', 'A400', 'A500']],
    ['nobody', { group: 'custody' }, []],
  ] satisfies [string, ChildrenFilter, string[]][])(
    'narrowed by %s',
    async (_name, filter, children) => {
      expect(await shown(filter)).toEqual(children);
    },
  );

  test('shows the placement, where it is, since when and what it costs', async () => {
    const page = await visited(paths.children);
    const [row] = await page.locator('tbody tr').all();
    expect(await row?.locator('th, td').allInnerTexts()).toEqual([
      'A100',
      '17',
      'Female',
      "K2 Children's homes and residential care",
      'Wold House',
      'V2',
      'Out\u00a0of\u00a0area',
      '37.3',
      '01/03/2021',
      '04/01/2021',
      '£5,700.00',
    ]);
    await page.context().close();
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('is filtered and sorted by its form and links on %s', async (_name, looking) => {
    const page = await visited(paths.children, looking);
    await page.getByLabel('On the night of').fill('30/4/2021');
    await page.getByLabel('Legal status').selectOption('C2');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL(/legalStatus=C2/);
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['A200', 'A500']);
    await page.locator('thead a').first().click();
    await page.waitForURL(/order=descending/);
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['A500', 'A200']);
    const { pathname, search } = new URL(page.url());
    await new PageObject(page, {
      path: pathname + search,
      title: TITLE,
      heading: 'Children',
    }).check();
    await page.context().close();
  });

  test('says all that is wrong with its filters and keeps what was typed', async () => {
    const path = '/children?on=31%2F2%2F2021&area=moon';
    const page = await visited(path, {}, `Error: ${TITLE}`);
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Enter the night as a real date, such as 31/3/2026',
      'Choose an area from the list',
    ]);
    expect(await page.getByLabel('On the night of').inputValue()).toBe('31/2/2021');
    await page.locator('.govuk-error-summary a').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('on');
    await page.context().close();
  });

  test('finds a child by the pseudonym that stands in the file to hand on, which has no identifiers', async () => {
    const named = await (await fetch(`${origin}${paths.childrenFile('csv')}?sort=since`)).text();
    expect(named.trim().split('\r\n')[1]).toMatch(/^A200,/);
    expect(named).not.toMatch(/P-[A-Z0-9]{7}/);
    const handed = `${paths.childrenFile('csv')}?sort=since&children=pseudonyms`;
    const csv = await (await fetch(origin + handed)).text();
    const [heading, ...others] = csv.trim().split('\r\n');
    expect(heading).toMatch(/^.?Child,Age,Sex,Placement group,Placement code,Placement,/);
    expect(csv).not.toMatch(/A[1-5]00/);
    expect(others).toHaveLength(3);
    const [, ...rows] = csv.trim().split('\r\n');
    const pseudonyms = rows.map((row) => row.split(',')[0] ?? '');
    expect(pseudonyms).toEqual(pseudonyms.toSorted());
    const found = await Promise.all(pseudonyms.map((search) => shown({ search })));
    expect(found.flat().toSorted()).toEqual(['A100', 'A200', 'A300']);
    const xlsx = await fetch(origin + paths.childrenFile('xlsx'));
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('writes to the audit trail who took a file', async () => {
    await (await fetch(`${origin}${paths.childrenFile('csv')}?group=residential`)).text();
    const entries = await ground.read('A', (tx) =>
      tx.rows(
        `select actor, row_key, after from audit_entry
         where authority_id = $1 and action = 'export' order by seq desc limit 1`,
        ['A'],
      ),
    );
    expect(entries).toEqual([
      ['Amina Yusuf', { group: 'residential', format: 'csv' }, { rows: 1 }],
    ]);
  });
});
