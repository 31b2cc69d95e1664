import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ground } from '../../src/platform/database/ground.ts';
import { formTokenOf } from '../../src/platform/http/form-token.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { EVERY_OPEN_ROUTE, EVERY_ROUTE } from '../support/every-route.ts';
import { addressesOf, type Identifiers, identifiersOf, queriesOf } from '../support/identifiers.ts';
import { ALDER, addMarkedCouncils, BIRCH, CEDAR, SHARED_CHILD } from '../support/marked-council.ts';
import { API_ROUTES } from '../support/open-wings.ts';
import { type ServedCouncil, servedCouncil } from '../support/served-council.ts';
import { fingerprintOf } from './a-row-in-each.ts';

const PAGES = EVERY_ROUTE.filter(({ method }) => method === 'GET');
const FORMS = EVERY_ROUTE.filter(({ method }) => method === 'POST');
const OF_OTHERS = new RegExp(`${BIRCH.mark}|${CEDAR.mark}`);
/** What an address with another's identifier in it is answered. */
const NAMES_SOMETHING = /:(childId|importId|personId)/;

describeOnBothDatabases(
  'tries at another council through the service',
  ALL_MIGRATIONS,
  (open, thorough) => {
    let alder: ServedCouncil;
    let birch: ServedCouncil;
    let ground: Ground;
    let forged: Identifiers;

    beforeAll(async () => {
      ground = await open();
      await addMarkedCouncils(ground, new Date());
      alder = await servedCouncil(ground, ALDER.code);
      birch = await servedCouncil(ground, BIRCH.code);
      await birch.signIn();
      forged = await identifiersOf(ground, BIRCH);
    });
    afterAll(async () => {
      await alder?.stop();
      await birch?.stop();
    });

    it('would be seen: asked as its own, the council’s records have its mark', async () => {
      const session = await birch.signIn();
      const marked = new Set<string>();
      for (const { path } of PAGES) {
        for (const address of addressesOf(path, forged)) {
          for (const query of ['', '?week-ending=2021-05-30', `?name=${forged.name}`]) {
            const { text } = await birch.ask(address + query, session);
            // Every page has the council's name in its header.
            if (text.replaceAll(`${BIRCH.mark} Council`, '').includes(BIRCH.mark)) marked.add(path);
          }
        }
      }
      expect([...marked]).toEqual(
        expect.arrayContaining([
          ...['/children', '/children/:childId', '/children/file/:format', '/report'],
          ...['/report/file/:format', '/report/costs', '/report/costs/file/:format'],
          ...['/findings', '/findings/file/:format', '/audit/file/:format'],
          ...['/imports', '/imports/:importId', '/imports/file/:format', '/imports/columns/layout'],
        ]),
      );
    });

    describe.each(PAGES.map(({ path }) => path))('by %s', (path) => {
      it('show nothing of another’s, whatever is named', async () => {
        const session = await alder.signIn();
        for (const address of addressesOf(path, forged)) {
          for (const query of queriesOf(forged, thorough)) {
            const { status, text } = await alder.ask(address + query, session);
            expect(text.match(OF_OTHERS), address + query).toBeNull();
            expect(status, address + query).toBeLessThan(500);
            if (NAMES_SOMETHING.test(path)) expect([404, 400], address + query).toContain(status);
          }
        }
      });

      it('are not opened by another council’s session', async () => {
        const session = await birch.signIn();
        for (const address of addressesOf(path, forged)) {
          const { status, location } = await alder.ask(address, session);
          expect([address, status, location.split('?')[0]]).toEqual([address, 303, '/sign-in']);
        }
      });
    });

    it('would be seen by the API too', async () => {
      const token = await birch.makeToken();
      const { text } = await birch.askApi('/costs?weekEnding=2021-05-30', token);
      expect(text).toContain(BIRCH.mark);
    });

    describe.each(API_ROUTES.map(({ path }) => path))('by the API at %s', (path) => {
      it('show nothing of another’s, whatever is named', async () => {
        const token = await alder.makeToken();
        for (const address of addressesOf(path, forged)) {
          for (const query of [
            ...queriesOf(forged, thorough),
            '?weekEnding=2021-05-30',
            '?known=all',
          ]) {
            const { status, text } = await alder.askApi(address + query, token);
            expect(text.match(OF_OTHERS), address + query).toBeNull();
            expect([200, 404, 422], address + query).toContain(status);
            if (NAMES_SOMETHING.test(path) && status !== 422) expect(status).toBe(404);
          }
        }
      });

      it('are not opened by another council’s token', async () => {
        const token = await birch.makeToken();
        for (const address of addressesOf(path, forged)) {
          expect((await alder.askApi(address, token)).status).toBe(401);
        }
      });
    });

    it('show a child of the same identifier as it stands in the council’s own records', async () => {
      const { status, text } = await alder.ask(`/children/${SHARED_CHILD}`, await alder.signIn());
      expect(status).toBe(200);
      expect(text).toContain(`${ALDER.mark} House`);
      expect(text).not.toMatch(OF_OTHERS);
    });

    describe.each(FORMS.map(({ path }) => path))('by the form %s', (path) => {
      const fields = { role: 'Auditor', roles: 'Auditor', reason: 'a forged form', action: 'save' };

      it('change nothing of another’s, whatever is named', async () => {
        const before = await fingerprintOf(ground, BIRCH.code);
        for (const address of addressesOf(path, forged)) {
          const session = await alder.signIn();
          const { status, text } = await alder.send(address, session, { ...forged, ...fields });
          expect(text.match(OF_OTHERS), address).toBeNull();
          expect(status, address).toBeLessThan(500);
        }
        expect(await fingerprintOf(ground, BIRCH.code)).toEqual(before);
      });

      it('are not taken with another council’s session, nor with the token of its forms', async () => {
        const [own, theirs] = [await alder.signIn(), await birch.signIn()];
        const [address = ''] = addressesOf(path, forged);
        const bySession = await alder.send(address, theirs, fields);
        expect([bySession.status, bySession.location.split('?')[0]]).toEqual([303, '/sign-in']);
        const byToken = await alder.send(address, own, fields, formTokenOf(theirs));
        expect(byToken.status).toBe(403);
        expect(byToken.text).toContain('was not sent from this service');
      });
    });

    it.each(EVERY_OPEN_ROUTE.map(({ method, path }) => [method, path] as const))(
      'by signing in, %s %s, begin no session',
      async (method, path) => {
        const [address = ''] = addressesOf(path, forged);
        const answered =
          method === 'GET'
            ? await alder.ask(address, 'none')
            : await alder.send(address, 'none', { person: forged.person ?? '', return: '/' });
        expect(answered.text.match(OF_OTHERS), address).toBeNull();
        expect(answered.status, address).toBeLessThan(500);
        expect(answered.location, address).not.toBe('/');
      },
    );
  },
);
