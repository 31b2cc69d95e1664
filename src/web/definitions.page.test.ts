import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../tests/support/browser.ts';
import { serveCareCouncil } from '../../tests/support/care-council.ts';
import { PageObject } from '../../tests/support/page-object.ts';
import { settledTo } from '../../tests/support/settled.ts';
import type { Ground } from '../platform/database/ground.ts';
import { definitionsRoutes } from '../platform/definitions/routes.ts';
import { ROLES } from '../platform/permission/roles.ts';
import { paths } from '../records/paths.ts';
import {
  PROVIDER_DEFINITIONS,
  type ProviderFigure,
  providerDefinition,
} from '../records/providers/definitions.ts';
import {
  RECONCILIATION_DEFINITIONS,
  type ReconciledFigure,
  reconciledDefinition,
} from '../records/reconciliation/definitions.ts';
import {
  LIST_DEFINITIONS,
  type ListFigure,
  listDefinition,
} from '../records/reports/list-definitions.ts';
import {
  OUTTURN_DEFINITIONS,
  type OutturnFigure,
  outturnDefinition,
} from '../records/reports/outturn-definitions.ts';
import { UNCONFIRMED_FACTS } from '../records/reports/unconfirmed-codes.ts';
import { FIGURE_NAMES } from '../records/reports/weekly-report/definitions.ts';
import { DEFINITIONS } from './whole.ts';

/** The definitions read nothing from a database. */
const ground = { kind: 'embedded', beginningWith: () => ground } as unknown as Ground;
const routes = definitionsRoutes(DEFINITIONS, settledTo(6));

test('every figure has one place of its own, to which its links lead', () => {
  const anchors = DEFINITIONS.sections.flatMap(({ entries }) =>
    entries.map(({ anchor }) => anchor),
  );
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [
    ...FIGURE_NAMES.map(paths.definition),
    ...Object.keys(LIST_DEFINITIONS).map((figure) => listDefinition(figure as ListFigure)),
    ...Object.keys(PROVIDER_DEFINITIONS).map((figure) =>
      providerDefinition(figure as ProviderFigure),
    ),
    ...Object.keys(RECONCILIATION_DEFINITIONS).map((figure) =>
      reconciledDefinition(figure as ReconciledFigure),
    ),
    ...Object.keys(OUTTURN_DEFINITIONS).map((figure) => outturnDefinition(figure as OutturnFigure)),
  ];
  expect(links.map((link) => link.split('#')[1]).sort()).toEqual(anchors.sort());
});

describe.skipIf(!browserAvailable())('the definitions', () => {
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ({ server, origin } = await serveCareCouncil(ground, 'Administrator', routes));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visited(path: string, looking = {}): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const title = 'Definitions – Wellplaced – Wensbury Council';
    await new PageObject(page, { path, title, heading: 'Definitions' }).visit();
    return page;
  }

  test.each(ROLES)('are for everyone: %s', async (role) => {
    const other = await serveCareCouncil(ground, role, routes);
    expect((await fetch(other.origin + paths.definitions)).status).toBe(200);
    await other.server.close();
  });

  test('say what is not confirmed, and which numbers are withheld', async () => {
    const page = await visited(paths.definitions);
    const said = await page.locator('main').textContent();
    for (const { fact } of UNCONFIRMED_FACTS) expect(said).toContain(fact);
    expect(said).toContain('counts of 1 to 5 are withheld');
    await page.context().close();
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('are searched on %s', async (_name, looking) => {
    const page = await visited(paths.definitions, looking);
    await page.getByRole('textbox', { name: 'Search definitions' }).fill('outturn');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/definitions?search=outturn');
    expect(await page.locator('h3').allTextContents()).toEqual([
      'Projected outturn',
      'Committed cost of the year',
      'Of the year to date, disputed',
      'Projected outturn of a budget line',
      'Projected variance',
      'Committed to 31 March',
      'Projected for the year',
      'Expected for a month',
    ]);
    await page.getByRole('link', { name: 'Show all definitions' }).click();
    await page.waitForURL('**/definitions');
    expect(await page.locator('h3').count()).toBeGreaterThan(30);
    const none = await visited('/definitions?search=zzz', looking);
    expect(await none.locator('main').textContent()).toContain('No definition holds “zzz”');
    await page.context().close();
  });
});
