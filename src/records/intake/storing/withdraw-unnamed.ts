import type { PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ExtractLayout } from './extract-layout.ts';
import { keyText } from './extract-writer.ts';
import type { NamedRows } from './named-rows.ts';
import type { PeriodsOfFiles } from './periods-of-files.ts';
import type { UnreadSubjects } from './unread-subjects.ts';

type Layout = Omit<ExtractLayout<never>, 'values'>;
type Transaction = CouncilTransaction<RecordsTables>;

const ROWS_AT_ONCE = 20_000;

function keyColumns({ columns, keyLength, hasLines }: Layout): readonly string[] {
  return [...columns.slice(0, keyLength), ...(hasLines ? ['occurrence'] : [])];
}

/** The keys of every stored row, and its day where files stand for days, in order, some thousands at a time. */
async function* storedKeys(tx: Transaction, layout: Layout): AsyncIterable<unknown[][]> {
  const names = keyColumns(layout);
  const list = names.join(', ');
  const columns = layout.day === undefined ? list : `${list}, ${layout.day.column}`;
  const places = names.map((_, at) => `$${at + 2}`).join(', ');
  let after: unknown[] | undefined;
  for (;;) {
    const beyond = after === undefined ? '' : `and (${list}) > (${places})`;
    const rows = await tx.rows(
      `select ${columns} from ${layout.table} where authority_id = $1 ${beyond}
       order by ${list} limit ${ROWS_AT_ONCE}`,
      [tx.authority, ...(after?.slice(0, names.length) ?? [])],
    );
    yield rows;
    after = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** Takes a record out of what stands; what it said is kept as a version. */
export async function withdraw(
  tx: Transaction,
  table: string,
  keys: readonly string[],
  values: readonly unknown[],
): Promise<void> {
  const places = keys.map((name, at) => `${name} = $${at + 2}`);
  await tx.rows(`delete from ${table} where authority_id = $1 and ${places.join(' and ')}`, [
    tx.authority,
    ...values,
  ]);
}

/**
 * Withdraws the stored rows of a kind that whole files no longer name, but for those that a rejected
 * row may have been about, and those outside the days for which the files stand. Gives how many.
 */
export async function withdrawUnnamed(
  tx: Transaction,
  layout: Layout,
  named: NamedRows,
  unread: UnreadSubjects,
  periods: PeriodsOfFiles,
): Promise<number> {
  const [held] = await tx.rows(`select count(*) from ${layout.table} where authority_id = $1`, [
    tx.authority,
  ]);
  if (unread.anything || Number(held?.[0]) === named.size) return 0;
  const keys = keyColumns(layout);
  const gone: unknown[][] = [];
  for await (const rows of storedKeys(tx, layout)) {
    for (const row of rows) {
      if (layout.partOf !== undefined && !named.parts.has(layout.partOf(row))) continue;
      if (layout.day !== undefined && !periods.hold(row[keys.length] as PlainDate)) continue;
      const subject = String(row[layout.lookUp.position]);
      if (!named.has(keyText(row, keys.length)) && !unread.has(subject)) {
        gone.push(row.slice(0, keys.length));
      }
    }
  }
  for (const row of gone) await withdraw(tx, layout.table, keys, row);
  return gone.length;
}
