import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ground } from '../../src/platform/database/ground.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { EVERY_OPEN_ROUTE, EVERY_ROUTE } from '../support/every-route.ts';
import { addressesOf, type Identifiers, identifiersOf, queriesOf } from '../support/identifiers.ts';
import { addMarkedCouncils, BIRCH } from '../support/marked-council.ts';
import { type Answered, type ServedCouncil, servedCouncil } from '../support/served-council.ts';

/** What a page may load and where its forms may lead: this service alone. */
const POLICY =
  "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'";

/** What a file may, which is saved and not shown. */
const OF_A_FILE = "default-src 'none'; sandbox";

/** Code or style written into a page, which the policy would not run, or something fetched from elsewhere. */
const WRITTEN_IN =
  /<script(?![^>]*\ssrc=)|<style|\sstyle="|\son[a-z]+="|(?:href|src|action)="(?:javascript:|data:text|(?:https?:)?\/\/)/gi;

function expectSafe({ headers, text }: Answered, address: string): void {
  const kind = headers.get('content-type') ?? '';
  expect(headers.get('x-content-type-options'), address).toBe('nosniff');
  expect(headers.get('x-frame-options'), address).toBe('DENY');
  expect(headers.get('referrer-policy'), address).toBe('no-referrer');
  expect(headers.get('cache-control'), address).toBe('no-store');
  expect(headers.get('x-powered-by'), address).toBeNull();
  const saved = headers.get('content-disposition') ?? '';
  const policy = saved === '' ? POLICY : OF_A_FILE;
  expect(headers.get('content-security-policy'), address).toBe(policy);
  if (saved !== '') expect(saved, address).toMatch(/^attachment; filename="[\w. -]+"/);
  if (kind.startsWith('text/html') && saved === '')
    expect(text.match(WRITTEN_IN), address).toBeNull();
}

describeOnBothDatabases('every answer', ALL_MIGRATIONS, (open, thorough) => {
  let ground: Ground;
  let served: ServedCouncil;
  let own: Identifiers;
  let session: string;

  beforeAll(async () => {
    ground = await open();
    await addMarkedCouncils(ground, new Date());
    served = await servedCouncil(ground, BIRCH.code);
    session = await served.signIn();
    own = await identifiersOf(ground, BIRCH);
  });
  afterAll(() => served?.stop());

  it.each(EVERY_ROUTE.filter(({ method }) => method === 'GET').map(({ path }) => path))(
    'of %s allows nothing from elsewhere and nothing written in',
    async (path) => {
      for (const address of addressesOf(path, own)) {
        for (const query of [...queriesOf(own, thorough), '?page=x&week-ending=never']) {
          expectSafe(await served.ask(address + query, session), address + query);
        }
        expectSafe(await served.ask(address, 'nobody'), `${address}, signed out`);
      }
    },
  );

  it('of no route is a fault when a null character is sent', async () => {
    for (const { method, path } of [...EVERY_ROUTE, ...EVERY_OPEN_ROUTE]) {
      const [address = ''] = addressesOf(path, own);
      const asked = await served.ask(`${address}?search=%00&child=x%00`, session);
      expect([address, asked.status]).toEqual([address, method === 'GET' ? 400 : asked.status]);
      expect(asked.status, address).toBeLessThan(500);
      if (method === 'GET') continue;
      const sent = await served.send(address, session, { reason: 'a\0b', name: '\0' });
      expect([address, sent.status]).toEqual([address, 400]);
      expectSafe(sent, address);
    }
  });

  it.each(EVERY_OPEN_ROUTE.filter(({ method }) => method === 'GET').map(({ path }) => path))(
    'of %s, where nobody is signed in, allows no more',
    async (path) => {
      for (const address of addressesOf(path, own)) {
        expectSafe(await served.ask(`${address}?return=//elsewhere.example`, ''), address);
      }
    },
  );

  it.each([
    ['/nowhere', 404],
    ['/children/%ff', 400],
    ['/children/%00', 400],
    ['/children?search=%2Fe%00&area=in', 400],
    ['/children/<script>alert(1)</script>', 404],
    [`/children?search=${encodeURIComponent('"><img src=//elsewhere.example>')}`, 200],
    [`/imports/new?reason=${encodeURIComponent('" onfocus="alert(1)')}`, 200],
    [`/sign-in?return=${encodeURIComponent('javascript:alert(1)')}`, 303],
  ])('to %s is as safe', async (address, status) => {
    const answered = await served.ask(address, session);
    expect(answered.status).toBe(status);
    expectSafe(answered, address);
  });

  describe.each(EVERY_ROUTE.filter(({ method }) => method === 'POST').map(({ path }) => path))(
    'to a form for %s',
    (path) => {
      const refused = async (init: RequestInit) => {
        const [address = ''] = addressesOf(path, own);
        const answered = await served.request(address, session, { method: 'POST', ...init });
        expectSafe(answered, address);
        return answered.status;
      };

      it('without the session’s token is a refusal, and so to one sent from another site', async () => {
        const form = new URLSearchParams({ reason: 'a forged form' });
        expect(await refused({ body: form })).toBe(403);
        const headers = { 'sec-fetch-site': 'cross-site' };
        expect(await refused({ body: form, headers })).toBe(403);
        expect(
          await refused({ body: form, headers: { origin: 'https://elsewhere.example' } }),
        ).toBe(403);
      });

      it('far too large, or no form at all, is a refusal', async () => {
        const body = new URLSearchParams({ reason: 'x'.repeat(2_000_000) });
        expect(await refused({ body })).toBe(413);
        const headers = { 'content-type': 'application/xml' };
        expect(await refused({ body: '<form/>', headers })).toBe(415);
      });
    },
  );
});
