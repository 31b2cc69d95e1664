import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { ChildRecords } from '../../history/child-records.ts';
import type { ReportedRecord } from '../../history/reported-record.ts';
import { recordKey } from '../../history/reported-record.ts';
import { settleEpisodes } from '../../history/settle-episodes.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { HistoryChecks } from '../imports/history-checks.ts';
import type { ImportTally } from '../imports/import-tally.ts';
import type { KnownChildren } from './known-children.ts';
import { type RowLayout, rowOf, SAID_COLUMNS, saidBy, settledAt } from './row-layout.ts';
import { type StoredRecord, storedRecords, updateRecord } from './stored-records.ts';
import type { WholeReturns } from './whole-returns.ts';
import { withdraw } from './withdraw-unnamed.ts';

const CHILDREN_AT_ONCE = 1_000;
const NONE: ReadonlyMap<string, StoredRecord> = new Map();

/** What storing one module needs to hand. */
export interface StoringContext {
  readonly tx: CouncilTransaction<RecordsTables>;
  readonly importId: string;
  readonly tally: ImportTally;
  readonly children: KnownChildren;
  readonly histories: HistoryChecks;
  readonly whole: WholeReturns;
  readonly onProgress: (children: number, all: number) => void;
}

interface Writing {
  readonly added: (readonly unknown[])[];
  readonly changed: (readonly unknown[])[];
  /** Rows that are to go. */
  readonly withdrawn: (readonly unknown[])[];
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

/** Whether the row says otherwise than the one stored. An open episode whose child was gone from the newest return keeps the end it was given, and its reason: whether they still hold is decided once all is stored. */
function differs(layout: RowLayout, row: readonly unknown[], stored: readonly unknown[]): boolean {
  const { reportedDec, dec, rec } = settledAt(layout);
  const open = reportedDec !== -1 && row[reportedDec] === null && stored[reportedDec] === null;
  const free = open && row[dec] === null ? [dec, rec] : [];
  return row.some((value, at) => !free.includes(at) && value !== stored[at]);
}

function compareChild(
  layout: RowLayout,
  childId: string,
  stored: ReadonlyMap<string, StoredRecord>,
  incoming: ChildRecords,
  context: StoringContext,
  writing: Writing,
): void {
  const { tally, importId, whole } = context;
  const history = new ChildRecords(layout.shape, tally);
  for (const reported of stillSaid(layout, childId, stored, incoming, whole)) {
    history.add(childId, reported);
  }
  for (const record of incoming.of(childId)) history.add(childId, record);
  const standing = new Set<string>();
  for (const { record, row } of settledRows(layout, childId, history.of(childId), context)) {
    const key = recordKey(layout.shape, record);
    standing.add(key);
    const before = stored.get(key);
    const counts = record.file === undefined ? undefined : tally.of(record.file);
    if (before === undefined) {
      writing.added.push([...row, ...saidBy(importId, record)]);
      if (counts !== undefined) counts.added += 1;
    } else if (differs(layout, row, before.row)) {
      const said = record.file === undefined ? [] : saidBy(importId, record);
      writing.changed.push([...row, ...said]);
      if (counts !== undefined) counts.changed += 1;
    }
  }
  for (const [key, { reported, row }] of stored) {
    if (standing.has(key)) continue;
    writing.withdrawn.push(row);
    const file = whole.fileOf(reported.returnYear);
    if (file !== undefined) tally.of(file.number).withdrawn += 1;
  }
}

/** What stored records say still: all of it, but for what is now for a whole return to say. */
function* stillSaid(
  layout: RowLayout,
  childId: string,
  stored: ReadonlyMap<string, StoredRecord>,
  incoming: ChildRecords,
  whole: WholeReturns,
): Iterable<ReportedRecord> {
  const isNamedIn = (returnYear: number) => incoming.isNamedIn(childId, returnYear);
  for (const { reported } of stored.values()) {
    if (!whole.overrules(childId, reported)) yield reported;
    else {
      const left = whole.leftOf(layout.shape, reported, isNamedIn);
      if (left !== undefined) yield left;
    }
  }
}

/** The children of whom an import says something: in its rows, or by having none where whole returns had some. */
async function childrenSpokenOf(
  layout: RowLayout,
  incoming: ChildRecords,
  { tx, whole }: StoringContext,
): Promise<readonly string[]> {
  const named = new Set(incoming.children());
  if (whole.years.size === 0 || layout.kind === 'header') return [...named];
  const before = await tx.rows(
    `select distinct child_id from ${layout.table} where authority_id = $1 and return_year = any($2)`,
    [tx.authority, [...whole.years]],
  );
  for (const [childId] of before) named.add(String(childId));
  return [...named];
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
  const { tx } = context;
  const held = await tx.rows(`select 1 from ${layout.table} where authority_id = $1 limit 1`, [
    tx.authority,
  ]);
  if (held.length === 0)
    return storeChildren(layout, incoming, [...incoming.children()], context, false);
  await storeChildren(layout, incoming, await childrenSpokenOf(layout, incoming, context), context);
}

/** Stores what stands of some children: what is held of them, if anything is, and what comes in, settled together. */
export async function storeChildren(
  layout: RowLayout,
  incoming: ChildRecords,
  all: readonly string[],
  context: StoringContext,
  isHeld = true,
): Promise<void> {
  const { tx, importId, children } = context;
  for (let start = 0; start < all.length; start += CHILDREN_AT_ONCE) {
    const some = all.slice(start, start + CHILDREN_AT_ONCE);
    const stored = isHeld ? await storedRecords(tx, layout, some) : new Map();
    const named = some.filter((childId) => incoming.of(childId).length > 0);
    const writing: Writing = { added: [], changed: [], withdrawn: [] };
    if (layout.kind === 'episodes') await context.histories.prepare(some);
    for (const childId of some) {
      const mine = stored.get(childId) ?? NONE;
      compareChild(layout, childId, mine, incoming, context, writing);
    }
    if (layout.kind === 'header') context.histories.noteBirths(layout, writing);
    else await children.ensure(named, incoming, layout.shape.columns, importId);
    await tx.insertMany(layout.table, [...layout.columns, ...SAID_COLUMNS], writing.added);
    for (const row of writing.changed) await updateRecord(tx, layout, row);
    for (const row of writing.withdrawn) {
      const keys = layout.keyColumns.map((name) => row[layout.columns.indexOf(name)]);
      await withdraw(tx, layout.table, layout.keyColumns, keys);
    }
    for (const childId of some) incoming.release(childId);
    context.onProgress(start + some.length, all.length);
  }
}
