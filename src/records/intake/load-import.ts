import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ImportStatus } from './import-in-words.ts';
import type { Progress } from './imports/import-progress.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** An import as the register has it. */
export interface RegisteredImport {
  readonly importId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly reason: string;
  readonly origin: string;
  readonly status: ImportStatus;
  readonly finishedAt: Date | null;
  readonly problem: string | null;
}

/** An import by its id; undefined when the council has none of it. */
export async function loadImport(
  tx: Transaction,
  importId: string,
): Promise<RegisteredImport | undefined> {
  const row = await tx.db
    .selectFrom('import')
    .select(['requested_at', 'requested_by', 'reason', 'origin', 'status'])
    .select(['finished_at', 'problem'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return (
    row && {
      importId,
      requestedAt: row.requested_at,
      requestedBy: row.requested_by,
      reason: row.reason,
      origin: row.origin,
      status: row.status as ImportStatus,
      finishedAt: row.finished_at,
      problem: row.problem,
    }
  );
}

/** How far an import has come, as the process that runs it last wrote. */
export async function loadProgress(
  tx: Transaction,
  importId: string,
): Promise<Progress | undefined> {
  return tx.db
    .selectFrom('import_progress')
    .select(['stage', 'done', 'total'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .executeTakeFirst();
}

/** How many imports of the council were asked for before this one and are not over. */
export async function countAhead(tx: Transaction, one: RegisteredImport): Promise<number> {
  const { ahead } = await tx.db
    .selectFrom('import')
    .select((select) => select.fn.countAll<number>().as('ahead'))
    .where('authority_id', '=', tx.authority)
    .where('status', 'in', ['queued', 'running'])
    .where('requested_at', '<', one.requestedAt)
    .executeTakeFirstOrThrow();
  return ahead;
}
