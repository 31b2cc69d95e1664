import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { revisionOfImport } from '../changes/revision-of-import.ts';
import { hiddenChildren } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { RowKind } from './files/file-kind.ts';
import type { RegisteredImport } from './load-import.ts';
import type { ListedRejection } from './load-rejections.ts';
import { countRejections, loadRejectedKinds, loadRejections } from './load-rejections.ts';
import { loadMappings } from './mappings/mapping-store.ts';
import type { SavedMapping } from './mappings/saved-mapping.ts';
import type { ImportedFile, RuleCount } from './outcome-parts.ts';
import { loadConsequences, loadFiles, loadRuleCounts } from './outcome-parts.ts';
import { heldFiles } from './uploads/held-upload.ts';

/** What became of an import that is over. */
export interface Outcome {
  readonly one: RegisteredImport;
  /** The revision of the records that it made; undefined where it made none. */
  readonly revision: number | undefined;
  readonly files: readonly ImportedFile[];
  /** The file that the rejected rows are narrowed to. */
  readonly only: ImportedFile | undefined;
  readonly page: number;
  readonly query: URLSearchParams;
  /** The kinds of the rejected rows of each file. */
  readonly kinds: ReadonlyMap<number, readonly RowKind[]>;
  readonly rejections: readonly ListedRejection[];
  /** How many of them, on all pages, the reader may see. */
  readonly rejectionsSeen: number;
  /** Whether any child is hidden from the reader. */
  readonly leavesOut: boolean;
  readonly rules: readonly RuleCount[];
  readonly settled: number;
  readonly repairs: number;
  readonly mappings: readonly SavedMapping[];
  readonly held: readonly number[];
}

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
    revision: await revisionOfImport(tx, one),
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
    mappings: await loadMappings(tx),
    held: (await heldFiles(tx, importId)).map(({ fileNumber }) => fileNumber),
  };
}
