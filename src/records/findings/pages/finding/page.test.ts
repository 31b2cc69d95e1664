import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
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
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { addPerson, restrict } from '../../../../../tests/support/restricted-child.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { Person } from '../../../../platform/http/route.ts';
import type { Role } from '../../../../platform/permission/roles.ts';
import { paths } from '../../../paths.ts';
import { seenBy } from '../../../restrictions/seen-by.ts';
import { findingsRoutes } from '../findings/routes.ts';
import { findingCaseRoutes } from './routes.ts';

const SUFFIX = ' – Wellplaced – Wensbury Council';
const HEADING = 'A cost that runs on after the placement, child A500';

describe('the case of a finding', () => {
  let browser: TestBrowser;
  let ground: Ground;
  let officer: Person;
  let path: string;
  const servers: FastifyInstance[] = [];

  async function served(person: Role | Person): Promise<string> {
    const routes = [...findingsRoutes(), ...findingCaseRoutes()];
    const { server, origin } = await serveCareCouncil(ground, person, routes);
    servers.push(server);
    return origin;
  }
  const text = async (address: string) => (await fetch(address)).text();
  const posts = (address: string, fields: Readonly<Record<string, string>>) =>
    fetch(address, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': FORM_TOKEN, ...fields }),
    });
  const sends = (address: string, name: string, content: BlobPart) => {
    const form = new FormData();
    form.append('form-token', FORM_TOKEN);
    form.append('file', new Blob([content]), name);
    return fetch(address, { method: 'POST', redirect: 'manual', body: form });
  };

  beforeAll(async () => {
    if (browserAvailable()) browser = await startBrowser();
    ground = await openCareCouncil();
    officer = await addPerson(ground, 'A', 'Priya Nair', 'Placements officer');
    const origin = await served(officer);
    const list = await text(origin + paths.findingsWhere({ rule: 'cost-after-placement-ended' }));
    [path = ''] = /\/findings\/[0-9a-f]{32}/.exec(list) ?? [];
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    await ground?.close();
  });

  test('is led to from where its decisions stood before, for who may see it', async () => {
    const former = path.replace('/findings/', '/findings/decisions/');
    const got = (origin: string, address: string) =>
      fetch(origin + address, { redirect: 'manual' });
    const led = await got(await served(officer), former);
    expect([led.status, led.headers.get('location')]).toEqual([301, path]);
    const elsewhere = await got(await served(officer), '/findings/decisions/%2F%2Fevil.example');
    expect(elsewhere.headers.get('location')).toBe('/findings/%2F%2Fevil.example');
    const reviewing = await got(await served('Independent reviewing officer'), former);
    expect(reviewing.status).toBe(403);
  });

  test('is not for who may not see findings, and written on by nobody who only reads', async () => {
    const reviewing = await served('Independent reviewing officer');
    expect((await fetch(reviewing + path)).status).toBe(403);
    const auditor = await served('Auditor');
    const page = await text(auditor + path);
    expect(page).toContain('You may not decide on findings');
    expect(page).not.toContain('Add a note');
    for (const form of ['notes', 'attachments']) {
      expect((await fetch(`${auditor}${path}/${form}/new`)).status).toBe(403);
      expect((await posts(`${auditor}${path}/${form}/new`, { note: 'x' })).status).toBe(403);
    }
  });

  test('of nothing is not there, whatever is sent to it', async () => {
    const origin = await served(officer);
    for (const key of ['0'.repeat(32), 'nothing', '%27%20or%201', `${path.slice(10)}0`]) {
      expect((await fetch(`${origin}/findings/${key}`)).status).toBe(404);
      expect((await posts(`${origin}/findings/${key}/notes/new`, { note: 'x' })).status).toBe(404);
      const sent = await sends(
        `${origin}/findings/${key}/attachments/new`,
        'a.txt',
        'x'.repeat(1e6),
      );
      expect(sent.status).toBe(404);
    }
  });

  test('takes notes, keeps what was typed when refused, and has a note corrected beside the first', async () => {
    const origin = await served(officer);
    const note = `${origin}${path}/notes/new`;
    expect((await posts(note, { note: '  ' })).status).toBe(422);
    const long = await posts(note, { note: 'long '.repeat(900) });
    expect([long.status, (await long.text()).includes('long long long')]).toEqual([422, true]);
    const said = 'Rang the provider.\n<b>They</b> will send a credit note.';
    const taken = await posts(note, { note: said });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${path}#notes`]);
    const page = await text(origin + path);
    expect(page).toContain('&lt;b>They&lt;/b> will send a credit note.');
    const [, corrects = ''] = /corrects=([\w-]+)/.exec(page) ?? [];
    expect(await text(`${note}?corrects=${corrects}`)).toContain('Correct a note');
    expect((await fetch(`${note}?corrects=${officer.personId}`)).status).toBe(404);
    expect((await posts(note, { note: 'It was the carer.', corrects })).status).toBe(303);
    expect(await text(origin + path)).toContain('Corrects the note of Priya Nair');
  });

  test('takes a file by what it holds, gives it to be saved only, and keeps that it was removed', async () => {
    const origin = await served(officer);
    const attach = `${origin}${path}/attachments/new`;
    const refused = await sends(attach, 'invoice.pdf', 'MZ\0 a program');
    expect([refused.status, (await refused.text()).includes('something else')]).toEqual([
      422,
      true,
    ]);
    const large = await sends(attach, 'large.txt', 'x'.repeat(10 * 2 ** 20 + 1));
    expect([large.status, (await large.text()).includes('10 MB or smaller')]).toEqual([413, true]);
    expect((await posts(attach, {})).status).toBe(422);
    const taken = await sends(attach, '../../in\u202evoice.txt', '<script>alert(1)</script>');
    expect(taken.status).toBe(303);
    const page = await text(origin + path);
    const [link = ''] = /\/findings\/\w+\/attachments\/[0-9a-f-]{36}/.exec(page) ?? [];
    const file = await fetch(origin + link);
    expect(await file.text()).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-disposition': `attachment; filename="invoice.txt"; filename*=UTF-8''invoice.txt`,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
    });
    expect((await posts(`${origin}${link}/remove`, {})).status).toBe(422);
    expect((await posts(`${origin}${link}/remove`, { reason: 'The wrong child.' })).status).toBe(
      303,
    );
    expect((await fetch(origin + link)).status).toBe(404);
    expect((await posts(`${origin}${link}/remove`, { reason: 'Again' })).status).toBe(409);
    const after = await text(origin + path);
    expect(after).toContain('removed the attachment invoice.txt');
    expect(after).toContain('The wrong child.');
    const director = await served('Director of children’s services');
    expect(await text(director + path)).toContain('Priya Nair downloaded invoice.txt');
    expect(after).not.toContain('downloaded');
  });

  describe.skipIf(!browserAvailable())('in a browser', () => {
    async function opened(looking: object): Promise<Page> {
      const origin = await served(officer);
      return (await lookingAt(browser, origin, looking)).newPage();
    }

    test.each([
      ['a desk', { width: WIDE }],
      ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
    ])(
      'shows all that happened, with forty notes, on %s',
      async (_name, looking) => {
        const origin = await served(officer);
        for (let at = 0; at < 20; at += 1) {
          await posts(`${origin}${path}/notes/new`, {
            note: `Note ${at} ${'averylongword'.repeat(12)}`,
          });
        }
        const page = await opened(looking);
        await new PageObject(page, { path, title: HEADING + SUFFIX, heading: HEADING }).visit();
        for (const form of ['notes', 'attachments']) {
          const heading = form === 'notes' ? 'Add a note' : 'Attach a file';
          const at = { path: `${path}/${form}/new`, title: heading + SUFFIX, heading };
          await new PageObject(page, at).visit();
        }
        await page.context().close();
      },
      180_000,
    );

    test('is walked and written on by keyboard', async () => {
      const page = await opened({ width: WIDE });
      await page.goto(path);
      await page.getByRole('tab', { name: /^Where/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('#notes').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Add a note' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/notes\/new$/);
      await page.getByLabel('Note', { exact: true }).fill('By keyboard');
      await page.getByRole('button', { name: 'Add the note' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#notes$/);
      expect(await page.locator('#notes').isVisible()).toBe(true);
      await page.context().close();
    });
  });

  test('is not there for who may not see the child, nor are its notes and files', async () => {
    const manager = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    const second = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    await restrict(ground, 'A', 'A500', [manager, second]);
    const origin = await served(officer);
    expect((await fetch(origin + path)).status).toBe(404);
    expect((await posts(`${origin}${path}/notes/new`, { note: 'x' })).status).toBe(404);
    expect((await fetch((await served(manager)) + path)).status).toBe(200);
    // Whoever looked at the case or took a file of it is found by the child, and hidden with the child.
    const onTrail = (reader: Person) =>
      seenBy(ground, reader, new Date()).read('A', (tx) =>
        tx.rows(
          `select distinct action, row_key ->> 'child_id' from audit_entry
           where authority_id = $1 and row_key ->> 'case_key' = $2
             and action in ('view', 'export') and person_id <> $3 order by action`,
          ['A', path.split('/').at(-1), reader.personId],
        ),
      );
    expect(await onTrail(manager)).toEqual([
      ['export', 'A500'],
      ['view', 'A500'],
    ]);
    expect(await onTrail(await addPerson(ground, 'A', 'Joan Blake', 'Administrator'))).toEqual([]);
  });
});
