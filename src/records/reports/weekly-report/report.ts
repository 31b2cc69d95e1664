import type { Hidden } from '../../../core/disclosure.ts';
import type { Pence } from '../../../core/money.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { ChainHead } from '../../../platform/audit/check-chain.ts';
import type { CostGroup } from '../../care-cost/attribution.ts';
import type { PlacementGroup } from '../../codes/placement-group.ts';
import type { Severity } from '../../model.ts';
import type { NotWhole } from './records-begin.ts';
import type { WeekShown } from './week.ts';

/** Children looked after on the last night of the week, or the last that is counted; agreed short breaks (V3, V4) counted apart. */
export interface ChildrenFigures<Count> {
  readonly total: Count;
  readonly byGroup: Readonly<Record<PlacementGroup, Count>>;
  readonly inArea: Count;
  readonly outOfArea: Count;
  readonly areaUnknown: Count;
  readonly over20MilesAndOut: Count;
  readonly aged16plus: Count;
  readonly uasc: Count;
  readonly shortBreaks: Count;
  /** In no other count: their last episode is open in an older return, and the newest whole one does not name them. */
  readonly leftOut: Count;
}

/** What happened in the nights of the week that are counted. Those looked after at its end are `atStart` + `starts` + `joinedWithoutStart` - `ends` - `leftWithoutEnd`. */
export interface MovementFigures<Count> {
  /** Children looked after on the night before the week. */
  readonly atStart: Count;
  readonly starts: Count;
  readonly ends: Count;
  /** Came into the count with nothing that can be read as a start. */
  readonly joinedWithoutStart: Count;
  /** Went out of the count with nothing that can be read as an end. */
  readonly leftWithoutEnd: Count;
  readonly placementMoves: Count;
  readonly unplannedMoves: Count;
}

/** One group's nights and gross cost in the week. */
export interface GroupSpend<Count, Money> {
  readonly group: CostGroup;
  readonly nights: Count;
  readonly weekPence: Money;
  /** Cost × 7 ÷ nights; null when there were no nights. */
  readonly averageWeeklyPence: Money | null;
  /** Children whose nights in the group cost something. */
  readonly childrenCharged: Count;
}

/** Committed cost, gross unless it says net. Each figure is rounded once, so groups may differ from the total by pence. */
export interface SpendFigures<Count, Money> {
  readonly weekPence: Money;
  readonly yearToDatePence: Money;
  readonly budgetToDatePence: Money;
  readonly projectedOutturnPence: Money;
  /** The week's cost to social care itself, after what others contribute. */
  readonly netOfContributionsPence: Money;
  /** What is recorded for the whole year, known ends or not. */
  readonly committedPence: Money;
  /** What of the week’s cost, and of the year’s to date, is of a placement that had ended or that is not recorded. */
  readonly disputedWeekPence: Money;
  readonly disputedYearToDatePence: Money;
  readonly childrenDisputed: Count;
  readonly childrenDisputedInYear: Count;
  /** Children whose care cost something in the week. */
  readonly childrenCharged: Count;
  /** Those of them for whom another body helped to pay. */
  readonly childrenWithContributions: Count;
  /** What short breaks cost in the week, in none of the figures above, and for how many children. */
  readonly shortBreaksWeekPence: Money;
  readonly shortBreaksChildrenCharged: Count;
  /** Every placement group in order, then `noPlacement`. */
  readonly byGroup: readonly GroupSpend<Count, Money>[];
}

/** One of the dearest packages on the last night of the week. */
export interface HighCostPackage {
  /** The child's pseudonym. */
  readonly package: string;
  readonly group: CostGroup;
  readonly placementStart: PlainDate;
  readonly weeklyPence: Pence;
  readonly contributionsWeeklyPence: Pence;
  /** Who is paid most of it. */
  readonly provider: string | null;
}

export type ChangeKind = 'started' | 'ended' | 'changed';

/** A package whose weekly cost differs from the night before. */
export interface PackageChange {
  /** The child's pseudonym. */
  readonly package: string;
  readonly kind: ChangeKind;
  /** The first night at the new cost. */
  readonly date: PlainDate;
  readonly group: CostGroup;
  readonly weeklyBeforePence: Pence;
  readonly weeklyAfterPence: Pence;
  readonly differencePence: Pence;
}

/** Findings of one rule. */
export interface FindingCount {
  readonly severity: Severity;
  readonly rule: string;
  readonly count: number;
  /** One of them in words, with the child's pseudonym. */
  readonly example: string;
}

/** Totals of the lists that a published report withholds. */
export interface WithheldTotals<Count, Money> {
  readonly highCostPackages: Count;
  readonly highCostWeeklyPence: Money;
  readonly changes: Readonly<Record<ChangeKind, Count>>;
  readonly changesDifferencePence: Money;
}

interface ReportFigures<Count, Money> extends WeekShown {
  readonly authority: { readonly code: string; readonly name: string };
  /** How the report must be marked wherever it is shown. */
  readonly marking: string;
  /** The last entry of the audit trail when the report was made: wherever a report is kept, it proves later that nothing up to there was replaced. */
  readonly auditNote?: ChainHead | undefined;
  /** Why figures are not whole where they reach back before the records that are held. */
  readonly notWhole: NotWhole;
  /** Whether restricted children are left out, of every figure and row alike, so that no total less its rows gives one away. */
  readonly leavesOut: boolean;
  readonly children: ChildrenFigures<Count>;
  readonly movement: MovementFigures<Count>;
  readonly spend: SpendFigures<Count, Money>;
}

/** Said wherever rows and figures leave a child out for the reader. */
export const RESTRICTED_LEFT_OUT =
  'Children whom only named people may see are left out of rows and figures';

/** The council's own working figures, whole. */
export interface WeeklyReport extends ReportFigures<number, Pence> {
  readonly working: true;
  readonly highCost: readonly HighCostPackage[];
  readonly changes: readonly PackageChange[];
  readonly findings: readonly FindingCount[];
}

/** The report for others: small numbers withheld, no row about one child. */
export interface PublishedReport extends ReportFigures<number | Hidden, Pence | Hidden> {
  readonly working: false;
  /** Whether the threshold under which numbers are withheld is confirmed. */
  readonly thresholdConfirmed: boolean;
  readonly highCost: readonly never[];
  readonly changes: readonly never[];
  readonly findings: readonly never[];
  readonly withheld: WithheldTotals<number | Hidden, Pence | Hidden>;
}
