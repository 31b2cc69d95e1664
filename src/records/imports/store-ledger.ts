import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { LedgerLayout } from './ledger-layout.ts';

type Layout = Omit<LedgerLayout<never>, 'values'>;
type Row = readonly unknown[];

/** What storing a batch did. */
export interface LedgerStored {
  readonly added: number;
  readonly changed: number;
  /** Records that this import had named before; their rows are passed over. */
  readonly again: readonly string[];
}

function keyOf(layout: Layout, row: Row): string {
  return row.slice(0, layout.keyLength).join('|');
}

function same(one: Row, other: Row): boolean {
  return one.every((value, at) => {
    const stands = other[at];
    return Array.isArray(value) ? String(value) === String(stands) : value === stands;
  });
}

/** Rows whose record this import has not named before; a record named again is left as it first stood, so that the same files twice come to the same. */
function firstOfEach(layout: Layout, rows: readonly Row[], named: Set<string>) {
  const first = new Map<string, Row>();
  const again: string[] = [];
  for (const row of rows) {
    const key = keyOf(layout, row);
    if (named.has(key)) again.push(key);
    else first.set(key, row);
    named.add(key);
  }
  return { first, again };
}

async function storedRows(
  tx: CouncilTransaction<RecordsTables>,
  layout: Layout,
  rows: Iterable<Row>,
): Promise<Map<string, Row>> {
  const { column, position } = layout.lookUp;
  const named = [...new Set([...rows].map((row) => row[position]))];
  const stored = await tx.rows(
    `select ${layout.columns.join(', ')} from ${layout.table}
     where authority_id = $1 and ${column} = any($2)`,
    [tx.authority, named],
  );
  return new Map(stored.map((row) => [keyOf(layout, row), row]));
}

async function update(
  tx: CouncilTransaction<RecordsTables>,
  layout: Layout,
  row: Row,
): Promise<void> {
  const settings = layout.columns
    .slice(layout.keyLength)
    .map((name, at) => `${name} = $${layout.keyLength + at + 2}`);
  const keys = layout.columns.slice(0, layout.keyLength).map((name, at) => `${name} = $${at + 2}`);
  await tx.rows(
    `update ${layout.table} set ${settings.join(', ')}
     where authority_id = $1 and ${keys.join(' and ')}`,
    [tx.authority, ...row],
  );
}

/**
 * Stores a batch of a cost record or a directory. All are offered as new first; only where some
 * were already there are the standing rows read and the changed ones updated, each with its own
 * audit entry. The same rows twice change nothing.
 */
export async function storeLedgerBatch(
  tx: CouncilTransaction<RecordsTables>,
  layout: Layout,
  rows: readonly Row[],
  importId: string,
  named: Set<string>,
): Promise<LedgerStored> {
  const { first, again } = firstOfEach(layout, rows, named);
  const offered = [...first.values()].map((row) => [...row, importId]);
  const added = await tx.insertMany(layout.table, [...layout.columns, 'import_id'], offered, {
    onConflict: 'ignore',
  });
  let changed = 0;
  if (added < first.size) {
    const stored = await storedRows(tx, layout, first.values());
    for (const [key, row] of first) {
      const stands = stored.get(key);
      if (stands === undefined || same(row, stands)) continue;
      await update(tx, layout, row);
      changed += 1;
    }
  }
  return { added, changed, again };
}
