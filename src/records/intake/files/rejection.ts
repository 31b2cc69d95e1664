import type { Severity } from '../../model.ts';
import type { NameRow } from '../../names/name-row.ts';
import type { PostcodeRow, ProviderRow } from '../../places/place-row.ts';
import type { ReturnModuleKind, ReturnRow } from '../../returns/return-module.ts';
import type { BudgetRow, CostElementRow, LedgerRow, PaymentRow } from '../extracts/extract-row.ts';

/** A row that cannot be used, and why, in words for the person who will correct it. */
export interface Rejection {
  /** Line of the file on which the row starts, counted from 1. */
  readonly line: number;
  /** The column at fault; null when the whole row is. */
  readonly column: string | null;
  /** The value as the file has it; null when it is missing. */
  readonly value: string | null;
  readonly reason: string;
  /** The whole row as the file has it, in the order of the file's header (of the module's columns for XML), so that it can be downloaded, corrected and imported again. */
  readonly cells: readonly string[];
}

/** Something about an accepted row that a person should look at; the row is kept as it stands. */
export interface RowFinding {
  readonly line: number;
  readonly childId: string | undefined;
  /** Stable name of the rule, `code-of-another-year`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
}

interface BatchOf<Kind extends string, Row> {
  readonly kind: Kind;
  /** Accepted rows, in the order of the file. */
  readonly rows: readonly Row[];
  readonly rejections: readonly Rejection[];
  readonly findings: readonly RowFinding[];
}

/** Some rows of a file after the checks. Rows read = accepted + rejected. */
export type CheckedBatch =
  | BatchOf<ReturnModuleKind, ReturnRow>
  | BatchOf<'placement_costs', CostElementRow>
  | BatchOf<'payments', PaymentRow>
  | BatchOf<'budgets', BudgetRow>
  | BatchOf<'general_ledger', LedgerRow>
  | BatchOf<'postcodes', PostcodeRow>
  | BatchOf<'providers', ProviderRow>
  | BatchOf<'children_names', NameRow>;
