import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ChildLink, LinkKind, LinkToMake } from './child-link.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The links that name a child, those that stand first and the latest first among them. */
export async function loadLinks(tx: Transaction, childId: string): Promise<readonly ChildLink[]> {
  const rows = await tx.db
    .selectFrom('child_link')
    .innerJoin('import', (join) =>
      join
        .onRef('import.authority_id', '=', 'child_link.authority_id')
        .onRef('import.import_id', '=', 'child_link.import_id'),
    )
    .select(['child_link.import_id', 'child_link.child_id', 'follows', 'kind', 'stands'])
    .select(['moved', 'left_out', 'requested_by', 'requested_at'])
    .where('child_link.authority_id', '=', tx.authority)
    .where('import.authority_id', '=', tx.authority)
    .where((where) =>
      where.or([where('child_link.child_id', '=', childId), where('follows', '=', childId)]),
    )
    .orderBy('stands', 'desc')
    .orderBy('requested_at', 'desc')
    .execute();
  return rows.map((row) => ({
    importId: row.import_id,
    childId: row.child_id,
    follows: row.follows,
    kind: row.kind as LinkKind,
    stands: row.stands,
    linkedBy: row.requested_by,
    linkedAt: row.requested_at,
    moved: row.moved,
    leftOut: row.left_out,
  }));
}

/** The link for which an import stands, whether it is in force or not; undefined for other imports. */
export async function linkOf(tx: Transaction, importId: string): Promise<LinkToMake | undefined> {
  const row = await tx.db
    .selectFrom('child_link')
    .select(['child_id', 'follows'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .executeTakeFirst();
  return row && { importId, childId: row.child_id, follows: row.follows };
}
