import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../core/plain-date.ts';
import type { SortOrder } from '../../platform/components/sortable-heading.tsx';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Severity } from '../model.ts';
import type { Verdict } from '../storage/finding-decisions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type FindingDecision, type FindingRow, RECORDED_NOW } from './finding-row.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The columns that the list can be sorted by. */
type SortKey = 'severity' | 'rule' | 'child' | 'kind' | 'year' | 'file';

/** How the list is sorted. */
export interface FindingsOrder {
  readonly key: SortKey;
  readonly order: SortOrder;
}

const GRAVITY = sql.raw(`case f.severity when 'error' then 0 when 'warning' then 1 else 2 end`);

/** Findings of one rule, counted. */
export interface RuleCount {
  readonly severity: Severity;
  readonly rule: string;
  readonly found: number;
}

/** How many findings each rule has made, the gravest and most frequent first. */
export async function countByRule(
  tx: Transaction,
  selected: RawBuilder<unknown>,
): Promise<readonly RuleCount[]> {
  const query = sql<RuleCount>`select f.severity, f.rule, count(*) as found ${selected}
    group by f.severity, f.rule order by ${GRAVITY}, count(*) desc, f.rule`;
  return (await query.execute(tx.db)).rows;
}

function sortedBy(key: SortKey): RawBuilder<unknown> {
  switch (key) {
    case 'severity':
      return GRAVITY;
    case 'rule':
      return sql`f.rule`;
    case 'child':
      return sql`f.child_id`;
    case 'kind':
      return sql`f.kind`;
    case 'year':
      return sql`nullif(f.return_year, 0)`;
    case 'file':
      return sql`f.path`;
  }
}

interface StoredFinding {
  severity: Severity;
  rule: string;
  child_id: string | null;
  kind: string;
  return_year: number;
  path: string | null;
  line: number | null;
  column_name: string | null;
  value: string | null;
  message: string;
  import_id: string | null;
  resolved_import_id: string | null;
  subject_key: string;
  alike: number;
  decided: boolean;
  decision_number: number | null;
  verdict: Verdict | null;
  reason: string | null;
  mender: string | null;
  mender_id: string | null;
  mend_by: PlainDate | null;
  decided_by: string | null;
  decided_at: Date | string | null;
}

function decisionOf(found: StoredFinding): FindingDecision | undefined {
  const { decision_number: number, verdict, decided_by: decidedBy, decided_at: at } = found;
  if (number === null || verdict === null || at === null) return undefined;
  return {
    number,
    verdict,
    reason: found.reason ?? '',
    mender: found.mender,
    menderId: found.mender_id,
    mendBy: found.mend_by,
    decidedBy: decidedBy ?? '',
    decidedAt: new Date(at),
  };
}

function rowOf(found: StoredFinding): FindingRow {
  const { severity, rule, kind, path, line, value, message, alike, decided } = found;
  return {
    ...{ severity, rule, kind, path, line, value, message, alike, decided },
    resolved: found.resolved_import_id !== null,
    resolvedImportId: found.resolved_import_id,
    childId: found.child_id,
    returnYear: found.return_year,
    column: found.column_name,
    importId: found.import_id,
    subjectKey: found.subject_key,
    decision: decisionOf(found),
  };
}

/** The findings in order: all of them, or one page. Those alike come by rule, child, file and line. */
export async function loadFindings(
  tx: Transaction,
  selected: RawBuilder<unknown>,
  by: FindingsOrder,
  page?: { readonly from: number; readonly size: number },
): Promise<readonly FindingRow[]> {
  const some = page === undefined ? sql`` : sql`limit ${page.size} offset ${page.from}`;
  const way = sql.raw(by.order === 'descending' ? 'desc' : 'asc');
  const query = sql<StoredFinding>`select f.severity, f.rule, f.child_id, f.kind, f.return_year,
      f.path, f.line, f.column_name, f.value, f.message, f.import_id,
      f.resolved_import_id, f.subject_key, f.alike, f.decided,
      f.decision_number, f.verdict, f.reason, f.mender, f.mender_id, f.mend_by, f.decided_by, f.decided_at
    ${selected}
    order by ${sortedBy(by.key)} ${way} nulls last, ${GRAVITY}, f.rule, f.child_id, f.path, f.line,
      f.column_name, f.message ${some}`;
  return (await query.execute(tx.db)).rows.map(rowOf);
}

/** What the stored findings can be narrowed to. */
export async function loadChoices(
  tx: Transaction,
): Promise<{ readonly kinds: readonly string[]; readonly years: readonly number[] }> {
  const rows = await tx.rows(
    'select distinct kind, return_year from finding where authority_id = $1',
    [tx.authority],
  );
  return {
    kinds: [...new Set([RECORDED_NOW, ...rows.map(([kind]) => String(kind))])].sort(),
    years: [...new Set(rows.map(([, year]) => year as number))].sort((one, two) => two - one),
  };
}

/** The council's children, for telling their identifiers in a text. */
export async function loadChildIds(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.rows('select child_id from child where authority_id = $1', [tx.authority]);
  return new Set(rows.map(([childId]) => String(childId)));
}
