import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { ChildRecords } from '../../history/child-records.ts';
import type { ReportedRecord } from '../../history/reported-record.ts';
import { recordKey } from '../../history/reported-record.ts';
import { settleEpisodes } from '../../history/settle-episodes.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { HistoryChecks } from '../imports/history-checks.ts';
import type { ImportTally } from '../imports/import-tally.ts';
import type { KnownChildren } from './known-children.ts';
import { type RowLayout, rowOf, settledAt } from './row-layout.ts';
import { type StoredRecord, storedRecords, updateRecord } from './stored-records.ts';

const CHILDREN_AT_ONCE = 1_000;
const NONE: ReadonlyMap<string, StoredRecord> = new Map();

/** What storing one module needs to hand. */
export interface StoringContext {
  readonly tx: CouncilTransaction<RecordsTables>;
  readonly importId: string;
  readonly tally: ImportTally;
  readonly children: KnownChildren;
  readonly histories: HistoryChecks;
  readonly onProgress: (children: number, all: number) => void;
}

interface Writing {
  readonly added: (readonly unknown[])[];
  readonly changed: (readonly unknown[])[];
}

/** A child's records as they stand after the history rules, each as the row to store. */
function* settledRows(
  layout: RowLayout,
  childId: string,
  standing: readonly ReportedRecord[],
  { tally, histories }: StoringContext,
): Iterable<{ record: ReportedRecord; row: readonly unknown[] }> {
  if (layout.kind !== 'episodes') {
    for (const record of standing) yield { record, row: rowOf(layout, record) };
    return;
  }
  const { episodes, repairs } = settleEpisodes(layout.shape, childId, standing);
  histories.check(childId, episodes);
  for (const repair of repairs) tally.logged(repair);
  const cut = new Set(repairs.map((repair) => repair.recordKey));
  for (const { reported, dec, rec } of episodes) {
    if (cut.has(recordKey(layout.shape, reported))) tally.repaired(reported);
    yield { record: reported, row: rowOf(layout, reported, { dec, rec }) };
  }
}

/** Whether the row says otherwise than the one stored. An open episode whose child was gone from the newest return keeps the end it was given: whether it still holds is decided once all is stored. */
function differs(layout: RowLayout, row: readonly unknown[], stored: readonly unknown[]): boolean {
  const { reportedDec, dec } = settledAt(layout);
  const open = reportedDec !== -1 && row[reportedDec] === null && stored[reportedDec] === null;
  const free = open && row[dec] === null ? dec : -1;
  return row.some((value, at) => at !== free && value !== stored[at]);
}

function compareChild(
  layout: RowLayout,
  childId: string,
  stored: ReadonlyMap<string, StoredRecord>,
  incoming: readonly ReportedRecord[],
  context: StoringContext,
  writing: Writing,
): void {
  const { tally, importId } = context;
  const history = new ChildRecords(layout.shape, tally);
  for (const { reported } of stored.values()) history.add(childId, reported);
  for (const record of incoming) history.add(childId, record);
  for (const { record, row } of settledRows(layout, childId, history.of(childId), context)) {
    const before = stored.get(recordKey(layout.shape, record));
    const counts = record.file === undefined ? undefined : tally.of(record.file);
    if (before === undefined) {
      writing.added.push([...row, importId]);
      if (counts !== undefined) counts.added += 1;
    } else if (differs(layout, row, before.row)) {
      writing.changed.push(row);
      if (counts !== undefined) counts.changed += 1;
    }
  }
}

/**
 * Stores a module's records child by child: new ones are inserted with the import's id, changed ones
 * updated one at a time so that each has its own audit entry, unchanged ones are left alone.
 */
export async function storeModule(
  layout: RowLayout,
  incoming: ChildRecords,
  context: StoringContext,
): Promise<void> {
  const { tx, importId, children } = context;
  const all = [...incoming.children()];
  const held = await tx.rows(`select 1 from ${layout.table} where authority_id = $1 limit 1`, [
    tx.authority,
  ]);
  for (let start = 0; start < all.length; start += CHILDREN_AT_ONCE) {
    const some = all.slice(start, start + CHILDREN_AT_ONCE);
    const stored = held.length === 0 ? new Map() : await storedRecords(tx, layout, some);
    const writing: Writing = { added: [], changed: [] };
    if (layout.kind === 'episodes') await context.histories.prepare(some);
    for (const childId of some) {
      const mine = stored.get(childId) ?? NONE;
      compareChild(layout, childId, mine, incoming.of(childId), context, writing);
    }
    if (layout.kind === 'header') context.histories.noteBirths(layout, writing);
    else await children.ensure(some, incoming, layout.shape.columns, importId);
    await tx.insertMany(layout.table, [...layout.columns, 'import_id'], writing.added);
    for (const row of writing.changed) await updateRecord(tx, layout, row);
    for (const childId of some) incoming.release(childId);
    context.onProgress(start + some.length, all.length);
  }
}
