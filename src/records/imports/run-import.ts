import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import { RETURN_MODULES } from '../returns/return-module.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { isCorrection } from './correction-file.ts';
import { countFindings } from './count-findings.ts';
import { addFileFindings } from './file-findings.ts';
import { FileRefusedError } from './file-refused-error.ts';
import type { ImportOutcome } from './import-outcome.ts';
import type { ImportRequest } from './import-request.ts';
import { ImportTally } from './import-tally.ts';
import { isOfReturn, type PlannedFile, planFile, withReturnYears } from './planned-file.ts';
import type { LatestDates } from './read-files.ts';
import { HISTORIES, OF_ALL_CHILDREN } from './settle-gone.ts';
import { addSheetFindings } from './sheet-findings.ts';
import { storeLedgers } from './store-ledgers.ts';
import { storeReturns } from './store-returns.ts';
import { type Scope, writeFindings } from './write-findings.ts';
import { writeJournal } from './write-journal.ts';
import { addZerosFindings } from './zeros-findings.ts';

type Transaction = CouncilTransaction<RecordsTables>;

function inOrder(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const order = (file: PlannedFile) =>
    `${String(file.returnYear ?? 0).padStart(4, '0')} ${file.source.path}`;
  return [...files].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What kinds of record of which returns are in whole files: the findings of these are settled by the import, and those on the histories of the children checked. */
function covered(files: readonly PlannedFile[], checked: ReadonlySet<string>): readonly Scope[] {
  const ofFiles = files.flatMap((file): Scope[] => {
    const kind = file.mapping?.kind ?? file.recognised?.kind;
    if (kind === undefined || isCorrection(file.recognised?.header ?? [])) return [];
    const kinds = kind === 'return_xml' ? [kind, ...RETURN_MODULES] : [kind];
    return kinds.map((each) => ({ kind: each, returnYear: file.returnYear ?? 0 }));
  });
  if (!files.some(isOfReturn)) return ofFiles;
  const settles = (rule: string, childId: string) =>
    OF_ALL_CHILDREN.has(rule) || checked.has(childId);
  return [...ofFiles, { kind: HISTORIES, returnYear: 0, settles }];
}

async function attempt(
  tx: Transaction,
  request: ImportRequest,
  planned: readonly PlannedFile[],
): Promise<ImportOutcome> {
  const { importId, onProgress, today } = request;
  await tx.rows('select 1 from authority where authority_id = $1 for update', [tx.authority]);
  const tally = new ImportTally(planned.length);
  const latest: LatestDates = new Map();
  const files = inOrder(planned.filter((file) => file.problem === undefined));
  const run = { tx, importId, files, tally, latest, today, onProgress };
  const { childrenWithoutHeader, childrenChecked } = await storeReturns(run);
  await storeLedgers(run);
  await addZerosFindings(run);
  addFileFindings(files, latest, childrenWithoutHeader, tally);
  addSheetFindings(planned, tally);
  onProgress('Writing findings and repairs', 0, 0);
  await writeFindings(tx, importId, tally.findings, covered(files, childrenChecked));
  const outcomes = await writeJournal(tx, importId, planned, tally);
  await tx.rows(
    `update import set status = $2, finished_at = $3
     where authority_id = $1 and import_id = $4`,
    [tx.authority, files.length === 0 ? 'refused' : 'complete', request.now(), importId],
  );
  return { importId, files: outcomes, findings: countFindings(tally.findings) };
}

/**
 * Runs an import: recognises the files, reads and checks every row, makes one history of what is
 * held and what comes in, and stores it, all in one transaction, so that after a crash there is
 * all of it or nothing. Imports of one council wait for one another. A file that is not what it
 * claims is refused whole and the others are taken; `otherwise` is the return year of files that
 * name none and hold no date. The import's own row must stand already.
 */
export async function runImport(
  ground: Ground,
  request: ImportRequest,
  otherwise: number,
): Promise<ImportOutcome> {
  const acting = {
    authority: request.authority,
    actor: request.requestedBy,
    reason: request.reason,
  };
  const recognised: PlannedFile[] = [];
  for (const [number, source] of request.sources.entries()) {
    request.onProgress('Recognising files', number, request.sources.length);
    recognised.push(...(await planFile(source, number, recognised.length, request.mappings)));
  }
  let planned = await withReturnYears(recognised, request.today, otherwise);
  for (;;) {
    try {
      return await ground.transaction<RecordsTables, ImportOutcome>(acting, (tx) =>
        attempt(tx, request, planned),
      );
    } catch (error) {
      if (!(error instanceof FileRefusedError)) throw error;
      const { file: refused, problem } = error;
      planned = planned.map((file) => (file.number === refused ? { ...file, problem } : file));
    }
  }
}
