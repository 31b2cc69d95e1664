import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ReportMemory } from '../report-memory.ts';
import type { Week } from '../weekly-report/week.ts';
import {
  type Cause,
  causesOf,
  type FiguresAt,
  type Step,
  TOLD_ON_A_PAGE,
  type Together,
} from './causes.ts';
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
  /** How many revisions there are to be told one by one, on all pages. */
  readonly toTell: number;
  /** Which page of them, the newest being on the first; the last where it was asked for one beyond. */
  readonly page: number;
  /** Whether children are left out now whom the ground does not show. */
  readonly leavesOut: boolean;
}

/**
 * The figures of a week as known at a revision and as known now, with what each revision between them
 * contributed; those that touched nothing the report is made from contribute nothing and are left out.
 * A page of them is told one by one, the newest on the first, and those before and after them together.
 */
export async function thenAndNow(
  memory: ReportMemory,
  ground: Ground,
  authority: { readonly code: string; readonly name: string },
  week: Week,
  revision: number,
  { page: asked = 1, pageSize = TOLD_ON_A_PAGE }: { page?: number; pageSize?: number } = {},
): Promise<ThenAndNow> {
  const figuresAt = async (at: number): Promise<FiguresAt> => {
    const { report } = await memory.of(ground, authority, week, at);
    return { revision: at, figures: headlineFigures(report) };
  };
  const all = await ground.read<RecordsTables, readonly number[]>(authority.code, (tx) =>
    revisionsThatMatter(tx, revision),
  );
  const page = Math.min(asked, Math.max(1, Math.ceil(all.length / pageSize)));
  const until = all.length - (page - 1) * pageSize;
  const from = Math.max(0, until - pageSize);
  const steps: Step[] = [];
  // One after another: each is a reading of its own, so that others get their turn between them.
  const take = async (revisions: readonly number[], together: Together) => {
    for (const each of revisions) steps.push({ ...(await figuresAt(each)), together });
  };
  await take(all.slice(0, from).slice(-1), 'earlier');
  await take(all.slice(from, until), null);
  await take(all.slice(until).slice(-1), 'later');
  const then = await figuresAt(revision);
  const { report } = await memory.of(ground, authority, week);
  const now = headlineFigures(report);
  return {
    ...{ earlier: then.figures, now, causes: causesOf(then, steps) },
    ...{ toTell: all.length, page, leavesOut: report.leavesOut },
  };
}
