import type { ExpressionBuilder } from 'kysely';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Bound } from '../../platform/http/bound.ts';
import type { Turn } from '../revisions/revision.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ImportStatus } from './import-in-words.ts';

/** What the list of imports is narrowed to. */
export interface ImportsFilter {
  /** A part of the name of one of its files. */
  readonly search?: string | undefined;
  readonly status?: ImportStatus | undefined;
}

type Transaction = CouncilTransaction<RecordsTables>;

/** One import as the list shows it. */
export interface ListedImport {
  readonly importId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly reason: string;
  readonly status: ImportStatus;
  /** Whether it takes an import or a link back or puts one back, or links two identifiers, having no files. */
  readonly turn: Turn | null;
  readonly isLink: boolean;
  readonly takenBack: boolean;
  /** Whether it would change so much that it waits for a word. */
  readonly waits: boolean;
  readonly files: number;
  readonly refused: number;
  /** The first of its files by name; undefined while none is known. */
  readonly firstPath: string | undefined;
  readonly kinds: readonly string[];
  readonly accepted: number;
  readonly rejected: number;
  /** Findings that this import was the first to make. */
  readonly findings: number;
}

/** One page of the list, and how many imports there are on all pages. */
export interface ImportsPage {
  readonly rows: readonly ListedImport[];
  readonly total: number;
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function hasFileNamed(
  where: ExpressionBuilder<RecordsTables, 'import'>,
  authority: string,
  search: string,
) {
  return where.exists(
    where
      .selectFrom('import_file')
      .select('import_file.file_number')
      .where('import_file.authority_id', '=', authority)
      .whereRef('import_file.import_id', '=', 'import.import_id')
      .where('import_file.path', 'ilike', containing(search)),
  );
}

/** Whether the files of an import are held still: once they are imported again, or let go, it waits for nobody. */
function holdsFiles(where: ExpressionBuilder<RecordsTables, 'import'>, authority: string) {
  return where.exists(
    where
      .selectFrom('upload_chunk')
      .select('upload_chunk.file_number')
      .where('upload_chunk.authority_id', '=', authority)
      .whereRef('upload_chunk.import_id', '=', 'import.import_id'),
  );
}

function matching(tx: Transaction, { search, status }: ImportsFilter) {
  let query = tx.db.selectFrom('import').where('import.authority_id', '=', tx.authority);
  if (status !== undefined) query = query.where('import.status', '=', status);
  if (search !== undefined) {
    query = query.where((where) => hasFileNamed(where, tx.authority, search));
  }
  return query;
}

/** What the files of some imports come to, by import. */
async function fileTotals(tx: Transaction, importIds: readonly string[]) {
  const rows = await tx.rows(
    `select import_id, count(*)::int, count(problem)::int, min(path),
       array_agg(distinct kind), sum(accepted)::int, sum(rejected)::int
     from import_file where authority_id = $1 and import_id = any($2) group by import_id`,
    [tx.authority, importIds],
  );
  return new Map(rows.map(([importId, ...totals]) => [String(importId), totals]));
}

async function findingCounts(tx: Transaction, importIds: readonly string[]) {
  const rows = await tx.rows(
    `select import_id, count(*)::int from finding
     where authority_id = $1 and import_id = any($2) group by import_id`,
    [tx.authority, importIds],
  );
  return new Map(rows.map(([importId, count]) => [String(importId), Number(count)]));
}

/** Which of some imports stand for links of two identifiers. */
async function linksAmong(tx: Transaction, importIds: readonly string[]) {
  const rows = await tx.rows(
    'select import_id from child_link where authority_id = $1 and import_id = any($2)',
    [tx.authority, importIds],
  );
  return new Set(rows.map(([importId]) => String(importId)));
}

async function listed(
  tx: Transaction,
  filter: ImportsFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<ListedImport[]> {
  const rows = await matching(tx, filter)
    .select(['import_id', 'requested_at', 'requested_by', 'reason', 'status'])
    .select(['turn', 'turns_import', 'taken_back'])
    .select((select) =>
      select
        .and([select('large_change', 'is not', null), holdsFiles(select, tx.authority)])
        .as('waits'),
    )
    .orderBy('requested_at', 'desc')
    .orderBy('import_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const ids = rows.map((row) => row.import_id);
  const files = await fileTotals(tx, ids);
  const findings = await findingCounts(tx, ids);
  const linking = (row: (typeof rows)[number]) => row.turns_import ?? row.import_id;
  const links = await linksAmong(tx, rows.map(linking));
  return rows.map((row) => {
    const [count, refused, path, kinds, accepted, rejected] = files.get(row.import_id) ?? [];
    return {
      importId: row.import_id,
      requestedAt: row.requested_at,
      requestedBy: row.requested_by,
      reason: row.reason,
      status: row.status as ImportStatus,
      turn: row.turn,
      isLink: links.has(linking(row)),
      takenBack: row.taken_back,
      waits: row.waits === true && row.status !== 'complete',
      files: Number(count ?? 0),
      refused: Number(refused ?? 0),
      firstPath: path === undefined ? undefined : String(path),
      kinds: (kinds as string[] | undefined) ?? [],
      accepted: Number(accepted ?? 0),
      rejected: Number(rejected ?? 0),
      findings: findings.get(row.import_id) ?? 0,
    };
  });
}

/** A page of the council's imports, newest first, counted from 1. */
export async function loadImports(
  tx: Transaction,
  filter: ImportsFilter,
  { page, pageSize: limit }: { readonly page: number; readonly pageSize: number },
): Promise<ImportsPage> {
  const { total } = await matching(tx, filter)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: await listed(tx, filter, { offset: (page - 1) * limit, limit }), total };
}

const IMPORTS_AT_ONCE = 500;

/** Every import that matches, newest first, read some at a time. */
export async function* allImports(
  { read }: Pick<Bound, 'read'>,
  filter: ImportsFilter,
): AsyncGenerator<ListedImport> {
  for (let offset = 0; ; offset += IMPORTS_AT_ONCE) {
    const some = await read((tx: Transaction) =>
      listed(tx, filter, { offset, limit: IMPORTS_AT_ONCE }),
    );
    yield* some;
    if (some.length < IMPORTS_AT_ONCE) return;
  }
}
