import type { CouncilTransaction } from '../../platform/database/ground.ts';
import {
  endOfGone,
  type GoneChildren,
  goneChildren,
  isAnswered,
  type LastEpisode,
} from '../history/gone-children.ts';
import { isCorrection } from '../intake/imports/correction-file.ts';
import { standsBefore } from '../intake/storing/files-before.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { latestAnswers, loadAnswers, questionKey, standing } from './answers.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The kinds of file that hold episodes. */
export const HOLDS_EPISODES: ReadonlySet<string> = new Set(['episodes', 'return_xml']);

/**
 * Years of which a whole file with episodes was taken, and not one without a row, which says nothing;
 * where one beside it was refused, the return is not known to be whole. `importId` names an import
 * before which it was to be: one that is made again knows nothing of later ones.
 */
export async function wholeReturnsTaken(
  tx: Transaction,
  importId: string | null = null,
): Promise<Set<number>> {
  const rows = await tx.rows(
    `select distinct kind, return_year, header from import_file
     where authority_id = $1 and kind = any($2) and return_year is not null
       and extent is distinct from 'changes' and row_count > 0 and ${standsBefore('$3')}
       and not exists (select 1 from import_file beside
         where beside.authority_id = $1 and beside.import_id = import_file.import_id
           and beside.return_year = import_file.return_year and beside.kind = any($2)
           and beside.problem is not null)`,
    [tx.authority, [...HOLDS_EPISODES], importId],
  );
  const whole = rows.filter(([, , header]) => !isCorrection(header as readonly string[]));
  return new Set(whole.map(([, year]) => Number(year)));
}

interface StoredLast extends LastEpisode {
  readonly dec: string | null;
  readonly rec: string | null;
  readonly reportedRec: string | null;
}

/** The last episode of every child. */
async function lastEpisodes(tx: Transaction): Promise<StoredLast[]> {
  const columns = [
    ...['child_id', 'decom', 'reported_dec', 'dec', 'ls', 'return_year', 'named'],
    ...['rec', 'reported_rec'],
  ];
  const rows = await packedRows(
    tx,
    columns,
    `from (select distinct on (child_id) child_id, decom, reported_dec, dec, ls, return_year,
       rec, reported_rec, max(return_year) over (partition by child_id) as named
     from episode where authority_id = $1 order by child_id, decom desc) last_of_each`,
    [tx.authority],
  );
  return rows.map(([childId, decom, reported, dec, ls, returnYear, named, rec, reportedRec]) => ({
    childId: childId as string,
    decom: decom as string,
    open: reported === null,
    dec: dec as string | null,
    rec: rec as string | null,
    reportedRec: reportedRec as string | null,
    shortBreak: ls === 'V3' || ls === 'V4',
    returnYear: returnYear as number,
    lastNamed: named as number,
  }));
}

/** A child who is gone, and whether somebody has said what became of the child. */
export interface SettledGone {
  readonly last: LastEpisode;
  readonly newest: number;
  readonly answered: boolean;
}

/**
 * Gives the last episodes of children whom the newest whole return does not name any more the end
 * that holds: the one that was answered, none for who is missing by mistake, and where nobody has
 * answered that of the return that last named them; and opens again those whom it does name after
 * all. Looks at the whole council, so that it comes out the same whatever the order of the imports;
 * changes episodes only where they are not so already, in the revision under way.
 */
export async function settleEnds(
  tx: Transaction,
  whole: ReadonlySet<number>,
): Promise<{ readonly gone: readonly SettledGone[]; readonly found: GoneChildren }> {
  const lasts = await lastEpisodes(tx);
  const found = goneChildren(lasts, whole);
  const missing = new Set(found.gone.map(({ childId }) => childId));
  const answers = latestAnswers(await loadAnswers(tx));
  const gone: SettledGone[] = [];
  for (const last of lasts) {
    if (!last.open) continue;
    let end: { readonly dec: string | null; readonly rec: string | undefined } | undefined;
    if (found.newest !== undefined && missing.has(last.childId)) {
      const { newest } = found;
      const answer = standing(answers.get(questionKey(last.childId, last.decom)));
      end = endOfGone(last, newest, answer);
      gone.push({ last, newest, answered: isAnswered(last, newest, answer) });
    }
    const dec = end?.dec ?? null;
    const rec = end?.rec ?? last.reportedRec;
    if (dec === last.dec && rec === last.rec) continue;
    await tx.rows(
      `update episode set dec = $4, rec = $5
       where authority_id = $1 and child_id = $2 and decom = $3`,
      [tx.authority, last.childId, last.decom, dec, rec],
    );
  }
  return { gone, found };
}
