import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Severity } from '../model.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { FileKind } from './files/file-kind.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What became of one file of an import, as its journal says. */
export interface ImportedFile {
  readonly fileNumber: number;
  /** The number of the file as it was given, which holds several of these when it is a workbook. */
  readonly sourceNumber: number;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly kind: FileKind;
  readonly returnYear: number | null;
  /** Column names; empty for XML and for what is no table. */
  readonly header: readonly string[];
  readonly ignoredColumns: readonly string[];
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly superseded: number;
  readonly repaired: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly problem: string | null;
  /** Whether the file is a table that can be read once its columns are mapped. */
  readonly mappable: boolean;
}

/** The files of an import, in the order they came. */
export async function loadFiles(tx: Transaction, importId: string): Promise<ImportedFile[]> {
  const rows = await tx.db
    .selectFrom('import_file')
    .select([
      'file_number',
      'source_number',
      'path',
      'bytes',
      'sha256',
      'kind',
      'return_year',
      'header',
    ])
    .select(['ignored_columns', 'row_count', 'accepted', 'rejected', 'superseded', 'repaired'])
    .select(['added', 'changed', 'withdrawn', 'problem'])
    .select((select) => select('sample', 'is not', null).as('mappable'))
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .orderBy('file_number')
    .execute();
  return rows.map(({ accepted, rejected, superseded, repaired, added, changed, ...row }) => ({
    ...{ accepted, rejected, superseded, repaired, added, changed, withdrawn: row.withdrawn },
    ...{ path: row.path, bytes: row.bytes, sha256: row.sha256, problem: row.problem },
    fileNumber: row.file_number,
    sourceNumber: row.source_number ?? row.file_number,
    kind: row.kind as FileKind,
    returnYear: row.return_year,
    header: row.header as string[],
    ignoredColumns: row.ignored_columns as string[],
    rows: row.row_count,
    mappable: row.mappable === true,
  }));
}

/** Findings of one rule that an import was the first to make. */
export interface RuleCount {
  readonly severity: Severity;
  readonly rule: string;
  readonly count: number;
  readonly example: string;
}

/** The findings of an import by rule, most frequent first. */
export async function loadRuleCounts(tx: Transaction, importId: string): Promise<RuleCount[]> {
  const rows = await tx.rows(
    `select severity, rule, count(*)::int as number, min(message) from finding
     where authority_id = $1 and import_id = $2 group by severity, rule
     order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, number desc, rule`,
    [tx.authority, importId],
  );
  return rows.map(([severity, rule, count, example]) => ({
    severity: severity as Severity,
    rule: String(rule),
    count: Number(count),
    example: String(example),
  }));
}

/** How many findings of earlier imports this one settled, and how many repairs it was the first to make. */
export async function loadConsequences(
  tx: Transaction,
  importId: string,
): Promise<{ readonly settled: number; readonly repairs: number }> {
  const [row] = await tx.rows(
    `select
       (select count(*)::int from finding where authority_id = $1 and resolved_import_id = $2),
       (select count(*)::int from repair where authority_id = $1 and import_id = $2)`,
    [tx.authority, importId],
  );
  return { settled: Number(row?.[0]), repairs: Number(row?.[1]) };
}
