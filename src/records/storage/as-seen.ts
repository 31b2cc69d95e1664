import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from './records-tables.ts';
import { recordsVersion } from './records-version.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const SIGHT = [
  ...['hidden_children', 'hidden_words', 'reader', 'reader_id', 'reader_since', 'reader_until'],
].map((name) => `coalesce(current_setting('app.${name}', true), '')`);

/**
 * Which rows about children the transaction reads, as a text: readers for whom it is the same read the
 * same. Names of children are apart: what is remembered by it holds none.
 */
async function sight(tx: Transaction): Promise<string> {
  const [row] = await tx.rows(`select ${SIGHT.join(', ')}`);
  // What a reader wrote stays in sight among what is hidden; where nothing is, everybody reads the same.
  return row?.[0] === '' ? '' : JSON.stringify(row);
}

/**
 * What the work finds in the records as the reader sees them, remembered until an import completes.
 * `name` tells it from all else, with every value that it is made from beside the records, such as the day.
 */
export async function foundAsSeen<Thing>(
  tx: Transaction,
  name: readonly string[],
  work: () => Promise<readonly Thing[]>,
): Promise<readonly Thing[]> {
  const what = JSON.stringify([...name, await sight(tx)]);
  return tx.remembered({ what, version: await recordsVersion(tx) }, work);
}

/** As foundAsSeen, for what is made from the decisions on findings too, which are only ever added; an answer about a child who is gone makes a revision. */
export async function decidedAsSeen<Thing>(
  tx: Transaction,
  name: readonly string[],
  work: () => Promise<readonly Thing[]>,
): Promise<readonly Thing[]> {
  const [decisions] = await tx.rows(
    'select count(*), max(decided_at)::text from finding_decision where authority_id = $1',
    [tx.authority],
  );
  const what = JSON.stringify([...name, await sight(tx)]);
  const version = JSON.stringify([await recordsVersion(tx), decisions]);
  return tx.remembered({ what, version }, work);
}
