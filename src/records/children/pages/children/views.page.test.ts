import type { FastifyInstance } from 'fastify';
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
import { addPerson } from '../../../../../tests/support/restricted-child.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { Person } from '../../../../platform/http/route.ts';
import { childrenRoutes } from './routes.ts';

const VIEWS = '/views/children';
const titled = (heading: string) => ({
  heading,
  title: `${heading} – Wellplaced – Wensbury Council`,
});

describe.skipIf(!browserAvailable())('a person’s own views of the list of children', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let mine: string;
  let theirs: string;
  const servers: FastifyInstance[] = [];

  async function servedTo(person: Person): Promise<string> {
    const { server, origin } = await serveCareCouncil(ground, person, childrenRoutes());
    servers.push(server);
    return origin;
  }
  beforeAll(async () => {
    ground = await openCareCouncil();
    mine = await servedTo(await addPerson(ground, 'A', 'Ada Obi', 'Placements officer'));
    theirs = await servedTo(await addPerson(ground, 'A', 'Bo Lund', 'Placements officer'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function got(origin: string, path: string) {
    const answer = await fetch(origin + path, { redirect: 'manual' });
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
  }
  async function sent(origin: string, path: string, fields: Record<string, string>) {
    const answer = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': FORM_TOKEN, ...fields }),
    });
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
  }
  const stored = () =>
    ground.read('A', (tx) =>
      tx.rows(
        'select name, query, is_default from saved_view where authority_id = $1 order by name',
        ['A'],
      ),
    );

  test('are not for a role without the permission of the list', async () => {
    const other = await servedTo(await addPerson(ground, 'A', 'Cy Roe', 'Section 151 officer'));
    expect((await got(other, VIEWS)).status).toBe(403);
    expect((await sent(other, VIEWS, { name: 'x', query: 'group=residential' })).status).toBe(403);
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('are saved, opened, made the default, renamed and deleted on %s', async (_name, looking) => {
    const page = await (await lookingAt(browser, mine, looking)).newPage();
    const at = (path: string, heading: string) =>
      new PageObject(page, { path, ...titled(heading) });
    await at('/children?legalStatus=C2', 'Children').visit();
    await page.getByRole('link', { name: 'Save as a view' }).click();
    await at(`${VIEWS}?legalStatus=C2`, 'Your views: children').check();
    await page.getByRole('textbox', { name: 'Name' }).fill('Full care orders');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.waitForURL(/children\?legalStatus=C2&opened=/);
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['A200']);
    const own = page.getByRole('navigation', { name: 'Your views' });
    expect(await own.locator('[aria-current]').textContent()).toBe('Full care orders');

    await own.getByRole('link', { name: 'Change your views' }).click();
    await page.getByRole('button', { name: 'Open the list with it Full care orders' }).click();
    await at(VIEWS, 'Your views: children').check();
    await page.goto('/children');
    await page.waitForURL(/legalStatus=C2&opened=/);
    expect(await own.textContent()).toContain('Full care orders (default)');
    await own.getByRole('link', { name: 'Without a view' }).click();
    await page.waitForURL(/\?view=none$/);
    expect(await page.locator('tbody th').count()).toBe(3);
    await page.goto('/children');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await page.waitForURL(/\?view=none$/);

    await page.goto(VIEWS);
    await page.getByRole('link', { name: 'Rename Full care orders' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('   ');
    await page.getByRole('button', { name: 'Rename' }).click();
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Enter a name');
    await page.getByRole('textbox', { name: 'Name' }).fill('Orders');
    await page.getByRole('button', { name: 'Rename' }).click();
    await at(VIEWS, 'Your views: children').check();
    expect(await page.locator('tbody th').textContent()).toBe('Orders (default)');
    await page.getByRole('button', { name: 'Delete Orders' }).click();
    await page.waitForURL(/\/views\/children$/);
    expect(await page.locator('main').textContent()).toContain('You have saved no view');
    await page.context().close();
    expect(await stored()).toEqual([]);
  });

  test('are nobody else’s', async () => {
    const { to } = await sent(mine, VIEWS, { name: 'Mine', query: 'group=residential' });
    const viewId = new URL(to ?? '', mine).searchParams.get('view') ?? '';
    expect((await got(theirs, `/children?view=${viewId}`)).status).toBe(404);
    expect((await got(theirs, `${VIEWS}?rename=${viewId}`)).status).toBe(404);
    for (const action of ['delete', 'default', 'no-default']) {
      expect((await sent(theirs, `${VIEWS}/${viewId}`, { action })).status).toBe(404);
    }
    const renamed = await sent(theirs, `${VIEWS}/${viewId}`, { action: 'rename', name: 'x' });
    expect(renamed.status).toBe(404);
    expect((await got(theirs, VIEWS)).text).not.toContain('Mine');
    expect(await stored()).toEqual([['Mine', 'group=residential', false]]);
    expect((await sent(mine, `${VIEWS}/${viewId}`, { action: 'delete' })).status).toBe(303);
  });

  test('keep no name and no identifier that was searched for', async () => {
    const page = await got(mine, `${VIEWS}?search=Harding&group=residential`);
    expect(page.text).toContain('Not kept: Search: Harding.');
    await sent(mine, VIEWS, { name: 'A', query: 'search=Harding&group=residential&page=4&x=y' });
    expect(await stored()).toEqual([['A', 'group=residential', false]]);
    const none = await sent(mine, VIEWS, { name: 'B', query: 'search=Harding' });
    expect(none.status).toBe(422);
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    [{ name: '', query: 'group=residential' }, 'Enter a name for the view'],
    [{ name: '\u200b \n', query: 'group=residential' }, 'Enter a name for the view'],
    [{ name: 'x'.repeat(61), query: 'group=residential' }, 'Enter at most 60 characters'],
    [{ name: 'a', query: 'group=residential' }, 'You have a view of that name'],
    [{ name: 'C', query: 'group=castle' }, 'nothing in this view'],
    [{ name: 'C', query: '%00;drop table saved_view' }, 'nothing in this view'],
    [{ name: 'C', query: 'sort=name;--' }, 'nothing in this view'],
    [{ name: 'C', query: 'x'.repeat(5_000) }, 'nothing in this view'],
    [{ name: 'C', query: 'group=residential', also: 'admin' }, 'Tick what is offered'],
  ])('are not saved of %j', async (fields, problem) => {
    const { status, text } = await sent(mine, VIEWS, fields);
    expect(status).toBe(422);
    expect(text).toContain(problem);
    expect(await stored()).toHaveLength(1);
  });

  test('that ask for what the list no longer has open with the rest, and say so', async () => {
    await ground.transaction({ authority: 'A', actor: 'a test', reason: 'an older list' }, (tx) =>
      tx.rows(
        `update saved_view set query = 'group=residential&wing=north&area=moon&sort=colour'
         where authority_id = $1`,
        ['A'],
      ),
    );
    const viewId = String(
      (
        await ground.read('A', (tx) =>
          tx.rows('select view_id from saved_view where authority_id = $1', ['A']),
        )
      )[0]?.[0],
    );
    const opened = await got(mine, `/children?view=${viewId}`);
    expect(opened.to).toBe(`/children?group=residential&opened=${viewId}`);
    const { status, text } = await got(mine, opened.to ?? '');
    expect(status).toBe(200);
    expect(text).toContain('left out: wing: north; area: moon; sort: colour.');
    expect(text).toContain('/children/A100');
    expect(text).not.toContain('/children/A200');
  });
});
