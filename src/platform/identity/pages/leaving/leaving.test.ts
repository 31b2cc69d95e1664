import { beforeEach, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../../../tests/support/identity-service.tsx';
import { PERMISSIONS } from '../../../../../tests/support/open-wings.ts';
import type { Ground } from '../../../database/ground.ts';
import { tokenGateOf } from '../../access-tokens/token-gate.ts';
import { demonstrationPeople } from '../../demonstration/door.ts';
import { newFirstPersonLink } from '../../first-person/link.ts';
import { signInByLink } from '../../first-person/machine-user.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import type { Holdings } from '../../leaving/holdings.ts';
import { bringBack, endAccess } from '../../leaving/leave.ts';
import { identityPaths } from '../../paths.ts';
import { peopleWhoMay } from '../../people-who-may.ts';
import { signInByProvider } from '../../provider/sign-in.ts';
import { addMapping } from '../../role-mapping.ts';

const ENDED = { reason: 'last day at work', understood: 'yes' };

describeOnBothDatabases('somebody who leaves', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let clock: Clock;
  let handed: unknown[][];
  let ids: Map<string, string>;

  /** Waiting work that somebody who may see findings must take over. */
  const waitingWork: Holdings = {
    of: async (_tx, { name }) =>
      name === 'Mei Tanaka'
        ? [{ what: 'Two tasks', becomes: 'They go on.', successorMust: 'see findings' }]
        : [],
    handOver: async (_tx, { from, to }) => {
      handed.push([from.name, to?.name]);
    },
  };

  beforeEach(async () => {
    ground = await open();
    clock = new Clock();
    handed = [];
    await withBothKindsOfCouncil(ground, clock);
    const people = await demonstrationPeople(ground, 'D1');
    ids = new Map(people.map(({ name, personId }) => [name, personId]));
  });

  const idOf = (name: string) => ids.get(name) ?? '';

  async function signedIn(name: string): Promise<Visitor> {
    const identity = { holdings: [waitingWork] };
    const server = await identityService(ground, DEMONSTRATION_COUNCIL, clock, { identity });
    const visitor = new Visitor(server);
    await visitor.signInAs(name);
    return visitor;
  }

  async function sent(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>) {
    return visitor.post(path, { ...fields, 'form-token': await visitor.formToken() });
  }
  const ends = (visitor: Visitor, name: string, fields: Readonly<Record<string, string>> = ENDED) =>
    sent(visitor, identityPaths.leave(idOf(name)), fields);

  async function makeAdministrator(name: string): Promise<void> {
    const joan = await signedIn('Joan Blake');
    const answer = await sent(joan, identityPaths.giveRoles(idOf(name)), {
      roles: 'Administrator',
      reason: 'a second administrator',
    });
    expect(answer.statusCode).toBe(303);
  }

  async function tokenOf(visitor: Visitor): Promise<string> {
    const { body } = await sent(visitor, identityPaths.accessTokens, {
      name: 'Power BI',
      scopes: 'see children',
    });
    return /wellplaced_[\w-]{43}/.exec(body)?.[0] ?? '';
  }

  const one = (sql: string, ...values: unknown[]) =>
    ground.read<IdentityTables, unknown[][]>('D1', (tx) => tx.rows(sql, ['D1', ...values]));

  test('is ended by nobody but an administrator, who is told what happens', async () => {
    const auditor = await signedIn('Gareth Pugh');
    expect((await auditor.get(identityPaths.leave(idOf('Priya Nair')))).statusCode).toBe(403);
    expect((await ends(auditor, 'Priya Nair')).statusCode).toBe(403);
    await tokenOf(await signedIn('Priya Nair'));
    const administrator = await signedIn('Joan Blake');
    const { body } = await administrator.get(identityPaths.leave(idOf('Priya Nair')));
    for (const said of ['1 session is ended', '1 access token is revoked', 'Placements officer']) {
      expect(body).toContain(said);
    }
    const wrong = await ends(administrator, 'Priya Nair', { reason: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Enter the reason');
    expect(wrong.body).toContain('Tick that you want to end');
  });

  test('is out at once: session, token, roles, door and pickers; the past stays', async () => {
    const leaver = await signedIn('Priya Nair');
    const token = await tokenOf(leaver);
    const gate = tokenGateOf({ ground, authority: 'D1', now: clock.now });
    expect(await gate.holderOf(token)).toBeDefined();
    const administrator = await signedIn('Joan Blake');
    expect((await ends(administrator, 'Priya Nair')).statusCode).toBe(303);

    expect((await leaver.get('/account')).statusCode).toBe(303);
    expect([await gate.holderOf(token), await gate.rests(token)]).toEqual([undefined, false]);
    expect((await demonstrationPeople(ground, 'D1')).map(({ name }) => name)).not.toContain(
      'Priya Nair',
    );
    const again = await new Visitor(
      await identityService(ground, DEMONSTRATION_COUNCIL, clock),
    ).post('/sign-in/demonstration', { person: idOf('Priya Nair'), return: '/' });
    expect([again.statusCode, again.cookies]).toEqual([404, []]);
    const who = await ground.read<IdentityTables, readonly { name: string }[]>('D1', (tx) =>
      peopleWhoMay(tx, PERMISSIONS, 'see a child'),
    );
    expect(who.map(({ name }) => name)).not.toContain('Priya Nair');
    const id = idOf('Priya Nair');
    expect(
      await one(
        `select (select count(*)::int from session where authority_id = $1 and person_id = $2 and ended_at is null),
          (select count(*)::int from access_token where authority_id = $1 and person_id = $2 and revoked_at is null),
          (select count(*)::int from person_role where authority_id = $1 and person_id = $2 and withdrawn_at is null)`,
        id,
      ),
    ).toEqual([[0, 0, 0]]);
    const trail = await one(
      `select distinct actor, reason, table_name, action from audit_entry
       where authority_id = $1 and reason = 'last day at work' order by table_name, action`,
    );
    expect(trail).toEqual(
      [
        ['access_token', 'update'],
        ['person', 'update'],
        ['person_leaving', 'insert'],
        ['person_role', 'update'],
        ['session', 'update'],
      ].map((what) => ['Joan Blake', 'last day at work', ...what]),
    );
    const made = await one(
      `select count(*)::int from audit_entry where authority_id = $1 and actor = 'Priya Nair'`,
    );
    expect(Number(made[0]?.[0])).toBeGreaterThan(0);
  });

  test('stands in the list of those who left, with when, by whom and why, and not among the others', async () => {
    const administrator = await signedIn('Joan Blake');
    await ends(administrator, 'Priya Nair');
    const link = identityPaths.person(idOf('Priya Nair'));
    const listed = async (query: string) =>
      (await administrator.get(`/people${query}`)).body.includes(`href="${link}"`);
    expect([await listed(''), await listed('?show=left'), await listed('?show=all')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await listed('?show=nonsense')).toBe(false);
    const { body } = await administrator.get(link);
    expect(body).toContain('by Joan Blake: last day at work');
    expect(body).toContain('Bring this person back');
    expect(body).not.toContain('Save roles');
    const given = await sent(administrator, identityPaths.giveRoles(idOf('Priya Nair')), {
      roles: 'Auditor',
      reason: 'by mistake',
    });
    expect([given.statusCode, given.body.includes('has been ended already')]).toEqual([409, true]);
    expect((await ends(administrator, 'Priya Nair')).statusCode).toBe(409);
  });

  test('is nobody’s own doing, and never the last administrator', async () => {
    const joan = await signedIn('Joan Blake');
    const alone = await ends(joan, 'Joan Blake');
    expect([alone.statusCode, alone.body.includes('is the only administrator')]).toEqual([
      409,
      true,
    ]);
    await makeAdministrator('Gareth Pugh');
    const own = await ends(joan, 'Joan Blake');
    expect([own.statusCode, own.body.includes('Ask another administrator: Gareth Pugh.')]).toEqual([
      409,
      true,
    ]);
    expect((await ends(await signedIn('Gareth Pugh'), 'Joan Blake')).statusCode).toBe(303);
    expect((await joan.get('/people')).statusCode).toBe(303);
  });

  test('is one of two administrators who end each other in the same moment, never both', async () => {
    await makeAdministrator('Gareth Pugh');
    const ending = (by: string, whom: string) =>
      ground.transaction<IdentityTables, void>(
        { authority: 'D1', actor: by, reason: 'a quarrel' },
        (tx) =>
          endAccess(
            tx,
            { personId: idOf(whom), by: idOf(by), reason: 'a quarrel', now: clock.now() },
            { holdings: [], permissions: PERMISSIONS },
          ),
      );
    const outcomes = await Promise.allSettled([
      ending('Joan Blake', 'Gareth Pugh'),
      ending('Gareth Pugh', 'Joan Blake'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'no-longer-administrator' });
    expect(
      await one('select count(*)::int from person where authority_id = $1 and left_at is not null'),
    ).toEqual([[1]]);
  });

  test('leaves work to somebody who can do it, or stays', async () => {
    const administrator = await signedIn('Joan Blake');
    const { body } = await administrator.get(identityPaths.leave(idOf('Mei Tanaka')));
    const offered = [...body.matchAll(/<option value="([^"]+)"/g)].map(([, id]) => id);
    expect(offered).toContain(idOf('Sam Okafor'));
    expect(offered).not.toContain(idOf('Councillor Alan Frith'));
    expect(offered).not.toContain(idOf('Mei Tanaka'));
    expect(offered).not.toContain(idOf('Joan Blake'));
    for (const successor of ['', idOf('Councillor Alan Frith'), idOf('Joan Blake')]) {
      const answer = await ends(administrator, 'Mei Tanaka', { ...ENDED, successor });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Somebody must take over: two tasks');
    }
    expect(handed).toEqual([]);
    const done = await ends(administrator, 'Mei Tanaka', {
      ...ENDED,
      successor: idOf('Sam Okafor'),
    });
    expect([done.statusCode, handed]).toEqual([303, [['Mei Tanaka', 'Sam Okafor']]]);
  });

  test('comes back as somebody who can sign in and holds nothing', async () => {
    const leaver = await signedIn('Priya Nair');
    const token = await tokenOf(leaver);
    const administrator = await signedIn('Joan Blake');
    await ends(administrator, 'Priya Nair');
    // A sign-in that was under way when the access was ended.
    const id = idOf('Priya Nair');
    await ground.transaction<IdentityTables, void>(
      { authority: 'D1', actor: 'Wellplaced', reason: 'came from the provider' },
      async (tx) => {
        await tx.rows(
          `update person_role set withdrawn_at = null where authority_id = $1 and person_id = $2`,
          ['D1', id],
        );
        await tx.rows(
          `update session set ended_at = null where authority_id = $1 and person_id = $2`,
          ['D1', id],
        );
      },
    );
    expect((await leaver.get('/account')).statusCode).toBe(303);
    const back = await sent(administrator, identityPaths.comeBack(id), { reason: 'a new post' });
    expect(back.statusCode).toBe(303);
    expect((await leaver.get('/account')).statusCode).toBe(303);
    const gate = tokenGateOf({ ground, authority: 'D1', now: clock.now });
    expect(await gate.holderOf(token)).toBeUndefined();
    const anew = await signedIn('Priya Nair');
    expect((await anew.get('/account')).body).toContain('No role yet');
    const { body } = await administrator.get(identityPaths.person(id));
    expect(body).toMatch(/Brought back on .* by Joan Blake: a new post/);
    expect(
      (await sent(administrator, identityPaths.comeBack(id), { reason: 'again' })).statusCode,
    ).toBe(409);
  });

  test('is not let in by the provider or by a printed link, whatever they say', async () => {
    const vouched = {
      person: {
        issuer: 'https://id.example',
        subject: '42',
        name: 'Ada Lovell',
        email: undefined,
        claimed: ['placements'],
      },
      idToken: undefined,
    };
    const cameIn = () =>
      signInByProvider(
        ground,
        'D1',
        { vouched, browser: '', instead: undefined, firstPersonToken: undefined },
        clock.now(),
      );
    await ground.transaction<IdentityTables, void>(
      { authority: 'D1', actor: 'a test', reason: 'mapped' },
      (tx) => addMapping(tx, { claimValue: 'placements', role: 'Placements officer' }),
    );
    expect(await cameIn()).toBeDefined();
    const link = async () => ({
      token: await newFirstPersonLink(ground, 'D1', clock.now()),
      user: 'operator',
      browser: '',
      instead: undefined,
    });
    expect(await signInByLink(ground, 'D1', await link(), clock.now())).toMatchObject({
      kind: 'in',
    });
    const rows = await one(
      `select name, person_id from person where authority_id = $1 and name in ('Ada Lovell', 'operator')`,
    );
    const change = { by: idOf('Joan Blake'), reason: 'left', now: clock.now() };
    const acting = { authority: 'D1', actor: 'Joan Blake', reason: 'left' };
    for (const [, personId] of rows) {
      await ground.transaction<IdentityTables, void>(acting, (tx) =>
        endAccess(
          tx,
          { ...change, personId: String(personId) },
          { holdings: [], permissions: PERMISSIONS },
        ),
      );
    }
    expect(await cameIn()).toBeUndefined();
    expect(await signInByLink(ground, 'D1', await link(), clock.now())).toEqual({ kind: 'left' });
    const ada = rows.find(([name]) => name === 'Ada Lovell');
    await ground.transaction<IdentityTables, void>(acting, (tx) =>
      bringBack(tx, { ...change, personId: String(ada?.[1]) }),
    );
    expect(await cameIn()).toBeDefined();
    vouched.person.claimed = [];
    expect(await cameIn()).toBeDefined();
    expect(
      await one(
        `select role from person_role where authority_id = $1 and person_id = $2 and withdrawn_at is null`,
        ada?.[1],
      ),
    ).toEqual([]);
  });
});
