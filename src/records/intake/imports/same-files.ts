import { isDeepStrictEqual } from 'node:util';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { type Extent, extentOf } from './extent.ts';
import { planOf } from './file-plan.ts';
import type { ImportRequest } from './import-request.ts';
import type { PlannedFile } from './planned-file.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** By which program and on which day files are read; undefined where the program does not know itself. What is in the future, and how old a child is, goes by the day. */
export function readAs({
  program,
  today,
}: Pick<ImportRequest, 'program' | 'today'>): string | undefined {
  return program === undefined ? undefined : `${program} ${today}`;
}

function filesOf(tx: Transaction, importId: string) {
  return tx.db
    .selectFrom('import_file')
    .select(['file_number', 'path', 'sha256', 'return_year', 'extent', 'plan', 'problem'])
    .select(['row_count', 'accepted', 'rejected', 'superseded', 'repaired'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .orderBy('file_number')
    .execute();
}

type FileOnRecord = Awaited<ReturnType<typeof filesOf>>[number];

function isTheSame(before: FileOnRecord, file: PlannedFile, extent: Extent | undefined): boolean {
  return (
    before.problem === null &&
    file.problem === undefined &&
    file.sha256 !== undefined &&
    before.sha256 === file.sha256 &&
    before.file_number === file.number &&
    before.path === file.source.path &&
    before.return_year === (file.returnYear ?? null) &&
    before.extent === extentOf(file, extent) &&
    isDeepStrictEqual(before.plan, JSON.parse(planOf(file) ?? 'null'))
  );
}

/**
 * The newest import, where it brought these very files, read as they would be read now, and nothing
 * came after it: no other import, link, taking back or answer. Then to read them again would change
 * nothing. Undefined where anything is otherwise.
 */
export async function sameAsNewest(
  tx: Transaction,
  request: Pick<ImportRequest, 'program' | 'today' | 'extent'>,
  files: readonly PlannedFile[],
): Promise<string | undefined> {
  const as = readAs(request);
  if (as === undefined || files.length === 0) return undefined;
  const newest = await tx.db
    .selectFrom('revision')
    .select(['import_id', 'kind'])
    .where('authority_id', '=', tx.authority)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.kind !== 'import' || newest.import_id === null) return undefined;
  const importId = newest.import_id;
  const alike = await tx.db
    .selectFrom('import')
    .select('import_id')
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .where('read_as', '=', as)
    .executeTakeFirst();
  if (alike === undefined) return undefined;
  const before = await filesOf(tx, importId);
  const same =
    before.length === files.length &&
    files.every((file, at) => {
      const one = before[at];
      return one !== undefined && isTheSame(one, file, request.extent);
    });
  return same ? importId : undefined;
}
