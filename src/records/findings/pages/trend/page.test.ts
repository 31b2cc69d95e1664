import type { FastifyInstance } from 'fastify';
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
import { findingCaseRoutes } from '../finding/routes.ts';
import { findingsRoutes } from '../findings/routes.ts';
import { findingsTrendRoutes } from './routes.ts';

const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';

describe('findings import by import', () => {
  let browser: TestBrowser;
  let ground: Ground;
  let origin: string;
  let came: string;
  let went: string;
  const servers: FastifyInstance[] = [];

  async function served(role: Role): Promise<string> {
    const routes = [...findingsRoutes(), ...findingsTrendRoutes(), ...findingCaseRoutes()];
    const { server, origin: at } = await serveCareCouncil(ground, role, routes);
    servers.push(server);
    return at;
  }
  const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const text = async (path: string) => plain(await (await fetch(origin + path)).text());

  beforeAll(async () => {
    if (browserAvailable()) browser = await startBrowser();
    ground = await openCareCouncil();
    // An end without a reason, and the same episode with one.
    const row = (rec: string) => `E1,01/05/2018,S,C2,N1,U1,PR4,01/09/2019,${rec},,,\n`;
    const returnOf = (rec: string) => [fileOf('2020/episodes.csv', EPISODES + row(rec))];
    came = (await importFiles(ground, 'A', returnOf(''))).importId;
    went = (await importFiles(ground, 'A', returnOf('E4A'))).importId;
    origin = await served('Data officer');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  test('are not for who may not see findings', async () => {
    const reviewer = await served('Independent reviewing officer');
    expect((await fetch(reviewer + paths.findingsTrend)).status).toBe(403);
  });

  test('count what each import found and ended, of one rule too, and as a file', async () => {
    const rule = 'end-without-reason';
    const file = await (
      await fetch(`${origin}${paths.findingsTrend}/file/csv?rule=${rule}`)
    ).text();
    const counts = file
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(',').slice(-7, -4));
    // The newest first: the import that ended it, the one that found it, and the council's first.
    expect(counts).toEqual([
      ['0', '1', '0'],
      ['1', '0', '1'],
      ['0', '0', '0'],
    ]);
  });

  test('lead to the findings that an import found and ended, which say how long they stood', async () => {
    const html = await (
      await fetch(`${origin}${paths.findingsTrend}?rule=end-without-reason`)
    ).text();
    const ended = paths.findingsWhere({ rule: 'end-without-reason', ended: went });
    expect(html).toContain(`href="/findings?ended=${went}`);
    expect(html).toContain(`href="/findings?arose=${came}`);
    expect(await text(ended)).toContain('1 finding');
    const warnings = await fetch(`${origin}${paths.findingsTrend}?severity=warning`);
    expect(await warnings.text()).toContain(`href="/findings?ended=${went}&amp;severity=warning`);
    expect(await text(paths.findingsWhere({ arose: came, ended: came }))).toContain(
      'No findings match',
    );
    const list = await (await fetch(origin + ended)).text();
    const [found = ''] = /\/findings\/[0-9a-f]{32}/.exec(list) ?? [];
    const page = await text(found);
    expect(page).toContain('Stood 0 days');
    expect(page).toContain('Ended by The import of');
    const before = { rule: 'end-without-reason', state: 'all', foundBy: '1/1/2020' };
    expect(await text(`/findings?${new URLSearchParams(before)}`)).toContain('No findings match');
  });

  test.skipIf(!browserAvailable())('are drawn, without scripts, at both widths', async () => {
    for (const width of [NARROW, WIDE]) {
      const page = await (await lookingAt(browser, origin, { scripts: false, width })).newPage();
      await page.goto(paths.findings);
      await page.getByRole('link', { name: 'Import by import' }).press('Enter');
      await new PageObject(page, {
        path: paths.findingsTrend,
        heading: 'Findings import by import',
        title: 'Findings import by import – Wellplaced – Wensbury Council',
      }).check();
      expect(await page.getByRole('img', { name: /Findings open after/ }).count()).toBe(1);
      await page.context().close();
    }
  });
});
