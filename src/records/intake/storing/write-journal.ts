import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { PlatformTables } from '../../../platform/database/platform-tables.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { type Extent, extentOf } from '../imports/extent.ts';
import { planOf } from '../imports/file-plan.ts';
import type { FileOutcome } from '../imports/import-outcome.ts';
import type { ImportTally } from '../imports/import-tally.ts';
import type { PlannedFile } from '../imports/planned-file.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const FILE_COLUMNS = [
  ...['import_id', 'file_number', 'path', 'bytes', 'sha256', 'kind', 'return_year', 'header'],
  ...['sample', 'ignored_columns', 'row_count', 'accepted', 'rejected', 'superseded', 'repaired'],
  ...['added', 'changed', 'withdrawn', 'problem', 'source_number', 'extent', 'plan'],
];
const REJECTION_COLUMNS = [
  ...['import_id', 'file_number', 'rejection_number', 'kind', 'line', 'column_name', 'value'],
  ...['reason', 'cells'],
];
/** What became of each file, as counted. */
function fileOutcomes(files: readonly PlannedFile[], tally: ImportTally): FileOutcome[] {
  return files.map((file) => ({
    path: file.source.path,
    kind: file.mapping?.kind ?? file.recognised?.kind ?? 'unrecognised',
    returnYear: file.returnYear,
    ...tally.of(file.number),
    ...(file.problem === undefined ? {} : { problem: file.problem.message }),
  }));
}

async function writeFiles(
  tx: Transaction,
  importId: string,
  files: readonly PlannedFile[],
  outcomes: readonly FileOutcome[],
  extent: Extent | undefined,
): Promise<void> {
  const rows = files.map((file, at) => {
    const outcome = outcomes[at];
    return [
      ...[importId, file.number, file.source.path, file.source.bytes, file.sha256],
      ...[outcome?.kind, file.returnYear, JSON.stringify(file.recognised?.header ?? [])],
      file.sample === undefined ? null : JSON.stringify(file.sample),
      JSON.stringify(file.ignoredColumns),
      ...[outcome?.rows, outcome?.accepted, outcome?.rejected, outcome?.superseded],
      ...[outcome?.repaired, outcome?.added, outcome?.changed, outcome?.withdrawn],
      ...[outcome?.problem, file.sourceNumber, extentOf(file, extent)],
      planOf(file),
    ];
  });
  await tx.insertMany('import_file', FILE_COLUMNS, rows);
}

/** Writes what an import says of itself: its files with their counts, rejected rows, and its one audit entry. */
export async function writeJournal(
  tx: Transaction,
  importId: string,
  files: readonly PlannedFile[],
  tally: ImportTally,
  extent: Extent | undefined,
): Promise<readonly FileOutcome[]> {
  const outcomes = fileOutcomes(files, tally);
  await writeFiles(tx, importId, files, outcomes, extent);
  const rejections = Array.from(tally.rejections, (rejection, number) => [
    ...[importId, rejection.file, number, rejection.kind, rejection.line, rejection.column],
    ...[rejection.value, rejection.reason, JSON.stringify(rejection.cells)],
  ]);
  await tx.insertMany('rejection', REJECTION_COLUMNS, rejections);
  const counted = outcomes.map((outcome, at) => ({ ...outcome, sha256: files[at]?.sha256 }));
  await tx
    .over<PlatformTables>()
    .insertMany(
      'audit_entry',
      ['action', 'table_name', 'row_key', 'after', 'import_id'],
      [
        [
          'import',
          'import',
          JSON.stringify({ importId }),
          JSON.stringify({ files: counted }),
          importId,
        ],
      ],
    );
  return outcomes;
}
