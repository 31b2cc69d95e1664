import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What is recorded under one identifier, for a person to see whether two are one child’s. */
export interface RecordedUnder {
  readonly childId: string;
  readonly dob: string | null;
  /** As SSDA903 codes it. */
  readonly sex: string | null;
  readonly upn: string | null;
  readonly firstStart: string | null;
  /** The day on which the last episode ended; null while one is open, and where there is none. */
  readonly lastEnd: string | null;
  readonly episodes: number;
  readonly reviews: number;
  readonly costs: number;
  readonly payments: number;
}

const COUNTS = `
select c.child_id, c.dob::text, c.sex, c.upn,
  (select min(decom)::text from episode where authority_id = $1 and child_id = c.child_id),
  (select case when bool_or(dec is null) then null else max(dec)::text end
    from episode where authority_id = $1 and child_id = c.child_id),
  (select count(*) from episode where authority_id = $1 and child_id = c.child_id),
  (select count(*) from review where authority_id = $1 and child_id = c.child_id),
  (select count(*) from cost_element where authority_id = $1 and child_id = c.child_id),
  (select count(*) from payment where authority_id = $1 and child_id = c.child_id)
from child c where c.authority_id = $1 and c.child_id = any($2)`;

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** What is recorded under each of some identifiers; nothing of one that the council does not know or hides. */
export async function recordedUnder(
  tx: CouncilTransaction<RecordsTables>,
  childIds: readonly string[],
): Promise<readonly RecordedUnder[]> {
  const rows = await tx.rows(COUNTS, [tx.authority, childIds]);
  const found = rows.map((row) => ({
    childId: String(row[0]),
    dob: textOf(row[1]),
    sex: textOf(row[2]),
    upn: textOf(row[3]),
    firstStart: textOf(row[4]),
    lastEnd: textOf(row[5]),
    episodes: Number(row[6]),
    reviews: Number(row[7]),
    costs: Number(row[8]),
    payments: Number(row[9]),
  }));
  return childIds.flatMap((childId) => found.find((one) => one.childId === childId) ?? []);
}
