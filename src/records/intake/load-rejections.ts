import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Bound } from '../../platform/http/bound.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { RowKind } from './files/file-kind.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** How many rejected rows a page holds. */
export const REJECTIONS_ON_A_PAGE = 25;

/** A rejected row as the page lists it. */
export interface ListedRejection {
  readonly path: string;
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** A page of an import's rejected rows, of one file or of all; pages count from 1. */
export async function loadRejections(
  tx: Transaction,
  importId: string,
  file: number | undefined,
  page: number,
): Promise<ListedRejection[]> {
  let query = tx.db
    .selectFrom('rejection')
    .innerJoin('import_file', (join) =>
      join
        .onRef('import_file.authority_id', '=', 'rejection.authority_id')
        .onRef('import_file.import_id', '=', 'rejection.import_id')
        .onRef('import_file.file_number', '=', 'rejection.file_number'),
    )
    .select(['import_file.path', 'line', 'column_name as column', 'value', 'reason'])
    .where('rejection.authority_id', '=', tx.authority)
    .where('import_file.authority_id', '=', tx.authority)
    .where('rejection.import_id', '=', importId);
  if (file !== undefined) query = query.where('rejection.file_number', '=', file);
  return query
    .orderBy('rejection.file_number')
    .orderBy('rejection.line')
    .orderBy('rejection.rejection_number')
    .limit(REJECTIONS_ON_A_PAGE)
    .offset((page - 1) * REJECTIONS_ON_A_PAGE)
    .execute();
}

/** How many rejected rows the reader may see, of one file or of all. */
export async function countRejections(
  tx: Transaction,
  importId: string,
  file: number | undefined,
): Promise<number> {
  const [row] = await tx.rows(
    `select count(*)::int from rejection
     where authority_id = $1 and import_id = $2 and ($3::int is null or file_number = $3)`,
    [tx.authority, importId, file ?? null],
  );
  return Number(row?.[0]);
}

/** The kinds of the rejected rows of each file, by the file's number: several for a return as XML. */
export async function loadRejectedKinds(
  tx: Transaction,
  importId: string,
): Promise<ReadonlyMap<number, readonly RowKind[]>> {
  const rows = await tx.rows(
    `select file_number, array_agg(distinct kind) from rejection
     where authority_id = $1 and import_id = $2 group by file_number`,
    [tx.authority, importId],
  );
  return new Map(rows.map(([file, kinds]) => [Number(file), kinds as RowKind[]]));
}

/** A rejected row with all that the file has of it. */
export interface WholeRejection {
  readonly line: number;
  readonly reason: string;
  readonly cells: readonly string[];
}

const ROWS_AT_ONCE = 1_000;

/** The rejected rows of one file, those of one kind when it is named, in the order of the file, read some at a time. */
export async function* rejectionsOf(
  { read }: Pick<Bound, 'read'>,
  importId: string,
  fileNumber: number,
  kind: string | undefined,
): AsyncGenerator<WholeRejection> {
  let after = -1;
  for (;;) {
    const rows = await read<RecordsTables, unknown[][]>((tx) =>
      tx.rows(
        `select rejection_number, line, reason, cells from rejection
         where authority_id = $1 and import_id = $2 and file_number = $3 and rejection_number > $4
           and ($5::text is null or kind = $5)
         order by rejection_number limit ${ROWS_AT_ONCE}`,
        [tx.authority, importId, fileNumber, after, kind],
      ),
    );
    for (const [, line, reason, cells] of rows) {
      yield { line: Number(line), reason: String(reason), cells: cells as string[] };
    }
    if (rows.length < ROWS_AT_ONCE) return;
    after = Number(rows.at(-1)?.[0]);
  }
}
