import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RevisionMade } from '../revisions/revision.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A revision with when it was made, and who asked for it, and why. */
export interface RevisionTold extends Pick<RevisionMade, 'revision'> {
  /** Of an import without files that stands for a link, what became of the link. */
  readonly kind: RevisionMade['kind'] | 'linked' | 'unlinked';
  /** The import that asked for it: of a turn not the one turned, but the one that turns it. */
  readonly importId: string | null;
  readonly madeAt: Date;
  readonly by: string;
  readonly reason: string;
}

// A turn was asked for by an import of its own, which is finished with the revision.
const COLUMNS = `r.revision, case when l.import_id is null then r.kind
      when r.kind = 'taken back' then 'unlinked' else 'linked' end, coalesce(turning.import_id, r.import_id), r.made_at,
    coalesce(turning.requested_by, i.requested_by, ''), coalesce(turning.reason, i.reason, '')
  from revision r
  left join import i on i.authority_id = $1 and i.import_id = r.import_id
  left join child_link l on l.authority_id = $1 and l.import_id = r.import_id
  left join lateral (select t.import_id, t.requested_by, t.reason from import t
    where t.authority_id = $1 and t.turns_import = r.import_id and t.turn = r.kind
      and t.status = 'complete' and t.finished_at >= r.made_at
    order by t.finished_at limit 1) turning on true
  where r.authority_id = $1`;

function told(rows: readonly (readonly unknown[])[]): readonly RevisionTold[] {
  return rows.map(([revision, kind, importId, madeAt, by, reason]) => ({
    revision: Number(revision),
    kind: kind as RevisionTold['kind'],
    importId: importId as string | null,
    madeAt: madeAt as Date,
    by: String(by),
    reason: String(reason),
  }));
}

/** The newest revisions, newest first. */
export async function newestRevisions(
  tx: Transaction,
  most: number,
): Promise<readonly RevisionTold[]> {
  return told(
    await tx.rows(`select ${COLUMNS} order by r.revision desc limit $2::integer`, [
      tx.authority,
      most,
    ]),
  );
}

/** The revisions of these numbers, by number. */
export async function revisionsNumbered(
  tx: Transaction,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, RevisionTold>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.rows(`select ${COLUMNS} and r.revision = any($2::integer[])`, [
    tx.authority,
    numbers,
  ]);
  return new Map(told(rows).map((one) => [one.revision, one]));
}
