import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import { type Engine, engineOf } from '../../src/platform/database/engine.ts';
import type { Ground, Migration } from '../../src/platform/database/ground.ts';
import { groundOn, serviceGroundOn } from '../../src/platform/database/open-ground.ts';
import { serverEngine } from '../../src/platform/database/server-engine.ts';
import { makeQueues } from '../../src/platform/jobs/make-queues.ts';
import { ALL_MIGRATIONS, QUEUES } from '../../src/web/whole.ts';

import { ownersAddress, postgresPrograms, throwAwayServer } from './postgres.ts';

export { ALL_MIGRATIONS };

/** One migration of those that the program has. */
function migrationNamed(name: string): Migration {
  const migration = ALL_MIGRATIONS.find((each) => each.name === name);
  if (migration === undefined) throw new Error(`no migration is called ${name}`);
  return migration;
}

export const platformMigration = migrationNamed('0001-platform');
export const serviceMigration = migrationNamed('0014-service-owns-nothing');

const templates = new Map<string, Promise<unknown>>();

/** Made once for a list of migrations, as long as the tests run. */
function once<Made>(
  engine: string,
  migrations: readonly Migration[],
  make: () => Promise<Made>,
): Promise<Made> {
  const key = createHash('sha256')
    .update(JSON.stringify([engine, migrations]))
    .digest('hex');
  const made = templates.get(key) ?? make();
  templates.set(key, made);
  return made as Promise<Made>;
}

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

async function noLock(): Promise<void> {
  // A database in memory has no folder to lock.
}

/**
 * A copy starts three times as fast with few shared buffers, which are cleared one by one before the
 * first statement; no test's database is large.
 */
const FEW_BUFFERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];

/** The folder of a database as an archive. A Blob of Node would put its pieces together anew for every copy. */
class Archive extends Blob {
  readonly #bytes: ArrayBuffer;
  constructor(bytes: ArrayBuffer) {
    super();
    this.#bytes = bytes;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes);
  }
}

function embeddedTemplate(migrations: readonly Migration[]): Promise<Archive> {
  return once('embedded', migrations, async () => {
    const database = await PGlite.create({ startParams: FEW_BUFFERS });
    await groundOn(embeddedEngine(database, noLock), migrations);
    const folder = await database.dumpDataDir('none');
    await database.close();
    return new Archive(await folder.arrayBuffer());
  });
}

/** A new embedded database in memory, copied from one that has been migrated already. */
export async function newEmbeddedDatabase(migrations: readonly Migration[]): Promise<PGlite> {
  const loadDataDir = await embeddedTemplate(migrations);
  return await PGlite.create({ loadDataDir, startParams: FEW_BUFFERS });
}

/**
 * Puts an embedded database that has been migrated already into a data folder that has none: what
 * only uses a folder need not wait for one to be made from nothing.
 */
export async function fillDataFolder(
  dataFolder: string,
  migrations: readonly Migration[],
): Promise<void> {
  const archive = Buffer.from(await (await embeddedTemplate(migrations)).arrayBuffer());
  const database = join(dataFolder, 'database');
  await mkdir(database, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xf', '-', '-C', database], { input: archive });
  if (status !== 0) throw new Error(`tar could not unpack the database: ${stderr}`);
}

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

/** Opens databases for one group of tests and closes them when it ends. */
function closedAfterwards(openOne: () => Promise<Ground>): () => Promise<Ground> {
  const opened: Ground[] = [];
  afterAll(async () => {
    for (const ground of opened) await ground.close();
  });
  return async () => {
    const ground = await openOne();
    opened.push(ground);
    return ground;
  };
}

/**
 * The same tests on the embedded database and on a PostgreSQL server; `open` gives a new, migrated
 * database at each call. Without PostgreSQL the server's half is skipped, or fails when
 * WELLPLACED_REQUIRE_SERVER=1.
 */
export function describeOnBothDatabases(
  name: string,
  migrations: readonly Migration[],
  define: (open: () => Promise<Ground>) => void,
): void {
  describe(`${name}, embedded`, () => {
    const open = async () => {
      const database = await newEmbeddedDatabase(migrations);
      return await groundOn(embeddedEngine(database, noLock), migrations);
    };
    define(closedAfterwards(open));
  });
  const programs = postgresPrograms();
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
    define(closedAfterwards(open));
  });
}
