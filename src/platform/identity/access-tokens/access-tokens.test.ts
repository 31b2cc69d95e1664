import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  REAL_COUNCIL,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../../tests/support/identity-service.tsx';
import { PERMISSIONS } from '../../../../tests/support/open-wings.ts';
import { changeSettings } from '../../database/authority-settings.ts';
import type { Ground } from '../../database/ground.ts';
import type { TokenGate } from '../../http/api/token-gate.ts';
import { demonstrationPeople } from '../demonstration/door.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { identityPaths } from '../paths.ts';
import { tokenGateOf } from './token-gate.ts';

const DAY = 24 * 60;

describeOnBothDatabases('access tokens', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let gate: TokenGate;
  const clock = new Clock();
  beforeAll(async () => {
    ground = await open();
    await withBothKindsOfCouncil(ground, clock);
    gate = tokenGateOf({ ground, authority: 'D1', now: clock.now });
  });

  async function signedIn(name: string): Promise<Visitor> {
    const visitor = new Visitor(await identityService(ground, DEMONSTRATION_COUNCIL, clock));
    await visitor.signInAs(name);
    return visitor;
  }

  async function make(visitor: Visitor, fields: Readonly<Record<string, string>> = {}) {
    const usual = { name: 'Power BI', scopes: 'see children' };
    const token = await visitor.formToken();
    return visitor.post(identityPaths.accessTokens, { ...usual, ...fields, 'form-token': token });
  }

  const secretIn = (body: string) => /wellplaced_[\w-]{43}/.exec(body)?.[0] ?? '';
  let made = 0;
  const secretOf = async (visitor: Visitor) => {
    made += 1;
    return secretIn((await make(visitor, { name: `Power BI ${made}` })).body);
  };
  const works = async (secret: string) => (await gate.holderOf(secret)) !== undefined;

  async function idOf(name: string): Promise<string> {
    const people = await demonstrationPeople(ground, 'D1');
    return people.find((person) => person.name === name)?.personId ?? '';
  }

  test('are for who is signed in, and offer only what the person may do now', async () => {
    const stranger = new Visitor(await identityService(ground, DEMONSTRATION_COUNCIL, clock));
    expect((await stranger.get(identityPaths.accessTokens)).statusCode).toBe(303);
    const member = await signedIn('Councillor Alan Frith');
    const { body } = await member.get(identityPaths.accessTokens);
    const offered = [...body.matchAll(/name="scopes" type="checkbox" value="([^"]+)"/g)];
    expect(offered.map(([, scope]) => scope)).toEqual(['see definitions', 'see placements report']);
    expect((await make(member, { scopes: 'see a child' })).statusCode).toBe(422);
    expect((await make(member, { scopes: 'manage people' })).statusCode).toBe(422);
  });

  test('say everything that is wrong at once, and keep what was typed', async () => {
    const visitor = await signedIn('Priya Nair');
    const token = await visitor.formToken();
    const fields = { name: 'x', days: '400', 'form-token': token };
    const { statusCode, body } = await visitor.post(identityPaths.accessTokens, fields);
    expect(statusCode).toBe(422);
    for (const problem of ['Enter what the token is for', 'at least one', 'how long the token']) {
      expect(body).toContain(problem);
    }
    expect(body).toContain('value="x"');
  });

  test('have a name of their own, as long as they work', async () => {
    const named = async (name: string) =>
      make(await signedIn('Farah Siddiqui'), { name, scopes: 'see definitions' });
    expect((await named('Dashboard')).statusCode).toBe(200);
    const again = await named('dashboard');
    expect([again.statusCode, secretIn(again.body)]).toEqual([422, '']);
    expect(again.body).toContain('You have a token of this name that works');
    clock.pass(90 * DAY);
    expect((await named('Dashboard')).statusCode).toBe(200);
  });

  test('are shown once; the database holds a hash, and the trail not even that', async () => {
    const visitor = await signedIn('Priya Nair');
    const answer = await make(visitor);
    const secret = secretIn(answer.body);
    expect([answer.statusCode, secret.length]).toEqual([200, 54]);
    expect((await visitor.get(identityPaths.accessTokens)).body).not.toContain(secret);
    const stored = await ground.read<IdentityTables, string>('D1', async (tx) => {
      const tokens = await tx.rows('select * from access_token where authority_id = $1', ['D1']);
      const trail = await tx.rows(
        `select actor, reason, after from audit_entry
         where authority_id = $1 and table_name = 'access_token' and actor = 'Priya Nair'`,
        ['D1'],
      );
      expect(trail.at(-1)?.slice(0, 2)).toEqual(['Priya Nair', 'made an access token']);
      expect(JSON.stringify(trail)).toContain('"token_hash":"withheld"');
      return JSON.stringify([tokens, trail]);
    });
    expect(stored).not.toContain(secret);
  });

  test('count for their scopes alone, and for those only while the person holds them', async () => {
    const officer = await signedIn('Owen Blackwood');
    const secret = await secretOf(officer);
    const may = async (permission: 'see children' | 'see a child') => {
      const holder = await gate.holderOf(secret);
      return holder !== undefined && PERMISSIONS.mayDo(holder.person.roles, permission);
    };
    expect([await may('see children'), await may('see a child')]).toEqual([true, false]);
    const personId = await idOf('Owen Blackwood');
    await ground.transaction<IdentityTables, void>(
      { authority: 'D1', actor: 'Joan Blake', reason: 'moved on' },
      async (tx) => {
        await tx.db
          .updateTable('person_role')
          .set({ withdrawn_at: clock.now() })
          .where('authority_id', '=', 'D1')
          .where('person_id', '=', personId)
          .execute();
      },
    );
    expect(await may('see children')).toBe(false);
  });

  test('end on their day, and never later than a year', async () => {
    const visitor = await signedIn('Mei Tanaka');
    const usual = await secretOf(visitor);
    const week = secretIn((await make(visitor, { days: '7' })).body);
    clock.pass(7 * DAY - 1);
    expect([await works(usual), await works(week)]).toEqual([true, true]);
    clock.pass(1);
    expect([await works(usual), await works(week)]).toEqual([true, false]);
    clock.pass(83 * DAY);
    expect(await works(usual)).toBe(false);
    const longer = ground.transaction<IdentityTables, unknown>(
      { authority: 'D1', actor: 'somebody', reason: 'by hand' },
      (tx) =>
        tx.rows(
          `update access_token set expires_at = created_at + interval '400 days'
           where authority_id = $1`,
          ['D1'],
        ),
    );
    await expect(longer).rejects.toThrow(/check/);
  });

  test('are revoked by their own person; another’s are not found', async () => {
    const one = await signedIn('Sam Okafor');
    const other = await signedIn('Ruth Adeyemi');
    const secret = await secretOf(one);
    const { body } = await one.get(identityPaths.accessTokens);
    const tokenId = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const revoke = async (visitor: Visitor, token: string) =>
      visitor.post(identityPaths.revokeAccessToken, {
        token,
        'form-token': await visitor.formToken(),
      });
    expect((await revoke(other, tokenId)).statusCode).toBe(404);
    expect((await revoke(one, 'nonsense')).statusCode).toBe(404);
    expect(await works(secret)).toBe(true);
    expect((await revoke(one, tokenId)).statusCode).toBe(303);
    expect(await works(secret)).toBe(false);
  });

  test('are seen by administrators on the person’s page, and revoked there', async () => {
    const secret = await secretOf(await signedIn('Helen Marsh'));
    const personId = await idOf('Helen Marsh');
    const auditor = await signedIn('Gareth Pugh');
    const seen = (await auditor.get(identityPaths.person(personId))).body;
    expect([seen.includes('Power BI'), seen.includes('Revoke')]).toEqual([true, false]);
    const administrator = await signedIn('Joan Blake');
    const { body } = await administrator.get(identityPaths.person(personId));
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const path = identityPaths.revokeAccessTokenOf(personId);
    const formToken = await administrator.formToken();
    await administrator.post(path, { token, 'form-token': formToken });
    expect(await works(secret)).toBe(false);
  });

  test('end when the person signs out everywhere, is signed out, or leaves', async () => {
    const own = await signedIn('Tomasz Zielinski');
    const first = await secretOf(own);
    await own.post(identityPaths.endAllSessions, { 'form-token': await own.formToken() });
    const second = await secretOf(await signedIn('Tomasz Zielinski'));
    const administrator = await signedIn('Joan Blake');
    const path = identityPaths.endSessionsOf(await idOf('Tomasz Zielinski'));
    expect([await works(first), await works(second)]).toEqual([false, true]);
    await administrator.post(path, { 'form-token': await administrator.formToken() });
    const third = await secretOf(await signedIn('Tomasz Zielinski'));
    expect([await works(second), await works(third)]).toEqual([false, true]);
    await ground.transaction<IdentityTables, unknown>(
      { authority: 'D1', actor: 'Joan Blake', reason: 'left the council' },
      (tx) =>
        tx.rows(`update person set left_at = $2 where authority_id = $1 and name = $3`, [
          'D1',
          clock.now(),
          'Tomasz Zielinski',
        ]),
    );
    expect(await works(third)).toBe(false);
  });

  test('rest when their person has not signed in for as long as the council sets, and wake when they do', async () => {
    const visitor = await signedIn('Daniel Osei');
    const secret = secretIn((await make(visitor, { days: '365' })).body);
    const rests = async () => [await works(secret), await gate.rests(secret)];
    clock.pass(30 * DAY - 1);
    expect(await rests()).toEqual([true, false]);
    clock.pass(1);
    expect(await rests()).toEqual([false, true]);
    const administrator = await signedIn('Joan Blake');
    const person = identityPaths.person(await idOf('Daniel Osei'));
    expect((await administrator.get(person)).body).toContain(
      'rest until their person signs in again',
    );
    const again = await signedIn('Daniel Osei');
    expect(await rests()).toEqual([true, false]);
    expect((await again.get(identityPaths.accessTokens)).body).toMatch(
      /rest from [^<]*, 30 days after the last sign-in/,
    );
    await ground.transaction<IdentityTables, void>(
      { authority: 'D1', actor: 'Joan Blake', reason: 'a shorter time' },
      (tx) => changeSettings(tx, { tokenRestDays: 7 }),
    );
    clock.pass(7 * DAY);
    expect(await rests()).toEqual([false, true]);
    // What is over, revoked or nobody's does not rest: it is gone.
    expect(await gate.rests(secretIn('wellplaced_none'))).toBe(false);
    clock.pass(365 * DAY);
    expect(await rests()).toEqual([false, false]);
    await ground.transaction<IdentityTables, void>(
      { authority: 'D1', actor: 'Joan Blake', reason: 'as it was' },
      (tx) => changeSettings(tx, { tokenRestDays: 30 }),
    );
  });

  test('are of one council, and no session’s secret is one', async () => {
    const visitor = await signedIn('Gareth Pugh');
    const secret = await secretOf(visitor);
    const elsewhere = tokenGateOf({ ground, authority: REAL_COUNCIL.code, now: clock.now });
    expect([await works(secret), await elsewhere.holderOf(secret)]).toEqual([true, undefined]);
    expect(await works(visitor.cookies.get('wellplaced-session') ?? '')).toBe(false);
    expect(await works('')).toBe(false);
  });

  test('open no page', async () => {
    const secret = await secretOf(await signedIn('Gareth Pugh'));
    const server = await identityService(ground, DEMONSTRATION_COUNCIL, clock);
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await server.inject({ url: '/people', headers });
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/sign-in?return=%2Fpeople',
    ]);
    const cookies = { 'wellplaced-session': secret };
    expect((await server.inject({ url: '/people', cookies })).statusCode).toBe(303);
  });
});
