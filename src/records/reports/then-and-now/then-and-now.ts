import type { PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ReportMemory } from '../report-memory.ts';
import { type Cause, causesOf, type FiguresAt, MOST_TOLD } from './causes.ts';
import { type HeadlineFigures, headlineFigures } from './headline-figures.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The tables that the weekly report is made from; nothing else of the records has a part in it. */
const REPORTED = ['child', 'uasc', 'episode', 'cost_element', 'budget', 'postcode'] as const;

/** The revisions after one in which anything changed that the weekly report is made from, in order. */
async function revisionsThatMatter(tx: Transaction, after: number): Promise<readonly number[]> {
  const standing = REPORTED.map(
    (table) => `select revision from ${table} where authority_id = $1 and revision > $2::integer`,
  );
  const rows = await tx.rows(
    `select revision from (${standing.join(' union ')}
       union select known_until from record_version
         where authority_id = $1 and table_name = any($3::text[]) and known_until > $2::integer
       union select known_from from record_version
         where authority_id = $1 and table_name = any($3::text[]) and known_from > $2::integer
     ) as touched order by revision`,
    [tx.authority, after, REPORTED],
  );
  return rows.map(([revision]) => Number(revision));
}

/** A week's figures as known then and as known now, and what made the difference. */
export interface ThenAndNow {
  readonly earlier: HeadlineFigures;
  readonly now: HeadlineFigures;
  readonly causes: readonly Cause[];
  /** Whether children are left out now whom the ground does not show. */
  readonly leavesOut: boolean;
}

/**
 * The figures of a week as known at a revision and as known now, with what each revision between them
 * contributed; those that touched nothing the report is made from contribute nothing and are left out.
 * Earlier ones than the newest `mostTold` are told together.
 */
export async function thenAndNow(
  memory: ReportMemory,
  ground: Ground,
  authority: { readonly code: string; readonly name: string },
  weekEnding: PlainDate,
  revision: number,
  mostTold = MOST_TOLD,
): Promise<ThenAndNow> {
  const figuresAt = async (at: number): Promise<FiguresAt> => {
    const week = await memory.of(ground, authority, weekEnding, at);
    return { revision: at, figures: headlineFigures(week.report) };
  };
  const all = await ground.read<RecordsTables, readonly number[]>(authority.code, (tx) =>
    revisionsThatMatter(tx, revision),
  );
  const told = all.slice(-mostTold);
  const together = all.at(-mostTold - 1);
  const steps: FiguresAt[] = [];
  // One after another: each is a reading of its own, so that others get their turn between them.
  for (const each of together === undefined ? told : [together, ...told]) {
    steps.push(await figuresAt(each));
  }
  const then = await figuresAt(revision);
  const { report } = await memory.of(ground, authority, weekEnding);
  const now = headlineFigures(report);
  const causes = causesOf(then, steps, together !== undefined);
  return { earlier: then.figures, now, causes, leavesOut: report.leavesOut };
}
