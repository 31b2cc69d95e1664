import type { Pence } from '../../../core/money.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { Contract, CostElementKind, Funder, PaymentStatus } from '../../model.ts';

/** One accepted row of placement_costs: a cost element with its days as ISO text, ready to store. */
export interface CostElementRow {
  readonly line: number;
  readonly childId: string;
  readonly placementStart: PlainDate;
  readonly element: CostElementKind;
  readonly weeklyRate: Pence;
  readonly from: PlainDate;
  /** First night not charged; null while it runs on. */
  readonly to: PlainDate | null;
  readonly funder: Funder;
  readonly provider: string | null;
  readonly contract: Contract | null;
  readonly costCentre: string | null;
  readonly subjective: string | null;
}

/** One accepted row of payments. `periodTo` is the last day paid for. */
export interface PaymentRow {
  readonly line: number;
  readonly paymentRef: string;
  readonly runDate: PlainDate;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly childId: string;
  readonly placementStart: PlainDate;
  readonly provider: string | null;
  readonly element: CostElementKind;
  readonly gross: Pence;
  readonly contributionSource: string | null;
  readonly contribution: Pence;
  readonly costCentre: string | null;
  readonly subjective: string | null;
  readonly status: PaymentStatus;
  readonly correctsRef: string | null;
}

/** One accepted row of the general ledger. */
export interface LedgerRow {
  readonly line: number;
  readonly journal: string;
  /** Empty where the ledger numbers no lines. */
  readonly journalLine: string;
  readonly postedOn: PlainDate;
  readonly startYear: number;
  /** April is 1. */
  readonly period: number;
  readonly costCentre: string;
  readonly subjective: string;
  readonly amount: Pence;
  readonly supplier: string | null;
  readonly reference: string | null;
  readonly description: string | null;
  readonly journalType: string | null;
}

/** One accepted row of budgets, with its twelve monthly amounts from April. */
export interface BudgetRow {
  readonly line: number;
  readonly startYear: number;
  readonly costCentre: string;
  readonly subjective: string;
  readonly description: string | null;
  readonly annual: Pence;
  readonly monthly: readonly Pence[];
}
