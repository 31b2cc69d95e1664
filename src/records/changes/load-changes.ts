import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordRow } from '../revisions/record-row.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { Between, Change, ChangesFilter, ChangesOrder } from './change.ts';
import type { ChangeKind } from './change-kind.ts';
import { KIND_POSITION } from './changes-sql.ts';
import { narrowing } from './narrowed-changes.ts';
import { nameOf, readWhole } from './read-whole.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const ORDERS: Readonly<Record<ChangesOrder, string>> = {
  change: KIND_POSITION,
  records: 'table_name',
  child: 'child_id',
  cause: 'revision',
};

/** Some of the changes between two states in order, of what the reader sees. */
export async function loadChanges(
  tx: Transaction,
  between: Between,
  filter: ChangesFilter,
  page: {
    readonly order: ChangesOrder;
    readonly descending: boolean;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<readonly Change[]> {
  const narrowed = narrowing(filter, between, tx.authority);
  const way = page.descending ? 'desc nulls last' : 'asc nulls last';
  const rows = await tx.rows(
    `${narrowed.with}
     select table_name, row_key, child_id, kind, revision, before, after, passing, in_part from change
     ${narrowed.where} order by ${ORDERS[page.order]} ${way}, ${KIND_POSITION}, table_name, row_key
     limit ${narrowed.place(page.limit)}::bigint offset ${narrowed.place(page.offset)}::bigint`,
    narrowed.parameters,
  );
  const inPart = rows.filter((row) => row[8] === true);
  const whole = await readWhole(
    tx,
    inPart.map(([table, key]) => [String(table), String(key)] as const),
  );
  return rows.map(
    ([table, key, childId, kind, revision, before, after, passing]): Change => ({
      table: String(table),
      childId: childId as string | null,
      kind: kind as ChangeKind,
      revision: Number(revision),
      before: before as RecordRow | null,
      after: whole.get(nameOf(String(table), String(key))) ?? (after as RecordRow | null),
      passing: passing as RecordRow | null,
    }),
  );
}
