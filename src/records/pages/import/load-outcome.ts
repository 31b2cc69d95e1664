import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { heldFilesOf } from '../../imports/held-upload.ts';
import { mappingsOf } from '../../mappings/mapping-store.ts';
import { hiddenChildren } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { Outcome } from './outcome.tsx';
import { loadConsequences, loadFiles, loadRuleCounts } from './outcome-store.ts';
import { countRejections, loadRejectedKinds, loadRejections } from './rejections-store.ts';
import type { RegisteredImport } from './store.ts';

/** Everything that the page of an import that is over shows; rejected rows of one file or of all, pages count from 1. */
export async function loadOutcome(
  tx: CouncilTransaction<RecordsTables>,
  one: RegisteredImport,
  shown: { readonly file: number | undefined; readonly page: number },
  query: URLSearchParams,
): Promise<Outcome> {
  const { importId } = one;
  const files = await loadFiles(tx, importId);
  const only = files.find(({ fileNumber }) => fileNumber === shown.file);
  return {
    one,
    files,
    only,
    page: shown.page,
    query,
    kinds: await loadRejectedKinds(tx, importId),
    rejections: await loadRejections(tx, importId, only?.fileNumber, shown.page),
    rejectionsSeen: await countRejections(tx, importId, only?.fileNumber),
    leavesOut: (await hiddenChildren(tx)).size > 0,
    rules: await loadRuleCounts(tx, importId),
    ...(await loadConsequences(tx, importId)),
    mappings: await mappingsOf(tx),
    held: (await heldFilesOf(tx, importId)).map(({ fileNumber }) => fileNumber),
  };
}
