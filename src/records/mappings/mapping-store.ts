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

/** The columns of the file for which the mapping of this name was made; undefined when there is none. */
export async function headerOfMapping(
  ground: Ground,
  authority: string,
  name: string,
): Promise<readonly string[] | undefined> {
  return ground.read<RecordsTables, readonly string[] | undefined>(authority, async (tx) => {
    const row = await tx.db
      .selectFrom('column_mapping')
      .select('header')
      .where('authority_id', '=', tx.authority)
      .where('name', '=', name)
      .executeTakeFirst();
    return row && (row.header as string[]);
  });
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
