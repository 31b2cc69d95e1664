import { cancelled } from './cancel.ts';
import {
  codeOfItem,
  type LedgerItem,
  type PaidItem,
  referenceKey,
  supplierKey,
  under,
} from './items.ts';
import { DAYS_APART, type MatchRule } from './rules.ts';

/** Ledger lines and payments that are the same money: their sums are equal. */
export interface Match {
  readonly rule: MatchRule;
  readonly lines: readonly LedgerItem[];
  readonly payments: readonly PaidItem[];
}

/** The whole of a comparison: every line and every payment stands in it once. */
export interface Matched {
  readonly matches: readonly Match[];
  /** Lines, and payments, that take each other out on their own side; a line may be taken out by one of another year. */
  readonly cancelledLines: readonly LedgerItem[];
  readonly cancelledPayments: readonly PaidItem[];
  readonly ledgerOnly: readonly LedgerItem[];
  readonly paymentsOnly: readonly PaidItem[];
}

const sumOf = (items: readonly { readonly amount: number }[]) =>
  items.reduce((so, { amount }) => so + amount, 0);

const hasOneCode = (items: readonly (LedgerItem | PaidItem)[]) =>
  new Set(items.map(codeOfItem)).size === 1;

function grouped<Thing>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => string | undefined,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** What is still to be matched, and what was. */
class Matching {
  readonly lines: Set<LedgerItem>;
  readonly payments: Set<PaidItem>;
  readonly matches: Match[] = [];

  constructor(lines: readonly LedgerItem[], payments: readonly PaidItem[]) {
    this.lines = new Set(lines);
    this.payments = new Set(payments);
  }

  take(rule: MatchRule, lines: readonly LedgerItem[], payments: readonly PaidItem[]): void {
    this.matches.push({ rule, lines, payments });
    for (const line of lines) this.lines.delete(line);
    for (const payment of payments) this.payments.delete(payment);
  }

  /** All lines and all payments of one key, where they come to the same. */
  inAll(
    rule: MatchRule,
    lineKey: (line: LedgerItem) => string | undefined,
    paidKey: (payment: PaidItem) => string | undefined,
  ): void {
    const payments = grouped(this.payments, paidKey);
    for (const [key, lines] of grouped(this.lines, lineKey)) {
      const paid = payments.get(key);
      if (paid === undefined || sumOf(lines) !== sumOf(paid)) continue;
      // What is of several codes on one side has no one other code.
      if (hasOneCode(lines) && hasOneCode(paid)) this.take(rule, lines, paid);
    }
  }

  /** Single lines against groups of payments, or single ones, of the same key and amount, the nearest group in days first, the earlier of two as near. */
  oneByOne(
    rule: MatchRule,
    lineKey: (line: LedgerItem) => string | undefined,
    paidKey: (payment: PaidItem) => string | undefined,
    groupKey?: (payment: PaidItem) => string,
  ): void {
    const withPayments = [...this.payments].filter((payment) => paidKey(payment) !== undefined);
    const groups =
      groupKey === undefined
        ? withPayments.map((payment) => [payment])
        : grouped(withPayments, groupKey).values();
    const open = grouped(groups, ([first, ...rest]) =>
      first === undefined ? undefined : under(paidKey(first) ?? '', sumOf([first, ...rest])),
    );
    for (const line of this.lines) {
      const key = lineKey(line);
      const candidates = key === undefined ? undefined : open.get(under(key, line.amount));
      if (candidates === undefined) continue;
      let best = -1;
      for (const [at, [first]] of candidates.entries()) {
        const apart = Math.abs((first?.day ?? 0) - line.day);
        const before = candidates[best]?.[0];
        if (apart > DAYS_APART) continue;
        if (before === undefined || apart < Math.abs(before.day - line.day)) best = at;
      }
      const [found] = best === -1 ? [] : candidates.splice(best, 1);
      if (found !== undefined) this.take(rule, [line], found);
    }
  }
}

const orNone = (key: string, ...parts: readonly string[]) =>
  key === '' ? undefined : under(key, ...parts);

const bySupplier = (item: LedgerItem | PaidItem) => orNone(supplierKey(item.supplier));
const bySupplierAndCode = (item: LedgerItem | PaidItem) =>
  orNone(supplierKey(item.supplier), codeOfItem(item));
const runOf = (item: PaidItem) => under(supplierKey(item.supplier), codeOfItem(item), item.day);

/**
 * The lines of a ledger and the payments of a council, matched rule by rule; the same whatever order
 * they come in. `beside` are lines of the years before and after, which may take a line out.
 */
export function matched(
  given: readonly LedgerItem[],
  paid: readonly PaidItem[],
  beside: readonly LedgerItem[] = [],
): Matched {
  const own = new Set(given);
  const all = [...given, ...beside].toSorted(inOrder);
  const lines = cancelled(all, ({ description }) => description ?? '');
  const payments = cancelled(paid.toSorted(inOrder), () => '');
  const matching = new Matching(
    lines.left.filter((line) => own.has(line)),
    payments.left,
  );
  const reference = (item: LedgerItem | PaidItem) => orNone(referenceKey(item.reference));
  const withCode = (item: LedgerItem | PaidItem) =>
    orNone(referenceKey(item.reference), codeOfItem(item));
  matching.inAll('reference', withCode, withCode);
  matching.inAll('reference-other-code', reference, reference);
  matching.oneByOne('payment', bySupplierAndCode, bySupplierAndCode);
  matching.oneByOne('run-of-supplier', bySupplierAndCode, bySupplierAndCode, runOf);
  matching.oneByOne(
    'run-of-code',
    (line) => (supplierKey(line.supplier) === '' ? codeOfItem(line) : undefined),
    codeOfItem,
    (payment) => under(codeOfItem(payment), payment.day),
  );
  const month = (item: LedgerItem | PaidItem) =>
    orNone(supplierKey(item.supplier), codeOfItem(item), String(item.month));
  matching.inAll('month-of-supplier', month, month);
  matching.oneByOne('run-other-code', bySupplier, bySupplier, runOf);
  return {
    matches: matching.matches,
    cancelledLines: lines.out.filter((line) => own.has(line)),
    cancelledPayments: payments.out,
    ledgerOnly: [...matching.lines],
    paymentsOnly: [...matching.payments],
  };
}

/** By day, then by all else that an item says, so that no order of the files tells in the result. */
function inOrder(one: LedgerItem | PaidItem, other: LedgerItem | PaidItem): number {
  if (one.day !== other.day) return one.day - other.day;
  const [first, second] = [wordsOf(one), wordsOf(other)];
  return first < second ? -1 : Number(first > second);
}

function wordsOf(item: LedgerItem | PaidItem): string {
  const own = 'journal' in item ? [item.journal, item.description ?? ''] : [];
  return under(
    ...[item.reference ?? '', item.supplier ?? '', codeOfItem(item), item.amount, item.month],
    ...own,
  );
}
