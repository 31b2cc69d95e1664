import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { settleEnds, wholeReturnsTaken } from '../../gone/settle.ts';
import { isSameRecord, keyOf, type RecordRow, rowsSince } from '../../revisions/record-row.ts';
import { RECORD_TABLES, type RecordTable } from '../../revisions/record-tables.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { type ReplayDesk, replayImport } from './replay-import.ts';
import type { ReplayPlan } from './replay-plan.ts';
import { restoreTo, type StoodBefore } from './restore.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** One record that comes out otherwise: what stands now, and what would. */
export interface Difference {
  readonly table: RecordTable;
  readonly stands: RecordRow | undefined;
  readonly would: RecordRow | undefined;
}

/** What records that the making again touched were before it. */
async function touchedSince(
  tx: Transaction,
  { table }: RecordTable,
  revision: number,
): Promise<readonly RecordRow[]> {
  const rows = await tx.rows(
    `select record from record_version
     where authority_id = $1 and table_name = $2 and known_until = $3`,
    [tx.authority, table, revision],
  );
  return rows.map(([record]) => record as RecordRow);
}

async function rowsNow(tx: Transaction, table: RecordTable, keys: ReadonlySet<string>) {
  const rows = await tx.rows(`select to_jsonb(t) from ${table.table} t where t.authority_id = $1`, [
    tx.authority,
  ]);
  const now = new Map<string, RecordRow>();
  for (const [row] of rows) {
    const key = keyOf(table, row as RecordRow);
    if (keys.has(key)) now.set(key, row as RecordRow);
  }
  return now;
}

async function differencesOf(
  tx: Transaction,
  table: RecordTable,
  before: ReadonlyMap<string, RecordRow | undefined>,
  revision: number,
): Promise<readonly Difference[]> {
  const stood = new Map(before);
  for (const row of await touchedSince(tx, table, revision)) {
    const key = keyOf(table, row);
    if (!stood.has(key)) stood.set(key, row);
  }
  for (const row of await rowsSince(tx, table, revision - 1)) {
    const key = keyOf(table, row);
    if (!stood.has(key)) stood.set(key, undefined);
  }
  if (stood.size === 0) return [];
  const now = await rowsNow(tx, table, new Set(stood.keys()));
  return [...stood].flatMap(([key, stands]) => {
    const would = now.get(key);
    return isSameRecord(stands, would) ? [] : [{ table, stands, would }];
  });
}

/**
 * Makes the records as a plan says and gives how they differ from what stands. `revision` is the next
 * one and the one after it is used too: the transaction is a try, and is not kept.
 */
export async function tryPlan(
  desk: ReplayDesk,
  plan: ReplayPlan,
  revision: number,
): Promise<readonly Difference[]> {
  const { tx, onProgress } = desk;
  await tx.rows('select app_revises($1, $2)', [revision, 'a try']);
  const before: StoodBefore = await restoreTo(tx, plan.base);
  await tx.rows('select app_revises($1, $2)', [revision + 1, 'a try']);
  for (const [at, importId] of plan.again.entries()) {
    onProgress('Making later imports again', at, plan.again.length);
    await replayImport(desk, importId);
  }
  // What people answered of children who are gone is of no import, and holds on what comes out.
  await settleEnds(tx, await wholeReturnsTaken(tx));
  const differences: Difference[] = [];
  for (const table of RECORD_TABLES) {
    const stood = before.get(table) ?? new Map();
    differences.push(...(await differencesOf(tx, table, stood, revision + 1)));
  }
  return differences;
}
