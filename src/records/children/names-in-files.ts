import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { FileNaming } from '../../platform/lists/file-naming.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What a file calls each of the council’s children: by identifier, as the page does, or by pseudonym. */
export async function namesInFiles(
  tx: CouncilTransaction<RecordsTables>,
  naming: FileNaming,
): Promise<(childId: string) => string> {
  return naming === 'under pseudonyms' ? loadPseudonyms(tx) : (childId) => childId;
}
