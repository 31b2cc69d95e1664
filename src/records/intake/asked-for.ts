import { WellplacedError } from '../../core/errors.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ImportOrders } from './imports/import-register.ts';

type Transaction = CouncilTransaction<RecordsTables>;
type Asked = Pick<ImportOrders, 'turns' | 'links'>;

/** The import without files that was asked for the same and is not over yet; undefined where there is none. */
export async function askedForAlready(
  tx: Transaction,
  { turns, links }: Asked,
): Promise<string | undefined> {
  const [row] = await tx.rows(
    `select i.import_id from import i
       left join child_link l on l.authority_id = $1 and l.import_id = i.import_id
     where i.authority_id = $1 and i.status in ('queued', 'running')
       and (i.turns_import = $2 or (l.child_id = $3 and l.follows = $4)) limit 1`,
    [tx.authority, turns?.importId ?? null, links?.childId ?? null, links?.follows ?? null],
  );
  return row === undefined ? undefined : String(row[0]);
}

/**
 * Throws a WellplacedError `asked-for-already` where the same was asked for a moment ago, as by a button
 * pressed twice. Those who ask for the same follow one another: each holds what it is about.
 */
export async function admitOnce(tx: Transaction, asked: Asked): Promise<void> {
  const { turns, links } = asked;
  await tx.rows(
    'select import_id from import where authority_id = $1 and import_id = $2 for update',
    [tx.authority, turns?.importId ?? ''],
  );
  await tx.rows('select child_id from child where authority_id = $1 and child_id = $2 for update', [
    ...[tx.authority, links?.childId ?? ''],
  ]);
  if ((await askedForAlready(tx, asked)) === undefined) return;
  throw new WellplacedError(
    'asked-for-already',
    'The same was asked for a moment ago.',
    'See what becomes of it in the list of imports.',
  );
}
