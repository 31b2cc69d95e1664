import { inCouncil } from './council-transaction.ts';
import type { Engine } from './engine.ts';
import type { Migration, MigrationProgress } from './ground.ts';

function oneBatch(engine: Engine, { name, sql }: Migration, authority: string): Promise<number> {
  const acting = { authority, actor: 'Wellplaced', reason: `the migration ${name}` };
  return inCouncil(engine, 'read write', acting, async (tx) => {
    const [row] = await tx.rows(sql, [authority]);
    const done = Number(row?.[0]);
    if (!Number.isSafeInteger(done)) throw new Error('it does not give how many rows it did');
    return done;
  });
}

/**
 * Does what is left of a migration in batches (`Migration`), council by council as the application's
 * role, each batch in a transaction of its own.
 */
export async function migrateInBatches(
  engine: Engine,
  migration: Migration,
  progress: MigrationProgress,
): Promise<void> {
  const { rows: councils } = await engine.transaction('read only', (session) =>
    session.arrays('select authority_id from authority_directory order by authority_id'),
  );
  let all = 0;
  for (const [authority] of councils) {
    let done: number;
    do {
      done = await oneBatch(engine, migration, String(authority));
      all += done;
      progress(migration.name, all);
    } while (done > 0);
  }
}
