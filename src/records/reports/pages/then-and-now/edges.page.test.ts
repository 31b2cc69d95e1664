import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../../tests/support/browser.ts';
import { fileOf, importFiles } from '../../../../../tests/support/import-files.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import {
  type RunningService,
  runningService,
} from '../../../../../tests/support/running-service.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import { isoDate } from '../../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { paths } from '../../../paths.ts';
import { newestRevision } from '../../../revisions/revision.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { headlineFigures } from '../../then-and-now/headline-figures.ts';
import { keepPublished } from '../../then-and-now/published-reports.ts';
import { loadWeeklyReport } from '../../weekly-report/load-report.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';

const WEEK = isoDate('2021-05-30');
const HEADING = 'Weekly report: then and now';
const TITLE = `${HEADING} – Wellplaced – Wensbury Council`;
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const costs = (...rates: string[]) =>
  fileOf(
    'placement_costs.csv',
    COSTS +
      rates
        .map(
          (rate, child) =>
            `A7${child},2020-05-01,core,${rate},2020-05-01,,social_care,Oak,spot,A,3019\n`,
        )
        .join(''),
  );
const EPISODES = fileOf(
  '2022/episodes.csv',
  `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN
A70,01/05/2020,S,C2,N1,U1,PR4,,,AB1 1AA,AB1 1AB,
A71,01/05/2020,S,C2,N1,U1,PR4,,,AB1 1AA,AB1 1AB,
`,
);

describe.skipIf(!browserAvailable())('a week’s report then and now, of a week at an edge', () => {
  let browser: TestBrowser;
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
    await importFiles(service.ground, 'E99', [EPISODES, costs('1000', '500.50')]);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function visited(
    path: string,
    looking: { width?: number; scripts?: boolean } = {},
    title = TITLE,
  ): Promise<Page> {
    const page = await (await lookingAt(browser, service.origin, looking)).newPage();
    await new PageObject(page, { path, title, heading: HEADING }).visit();
    return page;
  }

  test('keeps in reach what was published of seven days that end on no Sunday', async () => {
    const { ground, origin } = service;
    const wednesday = isoDate('2021-05-26');
    const council = { code: 'E99', name: 'Wensbury Council' };
    const report = await loadWeeklyReport(ground, council, weekEndingOn(wednesday));
    const published = '11111111-2222-4333-8444-555555555555';
    const by = { authority: 'E99', actor: 'Data officer', reason: 'report published' };
    await ground.transaction(by, async (tx: CouncilTransaction<RecordsTables>) => {
      const revision = await newestRevision(tx);
      const kept = { publishedReportId: published, weekEnding: wednesday, revision };
      const at = { publishedAt: new Date('2021-05-27T10:00:00Z'), smallNumber: 5 };
      await keepPublished(tx, by, { ...kept, ...at, figures: headlineFigures(report) });
    });
    const page = await visited(paths.reportThenAndNow(WEEK), { width: NARROW });
    const row = page.getByRole('row').filter({ hasText: 'of the seven days to 26 May 2021' });
    await row.getByRole('link').click();
    await page.waitForURL(/published=1{8}/);
    const said = await page.locator('main').textContent();
    expect(said).toContain('Week ending 26 May 2021');
    expect(said).toContain('No figure of this week has become different');
    await page.context().close();
    const moved = await fetch(origin + paths.reportThenAndNow(wednesday));
    expect(await moved.text()).toContain('26 May 2021 is in the week ending Sunday 30 May 2021.');
  });

  test('publishes no week that is not over, and shows none that has not begun', async () => {
    const { origin } = service;
    const soFar = isoDate('2021-06-06');
    const shown = await (await fetch(origin + paths.reportOf(soFar, true))).text();
    expect(shown).toContain('can be recorded as published once the week is over');
    expect(shown).not.toContain('Record that this version is published');
    const sent = await fetch(origin + paths.publishReport, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': FORM_TOKEN, 'week-ending': soFar }),
    });
    expect([sent.status, await sent.text()]).toEqual([
      409,
      expect.stringContaining('The week is not over'),
    ]);
    const both = await (await fetch(origin + paths.reportThenAndNow(soFar))).text();
    expect(both).toContain('not over: counts to');
    const later = await fetch(origin + paths.reportThenAndNow(isoDate('2021-06-07')));
    expect([later.status, await later.text()]).toEqual([
      404,
      expect.stringContaining('Week ending must be 6 June 2021 or earlier'),
    ]);
  });
});
