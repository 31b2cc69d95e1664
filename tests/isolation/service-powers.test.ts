import { beforeAll, describe, expect, it } from 'vitest';
import { openAsOwner, openGround } from '../../src/platform/database/open-ground.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newServerDatabase, serviceMigration } from '../support/databases.ts';
import { ownersAddress, postgresPrograms, throwAwayServer } from '../support/postgres.ts';

const programs = postgresPrograms();

describe.skipIf(programs === undefined)('a role that may do more', () => {
  let database: string;
  let address: string;

  beforeAll(async () => {
    address = await newServerDatabase(programs ?? '', ALL_MIGRATIONS);
    database = new URL(address).pathname.slice(1);
  });

  const opening = (role: string) => {
    const databaseUrl = address.replace('//service@', `//${role}@`);
    return openGround({ databaseUrl, dataFolder: '' }, ALL_MIGRATIONS);
  };

  it.each([
    ['the owner itself', 'owner', '', /owns the database; owns the schema pgboss|owns functions/],
    ['a superuser', 'superuser', '', /it is a superuser\.$/],
    ['a member of the owner', 'm1', 'grant owner to m1', /may become owner, who owns/],
    [
      'one who need only set the role',
      'm2',
      'alter role m2 noinherit; grant owner to m2',
      /may become/,
    ],
    [
      'a member of a member',
      'm3',
      'create role between; grant owner to between; grant between to m3',
      /may become owner/,
    ],
    ['one that bypasses row security', 'm4', 'alter role m4 bypassrls', /get round row security/],
    ['one that creates roles', 'm5', 'alter role m5 createrole', /may create roles/],
    [
      'one that runs programs',
      'm6',
      'grant pg_execute_server_program to m6',
      /pg_execute_server_program/,
    ],
    [
      'one that silences triggers',
      'm7',
      'grant set on parameter session_replication_role to m7',
      /session_replication_role/,
    ],
    [
      'one that passes on its rights',
      'm8',
      'grant wellplaced_application to m8 with admin option',
      /may pass on/,
    ],
  ])('is refused when it is %s', async (_what, role, granting, message) => {
    const server = await throwAwayServer(programs ?? '');
    if (granting !== '') {
      await server.administer(`create role ${role} login`, ...granting.split('; '));
      await server.administer(`grant connect on database ${database} to ${role}`);
    }
    await expect(opening(role)).rejects.toMatchObject({
      code: 'service-too-powerful',
      message: expect.stringMatching(message),
    });
  });

  it('is refused as owner when it owns nothing, and the owner’s address is not used to serve', async () => {
    const mistaken = openAsOwner(
      { databaseUrl: address, ownerUrl: address, dataFolder: '' },
      ALL_MIGRATIONS,
    );
    await expect(mistaken).rejects.toMatchObject({ code: 'not-the-owner' });
    const without = openAsOwner({ databaseUrl: address, dataFolder: '' }, ALL_MIGRATIONS);
    await expect(without).rejects.toMatchObject({ code: 'no-owner' });
    const ownerUrl = ownersAddress(address);
    const serving = openGround(
      { databaseUrl: undefined, ownerUrl, dataFolder: '' },
      ALL_MIGRATIONS,
    );
    await expect(serving).rejects.toMatchObject({ code: 'configuration' });
  });
});

describe.skipIf(programs === undefined)('a database that is behind', () => {
  const earlier = ALL_MIGRATIONS.slice(0, ALL_MIGRATIONS.indexOf(serviceMigration));

  it.each<[string, () => Promise<string>, RegExp]>([
    [
      'new',
      async () => {
        const server = await throwAwayServer(programs ?? '');
        return server.addressOf(await server.newDatabase());
      },
      /\d+ migrations are still to be applied, from 0001-platform on/,
    ],
    [
      'of before the service had a role of its own',
      () => newServerDatabase(programs ?? '', earlier),
      /the migration \S+ is still to be applied/,
    ],
  ])('is not served, and is once its owner has migrated it: %s', async (_what, make, message) => {
    const databaseUrl = await make();
    const place = { databaseUrl, ownerUrl: ownersAddress(databaseUrl), dataFolder: '' };
    await expect(openGround(place, ALL_MIGRATIONS)).rejects.toMatchObject({
      code: 'database-behind',
      message: expect.stringMatching(message),
      remedy: expect.stringContaining('WELLPLACED_OWNER_URL'),
    });
    await (await openAsOwner(place, ALL_MIGRATIONS)).close();
    await (await openGround(place, ALL_MIGRATIONS)).close();
  });
});
