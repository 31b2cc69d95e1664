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
import { isoDate } from '../../../../core/plain-date.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import { type FindingsFilter, paths } from '../../../paths.ts';
import { loadWeeklyReport } from '../../../reports/weekly-report/load-report.ts';
import { weekEndingOn } from '../../../reports/weekly-report/week.ts';
import { underPseudonyms } from '../../under-pseudonyms.ts';
import { findingsRoutes } from './routes.ts';

const TITLE = 'Findings – Wellplaced – Wensbury Council';
const WEEK = isoDate('2021-05-30');

test('a file names no child, wherever the identifier stands', () => {
  const name = (childId: string) => `P-${childId.length}`;
  const known = new Set(['A1', '22']);
  expect(underPseudonyms('Child A1 has records; A11 and 22|2021-01-22.', known, name)).toBe(
    'Child P-2 has records; A11 and P-2|2021-01-22.',
  );
});

describe.skipIf(!browserAvailable())('the findings', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;
  let reader: Page;

  beforeAll(async () => {
    ground = await openCareCouncil();
    const reviews = (code: string) =>
      fileOf(
        '2020/reviews.csv',
        `CHILD,DOB,REVIEW,REVIEW_CODE\nA200,03/09/2012,01/06/2019,${code}\n`,
      );
    await importFiles(ground, 'A', [reviews('PN9')]);
    await importFiles(ground, 'A', [
      reviews('PN1'),
      fileOf('2020/uasc.csv', 'CHILD,SEX,DOB,DUC\nA999,1,01/01/2005,\n'),
    ]);
    ({ server, origin } = await serveCareCouncil(ground, 'Data officer', findingsRoutes()));
    browser = await startBrowser();
    reader = await (await lookingAt(browser, origin)).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(path: string, looking = {}, title = TITLE): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    await new PageObject(page, { path, title, heading: 'Findings' }).visit();
    return page;
  }

  async function shown(filter: FindingsFilter): Promise<string[][]> {
    await reader.goto(paths.findingsWhere(filter));
    const rows = await reader.getByRole('table', { name: 'Findings' }).locator('tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  }

  test('are looked for up to the week that holds a day, as far as it has come', async () => {
    const page = await visited('/findings?week-ending=2021-06-04', { width: NARROW });
    const said = await page.locator('main').textContent();
    expect(said).toContain('4 June 2021 is in the week ending Sunday 6 June 2021.');
    expect(said).toContain('up to the week ending 6 June 2021, of which 2 of 7 nights are there');
    await page.context().close();
    const later = await fetch(`${origin}/findings?week-ending=2021-06-07`);
    expect([later.status, await later.text()]).toEqual([
      422,
      expect.stringContaining('Week ending must be 6 June 2021 or earlier'),
    ]);
    const named = async (week: string) => {
      const { headers } = await fetch(`${origin}/findings/file/csv?week-ending=${week}&year=2020`);
      return decodeURIComponent(headers.get('content-disposition') ?? '');
    };
    expect(await named('2021-05-30')).toContain('findings-2021-05-30 (Return of 2020).csv');
    expect(await named('2021-06-04')).toContain(
      'findings-2021-06-06 (counts to 2021-06-01) (Return of 2020).csv',
    );
  });

  test('are not for a role without the permission', async () => {
    const other = await serveCareCouncil(ground, 'Section 151 officer', findingsRoutes());
    for (const path of [paths.findings, paths.findingsFile('csv')]) {
      expect((await fetch(other.origin + path)).status).toBe(403);
    }
    await other.server.close();
  });

  test('have as many rows of each rule as the report of the week counts', async () => {
    const council = { code: 'A', name: 'Wensbury Council' };
    const { findings } = await loadWeeklyReport(ground, council, weekEndingOn(WEEK));
    expect(findings.length).toBeGreaterThan(2);
    for (const { rule, count } of findings) {
      expect(await shown({ rule, weekEnding: WEEK })).toHaveLength(count);
    }
  });

  test('tell by rule what to do and who can mend it', async () => {
    const page = await visited(paths.findings);
    const rules = page.getByRole('table', { name: 'By rule' });
    expect(await rules.locator('tbody tr').first().textContent()).toContain('Error');
    expect(await rules.textContent()).toContain('Who can mend it');
    expect(await rules.textContent()).toContain('Stop the payment');
    await rules.getByRole('link').first().click();
    await page.waitForURL(/rule=/);
    expect(await page.locator('.govuk-inset-text').textContent()).toContain('Who can mend it');
    await page.context().close();
  });

  test('are narrowed by child, kind, severity and state', async () => {
    expect((await shown({ child: 'a300' })).every((row) => row[2] === 'A300')).toBe(true);
    expect((await shown({ kind: 'costs_and_placements' })).length).toBeGreaterThan(2);
    expect((await shown({ severity: 'error' })).every((row) => row[0] === 'Error')).toBe(true);
    const resolved = await shown({ state: 'resolved' });
    expect(resolved.map((row) => [row[1], row.at(-1)])).toEqual([['A code of no return', 'PN9']]);
    expect(await shown({ year: 2020, rule: 'code-unknown' })).toEqual([]);
    expect(await shown({ year: 2020, rule: 'code-unknown', state: 'all' })).toHaveLength(1);
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('are filtered by their form on %s', async (_name, looking) => {
    const page = await visited(paths.findings, looking);
    await page.getByLabel('Severity').selectOption('warning');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL(/severity=warning/);
    const tags = await page
      .getByRole('table', { name: 'Findings' })
      .locator('tbody .govuk-tag')
      .allInnerTexts();
    expect(new Set(tags)).toEqual(new Set(['Warning']));
    await page.context().close();
  });

  test('say what is wrong with the filters', async () => {
    const page = await visited('/findings?severity=dire&week-ending=1', {}, `Error: ${TITLE}`);
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Choose a severity from the list',
      'Week ending must be a day that exists, such as 29/11/2026',
    ]);
    await page.context().close();
  });

  test('leave as files, by identifier or under pseudonyms', async () => {
    const file = `${origin}${paths.findingsFile('csv')}?state=all`;
    const named = await (await fetch(file)).text();
    expect(named).toContain('Child A999 has records but stands in no header');
    expect(named).not.toMatch(/P-[A-Z0-9]{7}/);
    const csv = await (await fetch(`${file}&children=pseudonyms`)).text();
    expect(csv).toContain('has records but stands in no header');
    expect(csv).toMatch(/\r\n(Error|Warning|Information),/);
    expect(csv).not.toMatch(/\r\n(error|warning|information),/);
    expect(csv).not.toMatch(/\bA\d{3}\b/);
    expect(named.split('\r\n')[0]).toMatch(/,File,Line,Column,Value,State,Decision,Why,/);
    expect(csv.split('\r\n')[0]).not.toMatch(/File|Line|Value|Why/);
    const children = csv.split('\r\n').flatMap((row) => /P-[A-Z0-9]{7}/.exec(row)?.[0] ?? []);
    expect(children).toEqual(children.toSorted());
    expect(new Set(children).size).toBeGreaterThan(1);
    const xlsx = await fetch(origin + paths.findingsFile('xlsx'));
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
