import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../tests/support/browser.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import {
  importThroughPages,
  type RunningService,
  runningService,
} from '../../../../tests/support/running-service.ts';
import { FORM_TOKEN } from '../../../../tests/support/signed-in.ts';
import type { PlatformTables } from '../../../platform/database/platform-tables.ts';
import { paths } from '../../paths.ts';

const HEADING = 'What the records stand on';
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,1,02/02/2010,WBRI,,,\n';
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nA1,01/05/2018,S,C2,N1,U1,PR4,,,,ab12cd,N1 2CD,\n';
const POSTCODES =
  'postcode,district,easting,northing\nAB1 2CD,E06000061,475000,260000\nN1 2CD,E09000019,531000,184000\n';

describe.skipIf(!browserAvailable())('what the records of a new council stand on', () => {
  let browser: TestBrowser;
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
    const acting = { authority: 'E99', actor: 'A test', reason: 'a council without an area' };
    await service.ground.transaction<PlatformTables, unknown>(acting, (tx) =>
      tx.rows(`update authority set area_codes = '{}' where authority_id = $1`, [tx.authority]),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function opened(origin: string, looking: { width?: number; scripts?: boolean } = {}) {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const told = (error: boolean) => ({
      path: paths.setUp,
      title: `${error ? 'Error: ' : ''}${HEADING} – Wellplaced – Wensbury Council`,
      heading: HEADING,
    });
    return { page, is: (error = false) => new PageObject(page, told(error)) };
  }

  const areas = async () =>
    (
      await service.ground.read('E99', (tx) =>
        tx.rows('select area_codes from authority where authority_id = $1', ['E99']),
      )
    )[0]?.[0];

  test('is all missing in a council without a record, and the data officer has no form', async () => {
    const { page, is } = await opened(service.origin);
    expect(await is().visit()).toBe(200);
    expect(await page.getByText('Missing', { exact: true }).count()).toBe(8);
    expect(await page.getByLabel('ONS codes of the area').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Import them' }).count()).toBe(7);
    const body = new URLSearchParams({
      'form-token': FORM_TOKEN,
      codes: 'E06000061',
      reason: 'x'.repeat(10),
    });
    const sent = await fetch(service.origin + paths.setUp, {
      ...{ method: 'POST', body, redirect: 'manual' },
    });
    expect(sent.status).toBe(403);
    expect(await areas()).toEqual([]);
    await page.context().close();
  });

  test('is told of each import, and the area is proposed by the homes and said by an administrator, on the narrowest screen, scripts off', async () => {
    const office = await opened(service.origin);
    await importThroughPages(office.page, {
      'header.csv': HEADER,
      'episodes.csv': EPISODES,
      'postcodes.csv': POSTCODES,
    });
    await office.page.context().close();
    const origin = await service.asRole('Administrator');
    const { page, is } = await opened(origin, { width: NARROW, scripts: false });
    expect(await is().visit()).toBe(200);
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    expect(await row('Postcodes').textContent()).toContain('Held');
    expect(await row('SSDA903 returns').textContent()).toContain('In part');
    const codes = page.getByLabel('ONS codes of the area');
    expect(await codes.inputValue()).toBe('E06000061');
    await codes.fill('Wensbury');
    await page.getByLabel('Reason').fill('It is our own district');
    await page.getByRole('button', { name: 'Change the area' }).click();
    await is(true).check();
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('“WENSBURY”');
    expect(await codes.inputValue()).toBe('Wensbury');
    await codes.fill('e06000061');
    await page.getByRole('button', { name: 'Change the area' }).click();
    await page.getByText('The council’s area is now E06000061.').waitFor();
    await is().check();
    expect(await areas()).toEqual(['E06000061']);
    await page.context().close();
    // Another who had the page open before is told, and changes nothing.
    const late = new URLSearchParams({
      ...{ 'form-token': FORM_TOKEN, codes: 'E09000019', before: '', reason: 'x'.repeat(10) },
    });
    const refused = await fetch(origin + paths.setUp, { method: 'POST', body: late });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Somebody has changed the area to E06000061');
    expect(await areas()).toEqual(['E06000061']);
    const children = await opened(service.origin);
    await children.page.goto(paths.children);
    expect(await children.page.getByRole('row').last().textContent()).toMatch(/Out.of.area/);
    await children.page.context().close();
  });
});
