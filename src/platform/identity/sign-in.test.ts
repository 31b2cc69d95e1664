import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  REAL_COUNCIL,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../tests/support/identity-service.tsx';
import type { Ground } from '../database/ground.ts';
import { ROLES } from '../permission/roles.ts';
import { demonstrationPeople, signInAsDemonstrationPerson } from './demonstration/door.ts';
import { DEMONSTRATION_PEOPLE } from './demonstration/people.ts';
import type { IdentityTables } from './identity-tables.ts';

test('the demonstration has one invented person for each role', () => {
  expect(DEMONSTRATION_PEOPLE.map(({ role }) => role)).toEqual(ROLES);
  expect(new Set(DEMONSTRATION_PEOPLE.map(({ name }) => name)).size).toBe(ROLES.length);
});

describeOnBothDatabases('signing in', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  const clock = new Clock();
  beforeAll(async () => {
    ground = await open();
    await withBothKindsOfCouncil(ground, clock);
  });

  const demonstration = () => identityService(ground, DEMONSTRATION_COUNCIL, clock);

  async function audited(actor: string): Promise<unknown[][]> {
    return ground.read<IdentityTables, unknown[][]>('D1', (tx) =>
      tx.rows(
        `select reason, action, after from audit_entry
        where authority_id = $1 and actor = $2 and table_name = 'session' order by seq`,
        ['D1', actor],
      ),
    );
  }

  test('is asked of who is not signed in, with the way back; a program is told in JSON', async () => {
    const server = await demonstration();
    const page = await server.inject('/children/4711?on=2021-03-31');
    expect([page.statusCode, page.headers.location]).toEqual([
      303,
      '/sign-in?return=%2Fchildren%2F4711%3Fon%3D2021-03-31',
    ]);
    const headers = { accept: 'application/json' };
    expect((await server.inject({ url: '/children/4711', headers })).statusCode).toBe(401);
    const form = await server.inject({ method: 'POST', url: '/sign-out' });
    expect([form.statusCode, form.headers.location]).toEqual([303, '/sign-in']);
  });

  test('as one of the invented people leads back, and each sees what their role may', async () => {
    const server = await demonstration();
    const officer = new Visitor(server);
    const { statusCode, headers } = await officer.signInAs('Priya Nair', '/children/4711');
    expect([statusCode, headers.location]).toEqual([303, '/children/4711']);
    expect((await officer.get('/children/4711')).body).toContain('Seen by Priya Nair');
    const member = new Visitor(server);
    await member.signInAs('Councillor Alan Frith');
    const refused = await member.get('/children/4711');
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('which your role, Cabinet member, does not hold');
    expect(refused.body).toContain('who can give you a role: Joan Blake.');
  });

  test('gives the browser a cookie that scripts and other sites cannot use, named __Host- over https', async () => {
    const { headers } = await new Visitor(await demonstration()).signInAs('Priya Nair');
    expect(String(headers['set-cookie'])).toMatch(
      /^wellplaced-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = await identityService(ground, DEMONSTRATION_COUNCIL, clock, { secure: true });
    const visitor = new Visitor(secure, { host: 'wellplaced.example' });
    const answer = await visitor.signInAs('Priya Nair');
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-wellplaced-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await visitor.get('/account')).statusCode).toBe(200);
  });

  test('is refused over plain http from another machine', async () => {
    const visitor = new Visitor(await demonstration(), { host: 'wellplaced.example' });
    const { statusCode, body } = await visitor.get('/sign-in');
    expect([statusCode, body.includes('WELLPLACED_ADDRESS')]).toEqual([403, true]);
  });

  test('may be tried so many times a minute from one address', async () => {
    const visitor = new Visitor(await demonstration());
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 61; attempt += 1) {
      const guess = { person: 'a guess', return: '/' };
      statuses.add((await visitor.post('/sign-in/demonstration', guess)).statusCode);
    }
    expect([...statuses]).toEqual([404, 429]);
    expect((await visitor.get('/')).statusCode).toBe(303);
  });

  test('again gives the session a new secret and ends the old one', async () => {
    const visitor = new Visitor(await demonstration());
    await visitor.signInAs('Ruth Adeyemi');
    const before = new Map(visitor.cookies);
    await visitor.get('/');
    const token = await visitor.formToken();
    const people = await demonstrationPeople(ground, 'D1');
    const person = people.find(({ name }) => name === 'Helen Marsh')?.personId ?? '';
    await visitor.post('/sign-in/demonstration', { person, return: '/' });
    expect(visitor.cookies).not.toEqual(before);
    expect((await visitor.get('/account')).body).toContain('Helen Marsh');
    expect(await visitor.formToken()).not.toBe(token);
    for (const [name, value] of before) visitor.cookies.set(name, value);
    expect((await visitor.get('/account')).statusCode).toBe(303);
  });

  test('ends after 30 minutes without a request, and after 12 hours whatever happens', async () => {
    const visitor = new Visitor(await demonstration());
    await visitor.signInAs('Owen Blackwood');
    clock.pass(29);
    expect((await visitor.get('/account')).statusCode).toBe(200);
    clock.pass(31);
    expect((await visitor.get('/account')).statusCode).toBe(303);
    await visitor.signInAs('Owen Blackwood');
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      clock.pass(20);
      expect((await visitor.get('/account')).statusCode).toBe(200);
    }
    clock.pass(20);
    expect((await visitor.get('/account')).statusCode).toBe(303);
  });

  test('is on the audit trail by name, without the secret; being seen again is not', async () => {
    const visitor = new Visitor(await demonstration());
    await visitor.signInAs('Margaret Holt');
    clock.pass(5);
    await visitor.get('/account');
    await visitor.post('/sign-out', { 'form-token': await visitor.formToken() });
    const trail = await audited('Margaret Holt');
    expect(trail.map(([reason, action]) => [reason, action])).toEqual([
      ['signed in to the demonstration', 'insert'],
      ['signed out', 'update'],
    ]);
    expect(trail[0]?.[2]).toMatchObject({ token_hash: 'withheld', id_token: 'withheld' });
  });

  test('the demonstration’s door leads nowhere in a real council, even for a person put there by hand', async () => {
    const [forged] = await demonstrationPeople(ground, 'D1');
    const personId = forged?.personId ?? '';
    const acting = { authority: 'R1', actor: 'an intruder', reason: 'forged' };
    await ground.transaction<IdentityTables, void>(acting, async (tx) => {
      await tx.insertMany(
        'person',
        ['person_id', 'name', 'issuer', 'subject', 'added_at'],
        [[personId, 'Priya Nair', 'demonstration', 'Placements officer', clock.now()]],
      );
      await tx.insertMany(
        'person_role',
        ['person_id', 'role', 'given_by', 'given_at'],
        [[personId, 'Data officer', 'set-up', clock.now()]],
      );
    });
    const visitor = new Visitor(await identityService(ground, REAL_COUNCIL, clock));
    expect((await visitor.get('/sign-in')).body).not.toContain('Priya Nair');
    const answer = await visitor.post('/sign-in/demonstration', { person: personId, return: '/' });
    expect([answer.statusCode, answer.cookies]).toEqual([404, []]);
    const attempt = { personId, browser: 'forged' };
    expect(await signInAsDemonstrationPerson(ground, 'R1', attempt, clock.now())).toBeUndefined();
  });

  test('a session of an invented person counts for nothing where the council is a real one', async () => {
    const visitor = new Visitor(await demonstration());
    await visitor.signInAs('Priya Nair');
    const acting = { authority: 'D1', actor: 'an intruder', reason: 'made real' };
    const seed = (demonstrationSeed: number | null) =>
      ground.transaction<IdentityTables, unknown>(acting, (tx) =>
        tx.db
          .updateTable('authority')
          .set({ demonstration_seed: demonstrationSeed })
          .where('authority_id', '=', 'D1')
          .execute(),
      );
    await seed(null);
    expect((await visitor.get('/account')).statusCode).toBe(303);
    await seed(1);
    expect((await visitor.get('/account')).statusCode).toBe(200);
    const other = new Visitor(await identityService(ground, REAL_COUNCIL, clock));
    for (const [name, value] of visitor.cookies) other.cookies.set(name, value);
    expect((await other.get('/account')).statusCode).toBe(303);
  });
});
