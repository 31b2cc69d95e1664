import type { Acting, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SavedMapping } from './saved-mapping.ts';

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

/** Gives a saved mapping another name. The new one must be free. */
export async function renameMapping(
  ground: Ground,
  acting: Acting,
  mapping: SavedMapping,
  name: string,
): Promise<void> {
  const renamed = JSON.stringify({ ...mapping, name });
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await tx.db
      .updateTable('column_mapping')
      .set({ name, mapping: renamed })
      .where('authority_id', '=', tx.authority)
      .where('name', '=', mapping.name)
      .execute();
  });
}

/** Deletes a saved mapping. What was imported with it stays. */
export async function deleteMapping(ground: Ground, acting: Acting, name: string): Promise<void> {
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await tx.db
      .deleteFrom('column_mapping')
      .where('authority_id', '=', tx.authority)
      .where('name', '=', name)
      .execute();
  });
}
