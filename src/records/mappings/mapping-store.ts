import type { Acting, CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { SavedMapping } from './saved-mapping.ts';

/** The council's saved mappings, by name. */
export async function mappingsOf(tx: CouncilTransaction<RecordsTables>): Promise<SavedMapping[]> {
  const rows = await tx.db
    .selectFrom('column_mapping')
    .select('mapping')
    .where('authority_id', '=', tx.authority)
    .orderBy('name')
    .execute();
  return rows.map(({ mapping }) => mapping as SavedMapping);
}

/** As mappingsOf, in a transaction of its own. */
export async function loadMappings(ground: Ground, authority: string): Promise<SavedMapping[]> {
  return ground.read<RecordsTables, SavedMapping[]>(authority, mappingsOf);
}

/** Saves a mapping under its name, over one of the same name if there is one. */
export async function saveMapping(
  ground: Ground,
  acting: Acting,
  mapping: SavedMapping,
  header: readonly string[],
): Promise<void> {
  const kept = JSON.stringify(mapping);
  const columns = JSON.stringify(header);
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await tx.db
      .insertInto('column_mapping')
      .values({
        authority_id: tx.authority,
        name: mapping.name,
        kind: mapping.kind,
        header: columns,
        mapping: kept,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['authority_id', 'name'])
          .doUpdateSet({ kind: mapping.kind, header: columns, mapping: kept }),
      )
      .execute();
  });
}
