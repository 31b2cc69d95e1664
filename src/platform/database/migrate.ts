import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { clauseOf, WellplacedError } from '../../core/errors.ts';
import type { Engine } from './engine.ts';
import type { Migration, MigrationProgress } from './ground.ts';
import { migrateInBatches } from './migrate-in-batches.ts';

const BOOKKEEPING = `create table if not exists schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

const APPLIED = 'select name, checksum from schema_migration';

function byName(rows: readonly unknown[][]): Map<string, string> {
  return new Map(rows.map(([name, checksum]) => [String(name), String(checksum)]));
}

async function applied(engine: Engine): Promise<Map<string, string>> {
  return await engine.transaction('read write', async (session) => {
    await session.script(BOOKKEEPING);
    return byName((await session.arrays(APPLIED)).rows);
  });
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

const LOCK_MILLISECONDS = 2_000;
const PAUSE_MILLISECONDS = 3_000;
const MOST_TRIES = 200;

/** A lock that was not to be had in time, or only by a deadlock. */
const LOCKED = ['55P03', '40P01'];

/**
 * A migration that waits for a table has everybody who serves wait behind it, and may take a long
 * import down with it. So it gives way, and comes again.
 */
async function givingWay(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (tries === MOST_TRIES || !LOCKED.includes(code ?? '')) throw error;
      await delay(PAUSE_MILLISECONDS);
    }
  }
}

async function apply(
  engine: Engine,
  migration: Migration,
  progress: MigrationProgress,
): Promise<void> {
  try {
    if (migration.inBatches) await migrateInBatches(engine, migration, progress);
    await givingWay(() =>
      engine.transaction('read write', async (session) => {
        await session.script(`set local lock_timeout = ${LOCK_MILLISECONDS}`);
        if (!migration.inBatches) await session.script(migration.sql);
        await session.arrays('insert into schema_migration (name, checksum) values ($1, $2)', [
          migration.name,
          checksumOf(migration),
        ]);
      }),
    );
  } catch (error) {
    if (error instanceof WellplacedError) throw error;
    throw new WellplacedError(
      'migration-failed',
      `The migration ${migration.name} ${migration.inBatches ? 'failed and was left where it had come to' : 'failed and was rolled back'}: ${clauseOf(error)}.`,
      'On a server, see that deploy/create-roles.sql was run and that WELLPLACED_OWNER_URL names the owner.',
      { cause: error },
    );
  }
}

/**
 * Applies the migrations that this database has not had, in the order of the list, each in a transaction of its own
 * or in batches. Starters of one server take turns. Throws `database-newer`, `migration-changed` or `migration-failed`.
 */
export function migrate(
  engine: Engine,
  migrations: readonly Migration[],
  progress: MigrationProgress = () => undefined,
): Promise<void> {
  return engine.alone(async () => {
    const recorded = await applied(engine);
    refuseForeign(recorded, migrations);
    for (const migration of migrations) {
      if (!recorded.has(migration.name)) await apply(engine, migration, progress);
    }
  });
}

/** `unreadable`: of a version before the service had a role of its own, whose record only the owner reads. */
async function seenApplied(engine: Engine): Promise<Map<string, string> | 'unreadable'> {
  return await engine.transaction('read only', async (session) => {
    const { rows } = await session.arrays(
      `select has_table_privilege(to_regclass('public.schema_migration'), 'select')`,
    );
    const [readable] = rows[0] ?? [];
    if (readable === false) return 'unreadable';
    return byName(readable === true ? (await session.arrays(APPLIED)).rows : []);
  });
}

/** The names of the migrations still to be applied, of which a role that may only read knows; the last at least. Throws `database-newer`, `migration-changed`. */
export async function pendingMigrations(
  engine: Engine,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const recorded = await seenApplied(engine);
  const names = migrations.map(({ name }) => name);
  if (recorded === 'unreadable') return names.slice(-1);
  refuseForeign(recorded, migrations);
  return names.filter((name) => !recorded.has(name));
}
