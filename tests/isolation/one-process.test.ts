import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addOrChangeAuthority, createAuthority } from '../../src/platform/database/authorities.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { formTokenOf } from '../../src/platform/http/form-token.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { EVERY_OPEN_ROUTE, EVERY_ROUTE } from '../support/every-route.ts';
import { addressesOf, type Identifiers, identifiersOf } from '../support/identifiers.ts';
import { ALDER, addMarkedCouncils, BIRCH, CEDAR, SHARED_CHILD } from '../support/marked-council.ts';
import { API_ROUTES } from '../support/open-wings.ts';
import { keysOf, type ServedCouncils, servedCouncils } from '../support/served-councils.ts';
import { fingerprintOf } from './a-row-in-each.ts';

const PAGES = EVERY_ROUTE.filter(({ method }) => method === 'GET');
const FORMS = EVERY_ROUTE.filter(({ method }) => method === 'POST');
const ANY_MARK = /ALDERMARK|BIRCHMARK|CEDARMARK/;
const NOWHERE = 'nowhere.localhost';
const COUNCILS = [
  { ...ALDER, host: 'alder.localhost', colour: '#5a2d6b', others: /BIRCHMARK|CEDARMARK/ },
  { ...BIRCH, host: 'birch.localhost', colour: '#00442a', others: /ALDERMARK|CEDARMARK/ },
  { ...CEDAR, host: 'cedar.localhost', colour: undefined, others: /ALDERMARK|BIRCHMARK/ },
] as const;
const [alder, birch] = COUNCILS;

type Keys = Awaited<ReturnType<typeof keysOf>>;

describeOnBothDatabases('three councils in one process', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let served: ServedCouncils;
  let forged: Identifiers;
  const keys = new Map<string, Keys>();
  const keysFor = (code: string) => keys.get(code) as Keys;

  beforeAll(async () => {
    ground = await open();
    await addMarkedCouncils(ground, new Date());
    for (const { code, host, colour } of COUNCILS) {
      const change = { hostName: host, brandColour: colour };
      await addOrChangeAuthority(ground, code, change, 'set-up');
    }
    served = await servedCouncils(ground, { lookAgainMilliseconds: 50 });
    for (const { code } of COUNCILS) keys.set(code, await keysOf(ground, code));
    forged = await identifiersOf(ground, BIRCH);
  });
  afterAll(() => served?.stop());

  it('says how many it serves, and where each is', () => {
    expect(served.inWords).toContain('serves 3 councils, each at its own address');
    expect(served.inWords).not.toContain('localhost');
    for (const { host, mark } of COUNCILS) {
      expect(served.said).toContain(`${mark} Council is at http://${host}:${served.port}`);
    }
  });

  describe.each(COUNCILS)('at $host', ({ code, host, mark, colour, others }) => {
    it('shows its own people its own name, colour, records and address', async () => {
      const { session, token } = keysFor(code);
      const home = await served.ask(host, '/', { session });
      expect(home.status).toBe(200);
      expect(home.text).toContain(`${mark} Council</span>`);
      const [sheet] = /\/brand\/\w+\.css/.exec(home.text) ?? [];
      if (colour === undefined) expect(sheet).toBeUndefined();
      else expect((await served.ask(host, sheet ?? '')).text).toContain(colour);
      const child = await served.ask(host, `/children/${SHARED_CHILD}`, { session });
      expect(child.text).toContain(`${mark} House`);
      const api = await served.ask(host, '/api', { session });
      expect(api.text).toContain(`http://${host}`);
      const costs = await served.ask(host, '/api/v1/costs?weekEnding=2021-05-30', { token });
      expect(costs.text).toContain(mark);
      for (const { text } of [home, child, api, costs]) expect(text).not.toMatch(others);
    });

    it('the report asked for twice, by page and by program, is its own', async () => {
      const { session, token } = keysFor(code);
      for (let time = 0; time < 2; time += 1) {
        const page = await served.ask(host, '/report?week-ending=2021-05-30', { session });
        expect(page.text).toContain(`${mark} Council`);
        expect(page.text).not.toMatch(others);
        const path = '/api/v1/reports/placements?weekEnding=2021-05-30';
        const report = await served.ask(host, path, { token });
        expect(JSON.parse(report.text)).toMatchObject({ authority: { code } });
      }
    });

    it('lets in by its demonstration door its own people alone', async () => {
      const page = await served.ask(host, '/sign-in');
      expect(page.text).toContain(keysFor(code).personId);
      for (const other of COUNCILS) {
        const form = { person: keysFor(other.code).personId, return: '/' };
        const { headers } = await served.ask(host, '/sign-in/demonstration', { form });
        expect([other.code, headers['set-cookie'] !== undefined]).toEqual([
          other.code,
          other.code === code,
        ]);
      }
    });
  });

  it.each(PAGES.map(({ path }) => path))('another’s session opens nothing at %s', async (path) => {
    for (const address of addressesOf(path, forged)) {
      const { session } = keysFor(BIRCH.code);
      const { status, location, text } = await served.ask(alder.host, address, { session });
      expect([address, status, location.split('?')[0]]).toEqual([address, 303, '/sign-in']);
      expect(text).not.toMatch(ANY_MARK);
    }
  });

  it.each(PAGES.map(({ path }) => path))('nothing of another’s is shown at %s', async (path) => {
    for (const address of addressesOf(path, forged)) {
      const { session } = keysFor(ALDER.code);
      const { status, text } = await served.ask(alder.host, address, { session });
      expect(text.match(alder.others), address).toBeNull();
      expect(status, address).toBeLessThan(500);
    }
  });

  it.each(API_ROUTES.map(({ path }) => path))(
    'another’s token reads nothing at %s',
    async (path) => {
      const [address = ''] = addressesOf(path, forged);
      const asked = (host: string) =>
        served.ask(host, `/api/v1${address}`, { token: keysFor(BIRCH.code).token });
      expect((await asked(alder.host)).status).toBe(401);
      expect((await asked(birch.host)).status).not.toBe(401);
    },
  );

  it('another’s session and form token change nothing by any form', async () => {
    const before = await fingerprintOf(ground, ALDER.code);
    const [own, theirs] = [keysFor(ALDER.code).session, keysFor(BIRCH.code).session];
    const fields = { role: 'Auditor', reason: 'a forged form', action: 'save' };
    for (const { path } of FORMS) {
      const [address = ''] = addressesOf(path, forged);
      const ask = (session: string) =>
        served.ask(alder.host, address, {
          session,
          form: { 'form-token': formTokenOf(theirs), ...fields },
        });
      const bySession = await ask(theirs);
      expect([path, bySession.status, bySession.location]).toEqual([path, 303, '/sign-in']);
      expect([path, (await ask(own)).status]).toEqual([path, 403]);
    }
    expect(await fingerprintOf(ground, ALDER.code)).toEqual(before);
  });

  it('a colour is served at its own council’s address alone', async () => {
    const { text } = await served.ask(alder.host, '/sign-in');
    const [sheet = ''] = /\/brand\/\w+\.css/.exec(text) ?? [];
    expect((await served.ask(alder.host, sheet)).status).toBe(200);
    expect((await served.ask(birch.host, sheet)).status).toBe(404);
  });

  describe.each([NOWHERE, 'localhost', 'alder.localhost.example', 'xalder.localhost', '[::1]'])(
    'asked for %s, which is no council’s',
    (host) => {
      it('answers every address alike, and names no council', async () => {
        const { session, token } = keysFor(ALDER.code);
        for (const { path, method } of [...EVERY_ROUTE, ...EVERY_OPEN_ROUTE]) {
          const [address = ''] = addressesOf(path, { ...forged, token: ['x'] } as never);
          const form = method === 'POST' ? { form: { person: forged.person ?? '' } } : {};
          const { status, text, headers } = await served.ask(host, address, { session, ...form });
          expect([method, address, status]).toEqual([method, address, 404]);
          expect(text).toContain('No council is served at this address');
          expect(text).not.toMatch(ANY_MARK);
          expect(headers['set-cookie']).toBeUndefined();
        }
        const api = await served.ask(host, '/api/v1/children', { token });
        expect([api.status, api.headers['content-type']]).toEqual([
          404,
          'application/problem+json; charset=utf-8',
        ]);
        const wrong = await served.ask(host, '/%zz');
        expect(wrong.text).not.toMatch(ANY_MARK);
        expect(wrong.status).toBeLessThan(500);
        expect((await served.ask(host, '/assets/nothing.css')).status).toBe(404);
      });
    },
  );

  it('whoever watches the service asks by a name of the machine', async () => {
    expect((await served.ask('127.0.0.1', '/readyz')).text).toBe('ready\n');
    expect((await served.ask(NOWHERE, '/readyz')).status).toBe(404);
  });

  it('a host name is asked for in any case and by any port', async () => {
    for (const host of ['ALDER.localhost', 'alder.localhost:8443']) {
      expect((await served.ask(host, '/sign-in')).text).toContain(`${ALDER.mark} Council`);
    }
  });

  it('a council is served soon after it gets a host name, and no longer once it is taken', async () => {
    const council = { code: 'N9', name: 'Dogwood Council', areaCodes: [] };
    await createAuthority(ground, council, 'set-up');
    const at = async (host: string) => (await served.ask(host, '/sign-in')).text;
    const soon = { timeout: 10_000, interval: 30 };
    const set = (hostName: string | null) =>
      addOrChangeAuthority(ground, 'N9', { hostName }, 'set-up');
    await expect(set(alder.host)).rejects.toMatchObject({ code: 'host-name-taken' });
    await set('dogwood.localhost');
    await vi.waitFor(async () => {
      expect(await at('dogwood.localhost')).toContain('Dogwood Council');
    }, soon);
    // The council answers before its first person's link is printed.
    await vi.waitFor(() => {
      expect(served.said.join('\n')).toMatch(
        /open http:\/\/dogwood\.localhost:\d+\/sign-in\/first\//,
      );
    }, soon);
    await addOrChangeAuthority(ground, 'N9', { name: 'Elder Council' }, 'set-up');
    await vi.waitFor(async () => {
      expect(await at('dogwood.localhost')).toContain('Elder Council');
    }, soon);
    await set('elder.localhost');
    await vi.waitFor(async () => {
      expect(await at('elder.localhost')).toContain('Elder Council');
      expect(await at('dogwood.localhost')).not.toContain('Council</span>');
    }, soon);
    await set('dogwood.localhost');
    await vi.waitFor(async () => {
      expect(await at('dogwood.localhost')).toContain('Elder Council');
    }, soon);
    // The link that was printed for its first person is the one that works.
    expect(served.said.filter((line) => /sign-in\/first/.test(line))).toHaveLength(1);
    await set(null);
    await vi.waitFor(async () => {
      expect(await at('dogwood.localhost')).not.toContain('Council</span>');
    }, soon);
    expect(await at(birch.host)).toContain(`${BIRCH.mark} Council`);
  });
});
