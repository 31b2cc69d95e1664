import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordRow } from '../revisions/record-row.ts';
import { RECORD_TABLES } from '../revisions/record-tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** Names a record among those of all tables. */
export function nameOf(table: string, rowKey: string): string {
  return `${table} ${rowKey}`;
}

/** Records that stand, whole, by their names; each is asked for by its table and its key as versions write it. */
export async function readWhole(
  tx: CouncilTransaction<RecordsTables>,
  asked: readonly (readonly [table: string, rowKey: string])[],
): Promise<ReadonlyMap<string, RecordRow>> {
  const found = new Map<string, RecordRow>();
  for (const { table, keyColumns } of RECORD_TABLES) {
    const keys = asked.filter(([of]) => of === table).map(([, key]) => key);
    if (keys.length === 0) continue;
    const same = keyColumns.map((name) => `and t.${name} = named.${name}`).join(' ');
    const rows = await tx.rows(
      `select asked.key, to_jsonb(t) from unnest($2::text[]) as asked (key)
         cross join lateral jsonb_populate_record(null::${table}, asked.key::jsonb) as named
         join ${table} t on t.authority_id = $1 ${same}`,
      [tx.authority, keys],
    );
    for (const [key, row] of rows) found.set(nameOf(table, String(key)), row as RecordRow);
  }
  return found;
}
