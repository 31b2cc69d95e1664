import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { Between } from './change.ts';
import type { ChangeKind } from './change-kind.ts';
import type { ChangeSum, ChangeSums } from './change-sums.ts';
import { withChanges } from './changes-sql.ts';
import { nightsOfRecord, penceOfRecord } from './record-amounts.ts';

type Transaction = CouncilTransaction<RecordsTables>;

function sumsSql(): string {
  const day = '$4::date';
  const nights = (record: string) =>
    `coalesce(sum(case when table_name = 'episode' and ${record} is not null
       then ${nightsOfRecord(record, day)} end), 0)`;
  return `${withChanges({})}
    select table_name, kind, revision, count(*),
      coalesce(sum(${penceOfRecord('before', day)}), 0),
      coalesce(sum(${penceOfRecord('after', day)}), 0),
      ${nights('before')}, ${nights('after')},
      count(distinct child_id) filter (where kind not in ('said-again', 'passing'))
    from change
    group by grouping sets ((table_name, kind, revision), (table_name), ())`;
}

/**
 * The sums of all that became different between two states, of what the reader sees; nights are those
 * of the year before the day, weekly rates those of its night. Remembered until the records change.
 */
export async function loadChangeSums(
  tx: Transaction,
  between: Between,
  day: PlainDate,
): Promise<ChangeSums> {
  const { from, until } = between;
  // Names are not there for who may not see them, and are counted for whoever may.
  const [names] = await tx.rows("select coalesce(current_setting('app.sees_names', true), '')");
  const what = ['what changed', `${from}-${until}`, day, String(names?.[0])];
  const rows = await foundAsSeen(tx, what, () =>
    tx.rows(sumsSql(), [tx.authority, from, until, day]),
  );
  const whole = rows.find(([table]) => table === null);
  const tables = rows.filter(([table, kind]) => table !== null && kind === null);
  return {
    sums: rows
      .filter(([, kind]) => kind !== null)
      .map(
        ([table, kind, revision, ...sums]): ChangeSum => ({
          table: String(table),
          kind: kind as ChangeKind,
          revision: Number(revision),
          records: Number(sums[0]),
          penceBefore: Number(sums[1]),
          penceAfter: Number(sums[2]),
          nightsBefore: Number(sums[3]),
          nightsAfter: Number(sums[4]),
        }),
      ),
    children: Number(whole?.[8] ?? 0),
    childrenOf: new Map(tables.map((row) => [String(row[0]), Number(row[8])])),
  };
}
