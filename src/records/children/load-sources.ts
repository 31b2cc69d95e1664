import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { RECORD_TABLES, type RecordTable } from '../revisions/record-tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** Where one record of a child was said last. */
export interface RecordSource {
  /** The table of the record. */
  readonly table: string;
  /** What names it beside the child, in the order of its key: days as ISO text. */
  readonly key: readonly string[];
  readonly importId: string;
  readonly importedAt: Date;
  /** The file of that import; undefined for what was held before rows knew their file. */
  readonly path: string | undefined;
  readonly fileNumber: number | undefined;
  readonly line: number | undefined;
}

const OF_A_CHILD: readonly RecordTable[] = RECORD_TABLES.filter(({ keyColumns }) =>
  keyColumns.includes('child_id'),
);

async function sourcesIn(
  tx: CouncilTransaction<RecordsTables>,
  { table, keyColumns }: RecordTable,
  childId: string,
): Promise<RecordSource[]> {
  const key = keyColumns.filter((name) => name !== 'child_id' && name !== 'occurrence');
  const columns = key.map((name) => `, t.${name}::text`).join('');
  const rows = await tx.rows(
    `select t.import_id, i.requested_at, f.path, t.file_number, t.line${columns}
     from ${table} t
       join import i on i.authority_id = $1 and i.import_id = t.import_id
       left join import_file f on f.authority_id = $1 and f.import_id = t.import_id
         and f.file_number = t.file_number
     where t.authority_id = $1 and t.child_id = $2
     order by ${key.length === 0 ? 't.import_id' : key.map((name) => `t.${name}`).join(', ')}`,
    [tx.authority, childId],
  );
  return rows.map(([importId, importedAt, path, fileNumber, line, ...named]) => ({
    table,
    key: named.map(String),
    importId: String(importId),
    importedAt: importedAt as Date,
    path: path === null ? undefined : String(path),
    fileNumber: fileNumber === null ? undefined : Number(fileNumber),
    line: line === null ? undefined : Number(line),
  }));
}

/** Every record that stands of a child, with the file and line that said it last; nothing of a child whom the reader may not see. */
export async function loadSources(
  tx: CouncilTransaction<RecordsTables>,
  childId: string,
): Promise<readonly RecordSource[]> {
  const all: RecordSource[] = [];
  for (const table of OF_A_CHILD) all.push(...(await sourcesIn(tx, table, childId)));
  return all;
}
