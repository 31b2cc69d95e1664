import { type Pence, penceOf } from '../../core/money.ts';
import { addDays, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import { chainHead } from '../../platform/audit/chain-head.ts';
import type { ChainHead } from '../../platform/audit/check-chain.ts';
import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import { hiddenChildren } from '../restrictions/seen-by.ts';
import { knownAt } from '../revisions/known-at.ts';
import { loadPlacementFacts } from '../storage/load-placement-facts.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadRecordsBegin } from './load-records-begin.ts';
import { factsByChild, type PlacementFacts } from './weekly-report/facts.ts';
import { loadPseudonyms } from './weekly-report/load-report.ts';
import {
  childrenNotWhole,
  costsNotWhole,
  NOTHING_SAID,
  type NotWhole,
  type RecordsBegin,
} from './weekly-report/records-begin.ts';
import type { WeeklyReport } from './weekly-report/report.ts';
import { lastOfTrend, type TrendWeek, weeklyTrend } from './weekly-report/trend.ts';
import type { Week, WeekShown } from './weekly-report/week.ts';
import { weeklyReport } from './weekly-report/weekly-report.ts';

/** How many weeks the trend shows: a quarter of a year. */
const TREND_WEEKS = 13;

/** What is stored now for a week's report, and the names under which it may speak of children. */
export interface FactsAndNames {
  readonly facts: PlacementFacts;
  readonly pseudonym: (childId: string) => string;
  readonly auditNote: ChainHead | undefined;
  /** The children who are hidden from the reader, of whom the facts hold nothing. */
  readonly hidden: ReadonlySet<string>;
}

/** Loads the facts of a week as far as it is counted; with `since`, those of earlier weeks from that day on too. */
export async function loadFactsAndNames(
  tx: CouncilTransaction<RecordsTables>,
  { countsTo }: WeekShown,
  since?: PlainDate,
): Promise<FactsAndNames> {
  return {
    facts: await loadPlacementFacts(tx, countsTo, since),
    pseudonym: await loadPseudonyms(tx),
    auditNote: await chainHead(tx),
    hidden: await hiddenChildren(tx),
  };
}

/** A week's report with what its page shows beside it. */
export interface ReportOfWeek {
  readonly report: WeeklyReport;
  readonly trend: readonly TrendWeek[];
  /** Why the trend is not whole as far as it reaches back. */
  readonly trendNotWhole: NotWhole;
  /** The budget of the whole financial year. */
  readonly annualBudgetPence: Pence;
  /** The identifiers of the children whom the report names by pseudonym. */
  readonly childOf: ReadonlyMap<string, string>;
  /** The key of the children whom the ground did not show. */
  readonly hidden: string;
}

/** A text that is the same for readers from whom the same children are hidden; empty when it is none. */
export function hiddenKey(hidden: ReadonlySet<string>): string {
  return [...hidden].sort().join('\u001f');
}

/** The trend's first night is that after the day from which its facts are loaded. */
function trendNotWhole(begin: RecordsBegin, since: PlainDate): NotWhole {
  const from = dayNumberOf(since) + 1;
  const costs = costsNotWhole(begin, from);
  return { children: childrenNotWhole(begin, from), costs, yearCosts: costs };
}

/** The report of a week and the trend up to it, from one load of what is stored now, or was known at a revision, and the ground shows. */
export async function loadReportOfWeek(
  ground: Ground,
  authority: { readonly code: string; readonly name: string },
  week: Week,
  revision?: number,
): Promise<ReportOfWeek> {
  const since = addDays(lastOfTrend(week), -7 * TREND_WEEKS);
  // Which returns are held is known of now alone, and nobody asks it of what was known earlier.
  const load = async (tx: CouncilTransaction<RecordsTables>) => ({
    ...(await loadFactsAndNames(tx, week, since)),
    begin: revision === undefined ? await loadRecordsBegin(tx) : undefined,
  });
  const loaded = await ground.read<
    RecordsTables,
    FactsAndNames & { readonly begin: RecordsBegin | undefined }
  >(authority.code, revision === undefined ? load : knownAt(revision, load));
  const { facts, pseudonym, auditNote, begin } = loaded;
  const childOf = new Map<string, string>();
  const naming = (childId: string) => {
    const name = pseudonym(childId);
    childOf.set(name, childId);
    return name;
  };
  return {
    report: {
      ...weeklyReport(facts, week, {
        authority,
        pseudonym: naming,
        leavesOut: loaded.hidden.size > 0,
        begin,
      }),
      auditNote,
    },
    trend: weeklyTrend(factsByChild(facts), week, TREND_WEEKS),
    trendNotWhole: begin === undefined ? NOTHING_SAID : trendNotWhole(begin, since),
    annualBudgetPence: penceOf(facts.budgets.reduce((sum, { annual }) => sum + annual, 0)),
    childOf,
    hidden: hiddenKey(loaded.hidden),
  };
}
