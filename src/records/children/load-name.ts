import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What a child is called and where the child’s home is. */
export interface ChildName {
  readonly whole: string;
  readonly homeAddress: string | undefined;
}

/** The child’s name; undefined where none is known, or where the transaction reads for somebody who may not see names. */
export async function loadName(
  tx: CouncilTransaction<RecordsTables>,
  childId: string,
): Promise<ChildName | undefined> {
  const [row] = await tx.rows(
    `select concat_ws(' ', given_name, family_name), home_address from child_name
     where authority_id = $1 and child_id = $2`,
    [tx.authority, childId],
  );
  if (row === undefined) return undefined;
  return { whole: String(row[0]), homeAddress: row[1] === null ? undefined : String(row[1]) };
}
