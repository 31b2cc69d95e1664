import pg from 'pg';
import { WellplacedError } from '../../core/errors.ts';
import { inCouncil, type OfGround } from './council-transaction.ts';
import { openEmbedded } from './embedded-folder.ts';
import { carry, type Engine } from './engine.ts';
import type { Ground, Migration, MigrationProgress } from './ground.ts';
import { outsideTransactions } from './inside-transaction.ts';
import { migrate } from './migrate.ts';
import { assertOwner, assertOwnsNothing, assertUpToDate } from './open-server.ts';
import { Remembered } from './remembered.ts';
import { assertSchemaRules } from './schema-rules.ts';
import { serverEngine } from './server-engine.ts';

/** Where the database is: a server when there is an address, else a folder. A Configuration is one. */
export interface DatabasePlace {
  /** For the role that serves and works. */
  readonly databaseUrl: string | undefined;
  /** For the role that owns the database, with which it is migrated and filled. */
  readonly ownerUrl?: string | undefined;
  readonly dataFolder: string;
}

function groundWith(engine: Engine, of: OfGround): Ground {
  const ground: Ground = {
    kind: engine.kind,
    transaction: (acting, work) => inCouncil(engine, 'read write', acting, work, of),
    read: (authority, work) =>
      inCouncil(engine, 'read only', { authority, actor: '', reason: '' }, work, of),
    beginningWith: (statement, parameters) =>
      groundWith(engine, { ...of, opening: { statement, parameters } }),
    async freshenStatistics(tables) {
      outsideTransactions();
      const names = tables.map(pg.escapeLiteral).join(', ');
      await engine.execute(`select freshen_statistics(array[${names}])`);
    },
    async authorities() {
      outsideTransactions();
      const { rows } = await engine.transaction('read only', (session) =>
        session.arrays(
          'select authority_id, name, host_name from authority_directory order by name',
        ),
      );
      return rows.map(([code, name, hostName]) => ({
        code: String(code),
        name: String(name),
        hostName: hostName === null ? undefined : String(hostName),
      }));
    },
    close: () => engine.close(),
  };
  return carry(ground, engine);
}

async function checked(engine: Engine, check: () => Promise<void>): Promise<Ground> {
  try {
    await check();
    await assertSchemaRules(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return groundWith(engine, { remembered: new Remembered() });
}

/** A ground on an engine of the owner's, migrated and checked. Closes the engine when that fails. */
export function groundOn(
  engine: Engine,
  migrations: readonly Migration[],
  progress?: MigrationProgress,
): Promise<Ground> {
  return checked(engine, () => migrate(engine, migrations, progress));
}

/** A ground on an engine of a role that owns nothing, found up to date. Closes the engine when that fails. */
export function serviceGroundOn(engine: Engine, migrations: readonly Migration[]): Promise<Ground> {
  return checked(engine, async () => {
    await assertOwnsNothing(engine);
    await assertUpToDate(engine, migrations);
  });
}

/**
 * Opens the database as the service does and checks that it keeps councils apart: on a server with a
 * role that owns nothing, which finds it migrated; the embedded one is brought up to date.
 * Throws WellplacedErrors: `embedded-folder-in-use`, `data-folder-unusable`, `database-unavailable`, `database-newer`,
 * `migration-changed`, `migration-failed`, `database-behind`, `service-too-powerful`, `schema-unsafe`.
 */
export async function openGround(
  { databaseUrl, ownerUrl, dataFolder }: DatabasePlace,
  migrations: readonly Migration[],
): Promise<Ground> {
  if (databaseUrl !== undefined) return serviceGroundOn(serverEngine(databaseUrl), migrations);
  if (ownerUrl === undefined) return groundOn(await openEmbedded(dataFolder), migrations);
  throw new WellplacedError(
    'configuration',
    'WELLPLACED_OWNER_URL is set, and DATABASE_URL is not.',
    'Set DATABASE_URL to the address for the role that serves; the owner is for migrate, restore and move alone.',
  );
}

/**
 * Opens the database as its owner, brings its schema up to date and checks it; the embedded one as
 * openGround does. `progress` is told of long ones. Throws as openGround, and `no-owner`, `not-the-owner`.
 */
export async function openAsOwner(
  { databaseUrl, ownerUrl, dataFolder }: DatabasePlace,
  migrations: readonly Migration[],
  progress?: MigrationProgress,
): Promise<Ground> {
  if (ownerUrl !== undefined) {
    const engine = serverEngine(ownerUrl);
    return checked(engine, async () => {
      await assertOwner(engine);
      await migrate(engine, migrations, progress);
    });
  }
  if (databaseUrl === undefined) {
    return groundOn(await openEmbedded(dataFolder), migrations, progress);
  }
  throw new WellplacedError(
    'no-owner',
    'This changes the schema of the database, which the role in DATABASE_URL may not.',
    'Set WELLPLACED_OWNER_URL to the address for the owner of the database, for this command alone; see docs/running.md.',
  );
}
