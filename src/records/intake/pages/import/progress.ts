import { inFigures, oneOrMore } from '../../../../core/english.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { PagesContext } from '../../../pages-context.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import type { ImportStatus } from '../../import-in-words.ts';
import type { Progress } from '../../imports/import-progress.ts';
import { countAhead, loadImport, loadProgress, type RegisteredImport } from '../../load-import.ts';

/** How an import stands that is not over, or `over`. */
export interface Standing {
  readonly state: ImportStatus;
  readonly over: boolean;
  readonly stage: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
  /** The same as a sentence. */
  readonly words: string;
}

const UNFINISHED: readonly ImportStatus[] = ['receiving', 'queued', 'running'];

/** Whether nothing more will happen to an import. */
export function isOver(status: ImportStatus): boolean {
  return !UNFINISHED.includes(status);
}

function progressInWords({ stage, done, total }: Progress): string {
  if (total > 0) return `${stage}: ${inFigures(done)} of ${inFigures(total)}`;
  return done > 0 ? `${stage}: ${inFigures(done)}` : stage;
}

function running(progress: Progress): Standing {
  return { state: 'running', over: false, ...progress, words: progressInWords(progress) };
}

/** How an import that this process runs stands; needs no database, which the import itself may be holding. */
function standingHere(
  context: PagesContext,
  authority: string,
  importId: string,
): Standing | undefined {
  const progress = context.desk.board.of(authority, importId);
  return progress && running(progress);
}

function waitingInWords(ahead: number): string {
  if (ahead === 0) return 'Waiting to start';
  return `Waiting: ${ahead} other ${oneOrMore(ahead, 'import is', 'imports are')} before this one`;
}

/** How an import stands by what the database says of it. */
export function standingOf(
  one: RegisteredImport,
  progress: Progress | undefined,
  ahead: number,
): Standing {
  const still = { state: one.status, over: isOver(one.status), stage: one.status };
  switch (one.status) {
    case 'running':
      return running(progress ?? { stage: 'Starting', done: 0, total: 0 });
    case 'queued':
      return { ...still, done: 0, total: 0, words: waitingInWords(ahead) };
    case 'receiving':
      return { ...still, done: 0, total: 0, words: 'The files are still arriving' };
    default:
      return { ...still, done: 0, total: 0, words: 'The import is over' };
  }
}

const LOOK_MILLISECONDS = 100;

/**
 * What a query gives, or how the import stands if this process runs it or begins to before the query
 * is answered: on the embedded database the import then holds the only session, and a query waits.
 */
export async function unlessRunningHere<Found>(
  context: PagesContext,
  authority: string,
  importId: string,
  query: () => Promise<Found>,
): Promise<Found | Standing> {
  const already = standingHere(context, authority, importId);
  if (already !== undefined) return already;
  const answer = query();
  let timer: NodeJS.Timeout | undefined;
  const begun = new Promise<Standing>((resolve) => {
    timer = setInterval(() => {
      const here = standingHere(context, authority, importId);
      if (here !== undefined) resolve(here);
    }, LOOK_MILLISECONDS);
  });
  return Promise.race([answer, begun]).finally(() => clearInterval(timer));
}

/** How an import stands, from this process when it runs it, else from the database; undefined when there is none. */
export async function findStanding(
  context: PagesContext,
  { council, read }: Pick<PageRequest, 'council' | 'read'>,
  importId: string,
): Promise<Standing | undefined> {
  return unlessRunningHere(context, council.code, importId, () =>
    read<RecordsTables, Standing | undefined>(async (tx) => {
      const one = await loadImport(tx, importId);
      if (one === undefined) return undefined;
      return standingOf(one, await loadProgress(tx, importId), await countAhead(tx, one));
    }),
  );
}
