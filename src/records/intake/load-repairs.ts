import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RepairRule } from '../history/repair.ts';
import type { ReturnModuleKind } from '../returns/return-module.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What the log of repairs is narrowed to. */
export interface RepairsFilter {
  readonly rule?: RepairRule | undefined;
  /** A part of a child’s identifier. */
  readonly child?: string | undefined;
}

type Transaction = CouncilTransaction<RecordsTables>;

/** How many repairs a page holds. */
export const PAGE_SIZE = 25;

/** The columns that a repair changed, with their values. */
export type Values = Readonly<Record<string, string | null>>;

/** One repair as the log has it. */
export interface LoggedRepair {
  readonly rule: RepairRule;
  readonly module: ReturnModuleKind;
  readonly childId: string;
  /** Names the record within the child: an episode's DECOM, a review's date. */
  readonly recordKey: string;
  readonly before: Values;
  readonly after: Values;
}

function matching(tx: Transaction, importId: string, { rule, child }: RepairsFilter) {
  let query = tx.db
    .selectFrom('repair')
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId);
  if (rule !== undefined) query = query.where('rule', '=', rule);
  if (child !== undefined) query = query.where('child_id', '=', child.toUpperCase());
  return query;
}

/** Some repairs of an import, by child and record. */
export async function loadRepairs(
  tx: Transaction,
  importId: string,
  filter: RepairsFilter,
  part: { readonly offset: number; readonly limit: number },
): Promise<LoggedRepair[]> {
  const rows = await matching(tx, importId, filter)
    .select(['rule', 'module', 'child_id', 'record_key', 'before', 'after'])
    .orderBy('child_id')
    .orderBy('record_key')
    .orderBy('repair_key')
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map((row) => ({
    rule: row.rule as RepairRule,
    module: row.module as ReturnModuleKind,
    childId: row.child_id,
    recordKey: row.record_key,
    before: row.before as Values,
    after: row.after as Values,
  }));
}

/** How many repairs an import made by each rule, those alone that match. */
export async function countRepairs(
  tx: Transaction,
  importId: string,
  filter: RepairsFilter,
): Promise<ReadonlyMap<string, number>> {
  const rows = await matching(tx, importId, filter)
    .select((select) => ['rule', select.fn.countAll<number>().as('number')] as const)
    .groupBy('rule')
    .execute();
  return new Map(rows.map(({ rule, number }) => [rule, number]));
}
