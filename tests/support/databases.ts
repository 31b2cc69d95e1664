import { afterAll, describe, expect, it, onTestFinished, TestRunner } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import { type Engine, engineOf } from '../../src/platform/database/engine.ts';
import type { Ground, Migration } from '../../src/platform/database/ground.ts';
import { groundOn, serviceGroundOn } from '../../src/platform/database/open-ground.ts';
import { serverEngine } from '../../src/platform/database/server-engine.ts';
import { makeQueues } from '../../src/platform/jobs/make-queues.ts';
import { ALL_MIGRATIONS, QUEUES } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from './embedded-databases.ts';
import { once } from './once.ts';
import { ownersAddress, postgresPrograms, throwAwayServer } from './postgres.ts';

export { fillDataFolder, newEmbeddedDatabase } from './embedded-databases.ts';
export { ALL_MIGRATIONS };

/** One migration of those that the program has. */
function migrationNamed(name: string): Migration {
  const migration = ALL_MIGRATIONS.find((each) => each.name === name);
  if (migration === undefined) throw new Error(`no migration is called ${name}`);
  return migration;
}

export const platformMigration = migrationNamed('0001-platform');
export const serviceMigration = migrationNamed('0014-service-owns-nothing');

/** Queues of the tests' own. */
const TEST_QUEUES = [
  'count',
  'key',
  'again',
  'refuse',
  'slow',
  'stall',
  'stopped',
  'told',
  'outside',
  'hang',
  'together',
  'turns',
];

/** The address, for the service, of a new database on the server, copied from one that its owner has migrated already. */
export async function newServerDatabase(
  programs: string,
  migrations: readonly Migration[],
): Promise<string> {
  const server = await throwAwayServer(programs);
  const template = await once('server', migrations, async () => {
    const name = await server.newDatabase();
    const owned = serverEngine(ownersAddress(server.addressOf(name)));
    const ground = await groundOn(owned, migrations);
    if (migrations.includes(serviceMigration))
      await makeQueues(ground, [...QUEUES, ...TEST_QUEUES]);
    await ground.close();
    return name;
  });
  return server.addressOf(await server.newDatabase(template));
}

const owners = new WeakMap<Ground, Engine>();

/** What the owner of the ground's database may do to it, which the service may not. */
export function asOwnerOf(ground: Ground): Engine {
  return owners.get(ground) ?? engineOf(ground);
}

/** Opens databases, and closes one when the test that opened it ends, or the group before whose tests it was opened. */
function closedAfterwards(openOne: () => Promise<Ground>): () => Promise<Ground> {
  const opened: Ground[] = [];
  afterAll(async () => {
    for (const ground of opened) await ground.close();
  });
  return async () => {
    const ground = await openOne();
    if (TestRunner.getCurrentTest() === undefined) opened.push(ground);
    else onTestFinished(() => ground.close());
    return ground;
  };
}

/** Whether tests on both databases try on each what does not hang on the database. */
const DEEP = process.env.WELLPLACED_DEEP === '1';

/**
 * The same tests on the embedded database and on a PostgreSQL server; `open` gives a new, migrated
 * database at each call. `thorough` is false on one of the two: a walk through the whole service need not
 * try there again what no database decides, such as every query of every address. Without PostgreSQL the server's half is skipped, or fails when
 * WELLPLACED_REQUIRE_SERVER=1.
 */
export function describeOnBothDatabases(
  name: string,
  migrations: readonly Migration[],
  define: (open: () => Promise<Ground>, thorough: boolean) => void,
): void {
  const programs = postgresPrograms();
  describe(`${name}, embedded`, () => {
    const open = async () => {
      const database = await newEmbeddedDatabase(migrations);
      return await groundOn(
        embeddedEngine(database, async () => undefined),
        migrations,
      );
    };
    define(closedAfterwards(open), DEEP || programs === undefined);
  });
  if (programs === undefined && process.env.WELLPLACED_REQUIRE_SERVER === '1') {
    it(`${name}, server`, () => expect(programs, 'initdb and postgres').toBeDefined());
    return;
  }
  describe.skipIf(programs === undefined)(`${name}, server`, () => {
    const open = async () => {
      const address = await newServerDatabase(programs ?? '', migrations);
      const owned = serverEngine(ownersAddress(address));
      // A schema of before the service had a role of its own is its owner's alone.
      if (!migrations.includes(serviceMigration)) return await groundOn(owned, migrations);
      const ground = await serviceGroundOn(serverEngine(address), migrations);
      owners.set(ground, owned);
      const { close } = ground;
      return Object.assign(ground, { close: () => Promise.all([close(), owned.close()]) });
    };
    define(closedAfterwards(open), true);
  });
}
