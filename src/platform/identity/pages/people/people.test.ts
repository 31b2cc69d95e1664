import { beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../../../tests/support/identity-service.tsx';
import type { Ground } from '../../../database/ground.ts';
import { demonstrationPeople } from '../../demonstration/door.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';

describeOnBothDatabases('people', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  const clock = new Clock();
  beforeAll(async () => {
    ground = await open();
    await withBothKindsOfCouncil(ground, clock);
  });

  async function signedIn(name: string): Promise<Visitor> {
    const visitor = new Visitor(await identityService(ground, DEMONSTRATION_COUNCIL, clock));
    await visitor.signInAs(name);
    return visitor;
  }

  async function idOf(name: string): Promise<string> {
    const people = await demonstrationPeople(ground, 'D1');
    return people.find((person) => person.name === name)?.personId ?? '';
  }

  async function give(visitor: Visitor, name: string, roles: string, reason: string) {
    const path = identityPaths.giveRoles(await idOf(name));
    const given = roles === '' ? {} : { roles };
    return visitor.post(path, { ...given, reason, 'form-token': await visitor.formToken() });
  }

  test('are not for who may not see them; an auditor sees them and changes nothing', async () => {
    const officer = await signedIn('Priya Nair');
    expect((await officer.get('/people')).statusCode).toBe(403);
    const auditor = await signedIn('Gareth Pugh');
    expect((await auditor.get('/people')).statusCode).toBe(200);
    const path = identityPaths.person(await idOf('Priya Nair'));
    expect((await auditor.get(path)).body).not.toContain('Save roles');
    expect((await give(auditor, 'Priya Nair', 'Administrator', 'mischief')).statusCode).toBe(403);
  });

  test('are given roles with a reason, which count at the next request', async () => {
    const administrator = await signedIn('Joan Blake');
    const member = await signedIn('Councillor Alan Frith');
    expect((await member.get('/children/4711')).statusCode).toBe(403);
    const answer = await give(
      administrator,
      'Councillor Alan Frith',
      'Auditor',
      'covers the audit',
    );
    expect(answer.statusCode).toBe(303);
    expect((await member.get('/children/4711')).statusCode).toBe(200);
    await give(administrator, 'Councillor Alan Frith', '', 'cover ended');
    expect((await member.get('/children/4711')).statusCode).toBe(403);
    const trail = await ground.read<IdentityTables, unknown[][]>('D1', (tx) =>
      tx.rows(
        `select actor, reason, action from audit_entry where authority_id = $1
        and table_name = 'person_role' and after ->> 'given_by' = 'administrator'`,
        ['D1'],
      ),
    );
    expect(trail).toEqual([['Joan Blake', 'covers the audit', 'insert']]);
  });

  test('may not change their own roles, whatever is sent', async () => {
    const administrator = await signedIn('Joan Blake');
    const own = identityPaths.person(await idOf('Joan Blake'));
    expect((await administrator.get(own)).body).not.toContain('Save roles');
    const answer = await give(administrator, 'Joan Blake', 'Data officer', 'I would like to');
    expect([answer.statusCode, answer.body.includes('Ask another administrator.')]).toEqual([
      409,
      true,
    ]);
    expect((await administrator.get('/children/4711')).statusCode).toBe(403);
  });

  test('without a reason, or with a role that there is not, nothing is changed and all is said', async () => {
    const administrator = await signedIn('Joan Blake');
    const answer = await give(administrator, 'Priya Nair', 'Queen', '');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Choose roles from the list');
    expect(answer.body).toContain('Enter the reason, such as a new post or the end of a cover');
  });

  test('can be signed out everywhere', async () => {
    const administrator = await signedIn('Joan Blake');
    const officer = await signedIn('Mei Tanaka');
    await administrator.post(identityPaths.endSessionsOf(await idOf('Mei Tanaka')), {
      'form-token': await administrator.formToken(),
    });
    expect((await officer.get('/account')).statusCode).toBe(303);
  });

  test('that there are not, and ids that are none, are not found', async () => {
    const administrator = await signedIn('Joan Blake');
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const id of [unknown, 'nonsense', '..%2f']) {
      expect((await administrator.get(identityPaths.person(id))).statusCode).toBe(404);
    }
  });
});
