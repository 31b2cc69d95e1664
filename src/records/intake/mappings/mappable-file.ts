import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { hiddenChildren } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SampleRow } from '../imports/sample-rows.ts';
import type { MappableFile } from './preview.ts';

/** The first rows without those that hold the identifier of a child hidden from the reader: which column has it is not known yet. */
function samplesSeen(sample: readonly SampleRow[], hidden: ReadonlySet<string>) {
  return sample.filter(({ cells }) => !cells.some((cell) => hidden.has(cell.trim().toUpperCase())));
}

/** A file of an import that was refused because its layout is not known; undefined when it is not such a file. */
export async function loadMappableFile(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
  fileNumber: number,
): Promise<MappableFile | undefined> {
  const row = await tx.db
    .selectFrom('import_file')
    .select(['path', 'header', 'sample', 'return_year'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .where('file_number', '=', fileNumber)
    .where('sample', 'is not', null)
    .executeTakeFirst();
  return (
    row && {
      importId,
      fileNumber,
      path: row.path,
      header: row.header as string[],
      sample: samplesSeen(row.sample as SampleRow[], await hiddenChildren(tx)),
      returnYear: row.return_year ?? undefined,
    }
  );
}
