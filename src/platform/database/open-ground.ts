import pg from 'pg';
import { inCouncil, type Opening } from './council-transaction.ts';
import { openEmbedded } from './embedded-folder.ts';
import { carry, type Engine } from './engine.ts';
import type { Ground, Migration } from './ground.ts';
import { outsideTransactions } from './inside-transaction.ts';
import { migrate } from './migrate.ts';
import { assertSchemaRules } from './schema-rules.ts';
import { serverEngine } from './server-engine.ts';

/** Where the database is: a server when there is an address, else a folder. A Configuration is one. */
export interface DatabasePlace {
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
}

function groundWith(engine: Engine, opening?: Opening): Ground {
  const ground: Ground = {
    kind: engine.kind,
    transaction: (acting, work) => inCouncil(engine, 'read write', acting, work, opening),
    read: (authority, work) =>
      inCouncil(engine, 'read only', { authority, actor: '', reason: '' }, work, opening),
    beginningWith: (statement, parameters) => groundWith(engine, { statement, parameters }),
    async freshenStatistics(tables) {
      outsideTransactions();
      await engine.execute(`analyze ${tables.map(pg.escapeIdentifier).join(', ')}`);
    },
    async authorities() {
      outsideTransactions();
      const { rows } = await engine.transaction('read only', (session) =>
        session.arrays('select authority_id, name from authority_directory order by name'),
      );
      return rows.map(([code, name]) => ({ code: String(code), name: String(name) }));
    },
    close: () => engine.close(),
  };
  return carry(ground, engine);
}

/** A ground on an engine, migrated and checked. Closes the engine when that fails. */
export async function groundOn(engine: Engine, migrations: readonly Migration[]): Promise<Ground> {
  try {
    await migrate(engine, migrations);
    await assertSchemaRules(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return groundWith(engine);
}

/**
 * Opens the database, brings its schema up to date and checks that it keeps councils apart.
 * Throws WellplacedErrors: `embedded-folder-in-use`, `data-folder-unusable`, `database-unavailable`, `database-newer`,
 * `migration-changed`, `migration-failed`, `schema-unsafe`.
 */
export async function openGround(
  place: DatabasePlace,
  migrations: readonly Migration[],
): Promise<Ground> {
  const engine =
    place.databaseUrl === undefined
      ? await openEmbedded(place.dataFolder)
      : serverEngine(place.databaseUrl);
  return await groundOn(engine, migrations);
}
