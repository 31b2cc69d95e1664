import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import { linksInForce } from '../../links/links-in-force.ts';
import { RETURN_MODULES } from '../../returns/return-module.ts';
import { beginRevision, endRevision } from '../../revisions/revision.ts';
import { standingChanges } from '../../revisions/standing-changes.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { countFindings } from '../storing/count-findings.ts';
import { blamed, NotKept, without } from '../storing/refused-by-database.ts';
import { HISTORIES, OF_ALL_CHILDREN } from '../storing/settle-gone.ts';
import { storeExtracts } from '../storing/store-extracts.ts';
import { storeReturns } from '../storing/store-returns.ts';
import { type Scope, writeFindings } from '../storing/write-findings.ts';
import { writeJournal } from '../storing/write-journal.ts';
import { isCorrection } from './correction-file.ts';
import { takeTurn } from './council-turn.ts';
import { checkSize } from './disk-source.ts';
import { addFileFindings, addUnkept } from './file-findings.ts';
import { FileRefusedError } from './file-refused-error.ts';
import type { ImportOutcome } from './import-outcome.ts';
import type { ImportRequest } from './import-request.ts';
import { ImportTally, scopeName } from './import-tally.ts';
import { keepFiles } from './kept-files.ts';
import { isLarge } from './large-change.ts';
import { LargeChangeError } from './large-change-error.ts';
import { firstQuestions, type LookedAt, lookAt } from './look-at-files.ts';
import { markOver } from './mark-over.ts';
import { isOfReturn, type PlannedFile, planFile, withReturnYears } from './planned-file.ts';
import type { LatestDates } from './read-files.ts';
import { readable, readingsOf } from './reading-order.ts';
import { repeatImport } from './repeat-import.ts';
import { RowsHeld } from './rows-held.ts';
import { sameAsNewest } from './same-files.ts';
import { addSheetFindings } from './sheet-findings.ts';
import { addZerosFindings } from './zeros-findings.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const NOBODY: ReadonlySet<string> = new Set();

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
  const { importId, onProgress, today, reader, extent } = request;
  await takeTurn(tx, onProgress);
  const sameAs = await sameAsNewest(tx, request, planned);
  if (sameAs !== undefined) return repeatImport(tx, request, planned, sameAs);
  const revision = await beginRevision(tx, importId);
  const tally = new ImportTally(planned.length);
  const latest: LatestDates = new Map();
  const files = readable(planned);
  const refused = planned.filter((file) => file.problem !== undefined);
  const held = new RowsHeld(reader.mostRows);
  const run = {
    ...{ tx, importId, reader, files, refused, tally, latest, held },
    links: await linksInForce(tx),
    extent,
    today,
    onProgress,
  };
  const { childrenWithoutHeader, childrenChecked, yearsRestated } = await storeReturns(run);
  const daysHeld = await storeExtracts(run);
  if (request.acceptsLargeChange !== true) {
    const changes = await standingChanges(tx, revision, { years: yearsRestated, daysHeld }, today);
    if (changes.some(isLarge)) throw new LargeChangeError(changes);
  }
  await addZerosFindings(run);
  addFileFindings(files, latest, childrenWithoutHeader, tally);
  addSheetFindings(planned, tally);
  addUnkept(files, tally);
  onProgress('Writing findings and repairs', 0, 0);
  // What was too much to hold, or stands in a refused file, cannot be told from what is no longer found.
  const unread = new Set(covered(refused, NOBODY).map(scopeName));
  const settled = covered(files, childrenChecked).filter(
    (scope) => tally.findings.leftOf(scopeName(scope)) === 0 && !unread.has(scopeName(scope)),
  );
  await writeFindings(tx, importId, tally.findings, settled);
  await keepFiles(tx, files);
  const outcomes = await writeJournal(tx, importId, planned, tally, extent);
  if (files.length > 0) await endRevision(tx, revision, importId, request.now());
  await markOver(tx, request, files.length === 0 ? 'refused' : 'complete');
  return { importId, files: outcomes, findings: countFindings(tally.findings) };
}

/** The tables of all files. Every file is looked at before more is asked of any, so that the reading process goes on without a word from here. */
async function recogniseFiles(request: ImportRequest): Promise<readonly PlannedFile[]> {
  const { reader, sources, mappings, onProgress } = request;
  reader.expect(firstQuestions(sources, mappings));
  const looked: LookedAt[] = [];
  for (const [number, source] of sources.entries()) {
    onProgress('Recognising files', number, sources.length);
    looked.push(await lookAt(reader, source, mappings));
  }
  const recognised: PlannedFile[] = [];
  for (const [number, file] of looked.entries()) {
    recognised.push(...(await planFile(reader, file, number, recognised.length, mappings)));
  }
  return recognised;
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
    person: request.person,
    reason: request.reason,
  };
  checkSize(request.sources);
  const recognised = await recogniseFiles(request);
  let planned = await withReturnYears(request.reader, recognised, request.today, otherwise);
  const likely = await ground.read<RecordsTables, string | undefined>(request.authority, (tx) =>
    sameAsNewest(tx, request, planned),
  );
  const inTransaction = (files: readonly PlannedFile[], keep: boolean) => {
    // The first files are read while the transaction opens and waits for its turn.
    if (likely === undefined) request.reader.expect(readingsOf(files));
    return ground.transaction<RecordsTables, ImportOutcome>(acting, async (tx) => {
      const outcome = await attempt(tx, request, files);
      if (!keep) throw new NotKept();
      return outcome;
    });
  };
  const alone = (file: PlannedFile) => inTransaction([{ ...file, number: 0 }], false);
  for (;;) {
    try {
      return await inTransaction(planned, true);
    } catch (error) {
      const refused =
        error instanceof FileRefusedError ? [error] : await blamed(planned, error, alone);
      if (refused.length === 0) throw error;
      planned = without(planned, refused);
    }
  }
}
