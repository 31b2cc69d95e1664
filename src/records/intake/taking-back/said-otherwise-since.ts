import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

/** What a later import made of records that an earlier one had said. */
export interface SaidOtherwise {
  readonly importId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly changed: number;
  readonly withdrawn: number;
}

/**
 * The imports that have changed or withdrawn records since an import said them, oldest first, with
 * how many: what these say stands, whether the import is taken back or put back.
 */
export async function saidOtherwiseSince(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
): Promise<readonly SaidOtherwise[]> {
  const rows = await tx.rows(
    `select later.import_id, later.requested_at, later.requested_by,
       count(*) filter (where version.ended = 'changed')::int,
       count(*) filter (where version.ended = 'withdrawn')::int
     from revision made
       join record_version version
         on version.authority_id = $1 and version.known_from = made.revision
       join import later on later.authority_id = $1 and later.import_id = version.import_id
     where made.authority_id = $1 and made.import_id = $2 and version.import_id <> $2
     group by later.import_id, later.requested_at, later.requested_by
     order by later.requested_at, later.import_id`,
    [tx.authority, importId],
  );
  return rows.map(([id, requestedAt, requestedBy, changed, withdrawn]) => ({
    importId: String(id),
    requestedAt: requestedAt as Date,
    requestedBy: String(requestedBy),
    changed: Number(changed),
    withdrawn: Number(withdrawn),
  }));
}
