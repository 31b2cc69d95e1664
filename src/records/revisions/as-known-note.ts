import { instantInWords } from '../../core/instant.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { WorkbookNote } from '../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../platform/http/route.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** As of when a file of the records knows them: after the last import, or what else changed what stands. */
export async function asKnownNote({
  read,
}: Pick<ReadingRequest, 'read'>): Promise<readonly WorkbookNote[]> {
  const [row] = await read<RecordsTables, unknown[][]>((tx: CouncilTransaction<RecordsTables>) =>
    tx.rows(
      `select revision, made_at from revision
       where authority_id = $1 order by revision desc limit 1`,
      [tx.authority],
    ),
  );
  if (row === undefined) return [['As known', 'Nothing has been imported yet']];
  const [revision, madeAt] = row;
  return [
    ['As known', `After change ${revision} of the records, of ${instantInWords(madeAt as Date)}`],
  ];
}
