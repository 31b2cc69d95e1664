import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { loadPseudonyms } from '../../../reports/weekly-report/load-report.ts';
import type { RecordRow } from '../../../revisions/record-row.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import type { Between, Change, ChangesFilter } from '../../change.ts';
import { loadChanges } from '../../load-changes.ts';
import { lastSaid } from '../../record-in-words.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A change as the list shows it: with the file that said it last, and the child's pseudonym. */
export interface ListedChange extends Change {
  readonly path: string | null;
  readonly line: number | null;
  readonly pseudonym: string | null;
}

/** The paths of the files that records were said in. */
async function pathsOf(tx: Transaction, rows: readonly RecordRow[]) {
  const importIds = [...new Set(rows.map((row) => row.import_id).filter((id) => id !== null))];
  const found = await tx.rows(
    `select import_id, file_number, path from import_file
     where authority_id = $1 and import_id = any($2)`,
    [tx.authority, importIds],
  );
  return new Map(found.map(([id, number, path]) => [`${id}|${number}`, String(path)]));
}

/** Some of the changes in order, each with its file and line. */
export async function listedChanges(
  tx: Transaction,
  between: Between,
  filter: ChangesFilter,
  page: Parameters<typeof loadChanges>[3],
): Promise<readonly ListedChange[]> {
  const changes = await loadChanges(tx, between, filter, page);
  const files = await pathsOf(tx, changes.map(lastSaid));
  const pseudonym = await loadPseudonyms(tx);
  return changes.map((change): ListedChange => {
    const { import_id: importId, file_number: number, line } = lastSaid(change);
    return {
      ...change,
      path: files.get(`${importId}|${number}`) ?? null,
      line: (line as number | null | undefined) ?? null,
      pseudonym: change.childId === null ? null : pseudonym(change.childId),
    };
  });
}
