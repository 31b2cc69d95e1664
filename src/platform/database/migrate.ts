import { createHash } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';
import type { Engine } from './engine.ts';
import type { Migration } from './ground.ts';

const BOOKKEEPING = `create table if not exists schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

async function applied(engine: Engine): Promise<Map<string, string>> {
  const { rows } = await engine.transaction('read write', async (session) => {
    await session.script(BOOKKEEPING);
    return await session.arrays('select name, checksum from schema_migration');
  });
  return new Map(rows.map(([name, checksum]) => [String(name), String(checksum)]));
}

function refuseForeign(recorded: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of recorded) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new WellplacedError(
        'database-newer',
        `The database holds the migration ${name}, which this version of Wellplaced does not know.`,
        'Start the version that last used this database, or a later one.',
      );
    }
    if (checksumOf(migration) !== checksum) {
      throw new WellplacedError(
        'migration-changed',
        `The migration ${name} is not the one that was applied to this database.`,
        'Use a released version of Wellplaced; a migration is never changed after it has landed.',
      );
    }
  }
}

async function apply(engine: Engine, migration: Migration): Promise<void> {
  try {
    await engine.transaction('read write', async (session) => {
      await session.script(migration.sql);
      await session.arrays('insert into schema_migration (name, checksum) values ($1, $2)', [
        migration.name,
        checksumOf(migration),
      ]);
    });
  } catch (error) {
    if (error instanceof WellplacedError) throw error;
    throw new WellplacedError(
      'migration-failed',
      `The migration ${migration.name} failed and was rolled back: ${(error as Error).message}.`,
      'Check that the database user owns the database and may create roles (or that the role wellplaced_application exists and is granted to it).',
      { cause: error },
    );
  }
}

/**
 * Applies the migrations that this database has not had, in the order of the list, each in a transaction of its own.
 * Starters of one server take turns. Throws `database-newer`, `migration-changed` or `migration-failed`.
 */
export function migrate(engine: Engine, migrations: readonly Migration[]): Promise<void> {
  return engine.alone(async () => {
    const recorded = await applied(engine);
    refuseForeign(recorded, migrations);
    for (const migration of migrations) {
      if (!recorded.has(migration.name)) await apply(engine, migration);
    }
  });
}
