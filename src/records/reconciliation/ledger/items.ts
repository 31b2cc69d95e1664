import type { Pence } from '../../../core/money.ts';
import type { DayNumber } from '../../../core/plain-date.ts';
import { codeKey, type LedgerCode } from '../ledger-code.ts';

/** What both sides of a comparison say of an amount. */
interface Item extends LedgerCode {
  readonly supplier: string | null;
  readonly reference: string | null;
  readonly day: DayNumber;
  readonly amount: Pence;
}

/** One line of the general ledger; its day is that of its posting. */
export interface LedgerItem extends Item {
  readonly journal: string;
  readonly description: string | null;
  readonly journalType: string | null;
  /** The month of its accounting period, April being 0. */
  readonly month: number;
}

/** The payments of one reference, supplier and code in one run; its day is the run’s. */
export interface PaidItem extends Item {
  /** The part for children hidden from the reader, which the reader gets no trace of. */
  readonly hidden: Pence;
  /** Whether any payment of it is for a child whom the reader may see. */
  readonly isSeen: boolean;
  /** The month of the run, April being 0. */
  readonly month: number;
}

/** Words that a supplier’s name has in one system and not in the other. */
const LEGAL_FORM = /\b(?:limited|ltd|plc|llp|cic|the)\b/g;

/** A supplier's name as both systems would have it: without capitals, marks and legal form. */
export function supplierKey(supplier: string | null): string {
  return (supplier ?? '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(LEGAL_FORM, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A reference as both systems would have it. */
export function referenceKey(reference: string | null): string {
  return (reference ?? '').toUpperCase().replace(/[^A-Z0-9]+/g, '');
}

/** What an item is filed under, as one text. */
export function under(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

/** The code of an item, as one text. */
export function codeOfItem(item: LedgerCode): string {
  return codeKey(item);
}
