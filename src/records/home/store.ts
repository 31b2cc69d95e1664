import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** How the records stand at all. */
export interface Beginnings {
  /** Whether any record has been imported. */
  readonly anyRecords: boolean;
  /** Whether it is said which area the council serves. */
  readonly areaSaid: boolean;
  /** How many imports are under way. */
  readonly underWay: number;
}

/** Whether anything is held yet, and how many imports are under way. */
export async function loadBeginnings(tx: CouncilTransaction<RecordsTables>): Promise<Beginnings> {
  const any = await tx.rows(
    `select 1 from episode where authority_id = $1
     union all select 1 from cost_element where authority_id = $1 limit 1`,
    [tx.authority],
  );
  const [row] = await tx.rows(
    `select count(*)::int from import
     where authority_id = $1 and status in ('receiving', 'queued', 'running')`,
    [tx.authority],
  );
  const [council] = await tx.rows(
    'select cardinality(area_codes) from authority where authority_id = $1',
    [tx.authority],
  );
  return {
    anyRecords: any.length > 0,
    areaSaid: Number(council?.[0]) > 0,
    underWay: Number(row?.[0]),
  };
}
