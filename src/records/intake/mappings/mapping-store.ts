import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SavedMapping } from './saved-mapping.ts';

/** The council's saved mappings, by name. */
export async function loadMappings(tx: CouncilTransaction<RecordsTables>): Promise<SavedMapping[]> {
  const rows = await tx.db
    .selectFrom('column_mapping')
    .select('mapping')
    .where('authority_id', '=', tx.authority)
    .orderBy('name')
    .execute();
  return rows.map(({ mapping }) => mapping as SavedMapping);
}

/** The columns of the file for which the mapping of this name was made; undefined when there is none. */
export async function headerOfMapping(
  tx: CouncilTransaction<RecordsTables>,
  name: string,
): Promise<readonly string[] | undefined> {
  const row = await tx.db
    .selectFrom('column_mapping')
    .select('header')
    .where('authority_id', '=', tx.authority)
    .where('name', '=', name)
    .executeTakeFirst();
  return row && (row.header as string[]);
}
