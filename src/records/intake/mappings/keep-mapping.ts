import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SavedMapping } from './saved-mapping.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Saves a mapping under its name, over one of the same name if there is one. */
export async function saveMapping(
  tx: Transaction,
  mapping: SavedMapping,
  columns: readonly string[],
): Promise<void> {
  const { kind, name } = mapping;
  const kept = { kind, header: JSON.stringify(columns), mapping: JSON.stringify(mapping) };
  await tx.db
    .insertInto('column_mapping')
    .values({ authority_id: tx.authority, name, ...kept })
    .onConflict((conflict) => conflict.columns(['authority_id', 'name']).doUpdateSet(kept))
    .execute();
}

/** Gives a saved mapping another name, which must be free or its own, and has its files stand for something else. What was imported with it stays as it was read. */
export async function changeMapping(
  tx: Transaction,
  mapping: SavedMapping,
  { name, extent }: Pick<SavedMapping, 'name' | 'extent'>,
): Promise<void> {
  await tx.db
    .updateTable('column_mapping')
    .set({ name, mapping: JSON.stringify({ ...mapping, name, extent }) })
    .where('authority_id', '=', tx.authority)
    .where('name', '=', mapping.name)
    .execute();
}

/** Deletes a saved mapping. What was imported with it stays. */
export async function deleteMapping(tx: Transaction, name: string): Promise<void> {
  await tx.db
    .deleteFrom('column_mapping')
    .where('authority_id', '=', tx.authority)
    .where('name', '=', name)
    .execute();
}
