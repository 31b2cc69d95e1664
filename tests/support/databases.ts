import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, it } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground, Migration } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { serverEngine } from '../../src/platform/database/server-engine.ts';
import { postgresPrograms, throwAwayServer } from './postgres.ts';

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

async function noLock(): Promise<void> {
  // A database in memory has no folder to lock.
}

/** A new embedded database in memory, copied from one that has been migrated already. */
export async function newEmbeddedDatabase(migrations: readonly Migration[]): Promise<PGlite> {
  const template = await once('embedded', migrations, async () => {
    const database = await PGlite.create();
    await groundOn(embeddedEngine(database, noLock), migrations);
    const folder = await database.dumpDataDir('none');
    await database.close();
    return folder;
  });
  return await PGlite.create({ loadDataDir: template });
}

/** The address of a new database on the server, copied from one that has been migrated already. */
export async function newServerDatabase(
  programs: string,
  migrations: readonly Migration[],
): Promise<string> {
  const server = await throwAwayServer(programs);
  const template = await once('server', migrations, async () => {
    const name = await server.newDatabase();
    const ground = await groundOn(serverEngine(server.addressOf(name)), migrations);
    await ground.close();
    return name;
  });
  return server.addressOf(await server.newDatabase(template));
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
      return await groundOn(serverEngine(address), migrations);
    };
    define(closedAfterwards(open));
  });
}
