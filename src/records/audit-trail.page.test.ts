import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../tests/support/care-council.ts';
import { PageObject } from '../../tests/support/page-object.ts';
import { auditRoutes } from '../platform/audit/pages/routes.ts';
import { auditPaths } from '../platform/audit/paths.ts';
import type { Ground } from '../platform/database/ground.ts';
import type { Role } from '../platform/permission/roles.ts';
import { RECORD_NAMES } from './audit-names.ts';
import { childRoutes } from './children/pages/child/routes.ts';
import { childrenRoutes } from './children/pages/children/routes.ts';
import { paths } from './paths.ts';
import type { RecordsTables } from './storage/records-tables.ts';

const ROUTES = [...auditRoutes(RECORD_NAMES), ...childRoutes(), ...childrenRoutes()];
const SUFFIX = ' – Wellplaced – Wensbury Council';

describe.skipIf(!browserAvailable())('the audit trail', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    ({ server, origin } = await serveCareCouncil(ground, 'Auditor', ROUTES));
    browser = await startBrowser();
    await fetch(origin + paths.child('A200'));
    await (await fetch(`${origin}${paths.childrenFile('csv')}?group=residential`)).text();
    const acting = { authority: 'A', actor: 'Bo Chen', reason: 'the provider told us' };
    await ground.transaction<RecordsTables, unknown>(acting, async (tx) => {
      await tx.rows('select app_revises($1, $2)', [99, 'by hand']);
      return tx.rows(
        `update child set sex = '2', import_id = null where authority_id = $1 and child_id = 'A200'`,
        ['A'],
      );
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function rowsAt(path: string, heading: string, looking = {}): Promise<string[]> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    await new PageObject(page, { path, title: heading + SUFFIX, heading }).visit();
    const rows = await page.locator('tbody tr').allInnerTexts();
    await page.context().close();
    return rows;
  }

  test.each<Role>(['Administrator', 'Placements officer', 'Section 151 officer'])(
    'is not for a role without the permission: %s',
    async (role) => {
      const other = await serveCareCouncil(ground, role, ROUTES);
      for (const path of [auditPaths.trail, auditPaths.file('csv')]) {
        expect((await fetch(other.origin + path)).status).toBe(403);
      }
      await other.server.close();
    },
  );

  test.each([
    ['on a wide screen', {}],
    ['on a narrow screen', NARROW],
    ['without scripts', { javaScriptEnabled: false }],
  ])('says who did what, when and why, with before and after, %s', async (_how, looking) => {
    const rows = await rowsAt(
      auditPaths.ofChild('A200'),
      'Who looked at or changed child A200',
      looking,
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(
      /Bo Chen\s+changed the record of child A200[\s\S]*the provider told us\s+sex \(1 male, 2 female\): 1, became 2/,
    );
    expect(rows[1]).toMatch(/Amina Yusuf\s+Auditor\s+looked at the record of child A200/);
  });

  test('narrows to a person, to what was done, to days and to words', async () => {
    expect(
      await rowsAt(
        auditPaths.ofPerson({ actor: 'Bo Chen', personId: null }),
        'What was done under the name Bo Chen',
      ),
    ).toHaveLength(1);
    const [taken] = await rowsAt('/audit?action=export', 'Audit trail');
    expect(taken).toMatch(/downloaded the list of children as csv, 1 rows \(group: residential\)/);
    const imported = await rowsAt('/audit?thing=import&search=import', 'Audit trail');
    expect(imported.join()).toMatch(/imported 12 files|imported \d+ files/);
    expect(await rowsAt('/audit?to=1/1/2020', 'Audit trail')).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await rowsAt(`/audit?from=${today}`, 'Audit trail')).length).toBeGreaterThan(3);
  });

  test('says everything that is wrong with the filters at once', async () => {
    const answer = await fetch(`${origin}/audit?from=31/2/2026&action=nothing`);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Enter the first day as a real date, such as 31/3/2026');
    expect(text).toContain('Choose what was done from the list');
  });

  test('is on the trail itself, its page and its files', async () => {
    const csv = await (await fetch(`${origin}${auditPaths.file('csv')}?child=A200`)).text();
    expect(csv.trim().split('\n')).toHaveLength(3);
    const xlsx = await fetch(`${origin}${auditPaths.file('xlsx')}?child=A200`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const rows = await rowsAt('/audit?action=export', 'Audit trail');
    expect(rows[0]).toMatch(/downloaded the audit trail as xlsx \(child: A200\)/);
    expect(rows[1]).toMatch(/downloaded the audit trail as csv \(child: A200\)/);
    const seen = await rowsAt('/audit?action=view&search=audit', 'Audit trail');
    expect(seen.length).toBeGreaterThan(0);
  });

  test('is one step from a child’s page', async () => {
    expect(await (await fetch(origin + paths.child('A200'))).text()).toContain(
      `href="${auditPaths.ofChild('A200')}"`,
    );
  });
});
