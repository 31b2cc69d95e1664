import { dateInFigures, dateInWords, type PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import {
  type GoneChildren,
  goneChildren,
  goneRepair,
  type LastEpisode,
  lastKnownEnd,
} from '../../history/gone-children.ts';
import { packedRows } from '../../storage/packed-rows.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { isCorrection } from '../imports/correction-file.ts';
import { extentOf } from '../imports/extent.ts';
import type { ImportRun } from '../imports/import-run.ts';
import type { PlacedFinding } from '../imports/import-tally.ts';
import { isOfReturn, kindOf } from '../imports/planned-file.ts';
import { standsBefore } from './files-before.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The kind under which findings about a child's whole history stand: of no one return. */
export const HISTORIES = 'histories';

/** Findings that every import of a return makes again for the whole council. */
export const OF_ALL_CHILDREN: ReadonlySet<string> = new Set([
  'open-but-gone',
  'return-looks-partial',
]);

const HOLDS_EPISODES = new Set(['episodes', 'return_xml']);

/** What of an import, or of a link, ending the histories of those gone looks at. */
type SettledRun = Pick<ImportRun, 'tx' | 'tally' | 'importId' | 'files' | 'refused' | 'extent'>;

/** Years of which a whole file with episodes was taken, now or before, and not one without a row, which says nothing; where one beside it was refused, the return is not known to be whole. */
async function wholeReturns(run: SettledRun): Promise<Set<number>> {
  const { tx, files, refused, extent, tally, importId } = run;
  const years = new Set<number>();
  const note = (kind: unknown, year: unknown, header: readonly string[]) => {
    if (HOLDS_EPISODES.has(String(kind)) && !isCorrection(header)) years.add(Number(year));
  };
  for (const file of files) {
    const whole = extentOf(file, extent) === 'whole' && tally.of(file.number).rows > 0;
    if (whole) note(kindOf(file), file.returnYear, file.recognised?.header ?? []);
  }
  for (const file of refused) {
    if (HOLDS_EPISODES.has(String(kindOf(file)))) years.delete(Number(file.returnYear));
  }
  const before = await tx.rows(
    `select distinct kind, return_year, header from import_file
     where authority_id = $1 and kind = any($2) and return_year is not null
       and extent is distinct from 'changes' and row_count > 0 and ${standsBefore('$3')}
       and not exists (select 1 from import_file beside
         where beside.authority_id = $1 and beside.import_id = import_file.import_id
           and beside.return_year = import_file.return_year and beside.kind = any($2)
           and beside.problem is not null)`,
    [tx.authority, [...HOLDS_EPISODES], importId],
  );
  for (const [kind, year, header] of before) note(kind, year, header as readonly string[]);
  return years;
}

interface StoredLast extends LastEpisode {
  readonly dec: string | null;
}

/** The last episode of every child. */
async function lastEpisodes(tx: Transaction): Promise<StoredLast[]> {
  const columns = ['child_id', 'decom', 'reported_dec', 'dec', 'ls', 'return_year', 'named'];
  const rows = await packedRows(
    tx,
    columns,
    `from (select distinct on (child_id) child_id, decom, reported_dec, dec, ls, return_year,
       max(return_year) over (partition by child_id) as named
     from episode where authority_id = $1 order by child_id, decom desc) last_of_each`,
    [tx.authority],
  );
  return rows.map(([childId, decom, reported, dec, ls, returnYear, named]) => ({
    childId: childId as string,
    decom: decom as string,
    open: reported === null,
    dec: dec as string | null,
    shortBreak: ls === 'V3' || ls === 'V4',
    returnYear: returnYear as number,
    lastNamed: named as number,
  }));
}

async function update(tx: Transaction, { childId, decom }: LastEpisode, dec: string | null) {
  await tx.rows(
    'update episode set dec = $4 where authority_id = $1 and child_id = $2 and decom = $3',
    [tx.authority, childId, decom, dec],
  );
}

function findingOf(
  about: Pick<PlacedFinding, 'childId' | 'rule' | 'column' | 'value' | 'message'>,
): PlacedFinding {
  return { ...about, line: 0, severity: 'warning', kind: HISTORIES, returnYear: 0, path: null };
}

function goneFinding({ childId, decom, lastNamed }: StoredLast, newest: number): PlacedFinding {
  const since = decom as PlainDate;
  return findingOf({
    childId,
    rule: 'open-but-gone',
    column: 'DECOM',
    value: dateInFigures(since),
    message:
      `The episode from ${dateInWords(since)} was open in the ${lastNamed} return and the ${newest} return ` +
      `does not name the child, who is counted up to 31 March ${lastNamed} and no longer.`,
  });
}

function partialFindings({ partial }: GoneChildren): PlacedFinding[] {
  return partial.map(({ returnYear, named, missing }) =>
    findingOf({
      childId: undefined,
      rule: 'return-looks-partial',
      column: null,
      value: String(returnYear),
      message:
        `The ${returnYear} return names ${named} children and leaves out ${missing} whom older returns left open: ` +
        `it is taken as a part of a return, and those children are still counted.`,
    }),
  );
}

/**
 * Ends, at the end of the return that last named them, the last episodes of children whom the
 * newest whole return does not name any more, and opens again those whom it does name after all.
 * Looks at the whole council, so that it comes out the same whatever the order of the imports.
 */
export async function endGone(run: SettledRun): Promise<void> {
  const { tx, tally } = run;
  const last = await lastEpisodes(tx);
  const found = goneChildren(last, await wholeReturns(run));
  const gone = new Set(found.gone.map(({ childId }) => childId));
  for (const episode of last) {
    if (!episode.open) continue;
    const end = gone.has(episode.childId) ? lastKnownEnd(episode) : null;
    if (end !== null) {
      tally.logged(goneRepair(episode, end));
      tally.findings.push(goneFinding(episode, found.newest ?? episode.lastNamed));
    }
    if (end !== episode.dec) await update(tx, episode, end);
  }
  for (const finding of partialFindings(found)) tally.findings.push(finding);
}

/** Does so for an import of returns; what others hold ends no history. */
export async function settleGone(run: ImportRun): Promise<void> {
  if (run.files.some(isOfReturn)) await endGone(run);
}
