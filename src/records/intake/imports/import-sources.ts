import { WellplacedError } from '../../../core/errors.ts';
import { type FinancialYear, financialYearOf } from '../../../core/financial-year.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { Acting, Ground } from '../../../platform/database/ground.ts';
import { loggableError } from '../../../platform/http/log.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SourceFile } from '../files/source-file.ts';
import { loadMappings } from '../mappings/mapping-store.ts';
import type { ReadingLimits } from '../reading/limits.ts';
import { FileReader } from '../reading/reader.ts';
import type { Extent } from './extent.ts';
import type { ImportOutcome } from './import-outcome.ts';
import type { ProgressBoard } from './import-progress.ts';
import { markImport } from './import-register.ts';
import { LargeChangeError } from './large-change-error.ts';
import { runImport } from './run-import.ts';

/** Tables that pages search and an import may fill at once. */
const TABLES_FILLED: readonly (keyof RecordsTables)[] = [
  ...(['child', 'episode', 'uasc', 'review', 'cost_element', 'payment', 'ledger_line'] as const),
  ...(['postcode', 'finding', 'repair', 'rejection'] as const),
];

/** What running imports needs beside the files. */
export interface ImportDesk {
  readonly ground: Ground;
  readonly board: ProgressBoard;
  readonly today: () => PlainDate;
  readonly now: () => Date;
  /** Tells this program from any that reads otherwise; without it files are always read again. */
  readonly program?: string | undefined;
  /** Told of faults that are the program's to mend, while the import goes on; by default they go to standard error. */
  readonly report?: (fault: unknown) => void;
  /** What reading one file may take; by default what the program allows. */
  readonly readingLimits?: ReadingLimits;
}

/** What whoever runs an import has to do with it while it runs. */
export interface ImportWatch {
  /** Says of a fault that the import will be run again: then it stands in the register as under way. */
  readonly runsAgain?: (fault: unknown) => boolean;
  /** Ends the import, which throws the reason. */
  readonly signal?: AbortSignal;
  /** Told whenever something was really read or stored. */
  readonly onProgress?: () => void;
  /** A reader that was opened before, which the import ends; by default it opens its own. */
  readonly reader?: FileReader;
  /** For what all of the files stand; by default each as its kind usually does. */
  readonly extent?: Extent | undefined;
  /** Whether somebody has said that the import may change much of what stands. */
  readonly acceptsLargeChange?: boolean | undefined;
}

function toStandardError(fault: unknown): void {
  process.stderr.write(`${JSON.stringify({ event: 'file-refused', ...loggableError(fault) })}\n`);
}

/** A reader for one import, started before the first file of it is at hand; whoever opens it closes it. */
export function openReader(
  desk: Pick<ImportDesk, 'report' | 'readingLimits'>,
  { signal, onProgress }: ImportWatch = {},
): FileReader {
  const reader = new FileReader({
    report: desk.report ?? toStandardError,
    ...(desk.readingLimits === undefined ? {} : { limits: desk.readingLimits }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  signal?.addEventListener('abort', () => reader.close(signal.reason as Error));
  reader.start();
  return reader;
}

async function otherwiseYear(ground: Ground, authority: string, today: PlainDate): Promise<number> {
  const latest = await ground.read<RecordsTables, unknown>(authority, async (tx) => {
    const rows = await tx.rows('select max(return_year) from episode where authority_id = $1', [
      tx.authority,
    ]);
    return rows[0]?.[0];
  });
  const year: FinancialYear = financialYearOf(today);
  return typeof latest === 'number' && latest > 0 ? latest : year.startYear + 1;
}

/**
 * Runs a registered import over its files and leaves the register right whatever happens: complete,
 * refused, or interrupted with the reason. Throws what stopped it.
 */
export async function importSources(
  desk: ImportDesk,
  acting: Acting,
  importId: string,
  sources: readonly SourceFile[],
  watch: ImportWatch = {},
): Promise<ImportOutcome> {
  const { ground, board } = desk;
  const note = (stage: string, done: number, total: number) => {
    watch.signal?.throwIfAborted();
    watch.onProgress?.();
    board.note(acting, importId, { stage, done, total });
  };
  const reader = watch.reader ?? openReader(desk, watch);
  try {
    const mappings = await ground.read(acting.authority, loadMappings);
    const today = desk.today();
    const otherwise = await otherwiseYear(ground, acting.authority, today);
    const request = {
      authority: acting.authority,
      importId,
      requestedBy: acting.actor,
      person: acting.person,
      reason: acting.reason,
      sources,
      reader,
      today,
      program: desk.program,
      now: desk.now,
      mappings,
      onProgress: note,
      extent: watch.extent,
      acceptsLargeChange: watch.acceptsLargeChange,
    };
    const outcome = await runImport(ground, request, otherwise);
    if (outcome.files.some(({ added }) => added > 0)) await ground.freshenStatistics(TABLES_FILLED);
    return outcome;
  } catch (error) {
    if (watch.runsAgain?.(error) === true) throw error;
    const said = error instanceof WellplacedError ? error.message : 'The program failed.';
    const change = error instanceof LargeChangeError ? error.changes : undefined;
    await markImport(ground, acting, importId, 'interrupted', `${said} Nothing was kept.`, change);
    throw error;
  } finally {
    reader.close();
    await board.close(acting.authority, importId);
  }
}
