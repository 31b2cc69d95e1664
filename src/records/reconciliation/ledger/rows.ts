import { penceOf } from '../../../core/money.ts';
import { dateOfDayNumber } from '../../../core/plain-date.ts';
import { codeInWords, type LedgerCode } from '../ledger-code.ts';
import { codeOfItem, type LedgerItem, type PaidItem, referenceKey, supplierKey } from './items.ts';
import type { LedgerRow, LedgerState } from './ledger-row.ts';
import type { Match, Matched } from './match.ts';
import { isOtherCode, RULES_IN_WORDS } from './rules.ts';

/** What a payment or a cost of a hidden child names. */
export type OfHidden = LedgerCode & Pick<PaidItem, 'supplier' | 'reference'>;

const NOTHING_KNOWN = {
  ...{ rule: null, why: null, paidUnder: null, postedOn: null, runDate: null, journal: null },
  ...{ journalType: null, reference: null, supplier: null, description: null, ledger: null },
  ...{ payments: null, ledgerMonth: null, paidMonth: null },
} as const;

function ofLine(line: LedgerItem) {
  return {
    costCentre: line.costCentre,
    subjective: line.subjective,
    postedOn: dateOfDayNumber(line.day),
    journal: line.journal,
    journalType: line.journalType,
    reference: line.reference,
    supplier: line.supplier,
    description: line.description,
    ledgerMonth: line.month,
  };
}

const seenOf = ({ amount, hidden }: PaidItem) => amount - hidden;

/** A match, a row for each month in which the ledger has it; of one that pays hidden children too, one row with what is for the others, and none where nothing is. */
function ofMatch({ rule, lines, payments }: Match): readonly LedgerRow[] {
  const paid = payments.find(({ isSeen }) => isSeen);
  if (paid === undefined) return [];
  const amount = penceOf(payments.reduce((so, payment) => so + seenOf(payment), 0));
  const isWhole = payments.every(({ hidden, isSeen }) => hidden === 0 && isSeen);
  const months = isWhole ? [...new Set(lines.map(({ month }) => month))] : [undefined];
  return months.flatMap((month, at): LedgerRow[] => {
    const own = month === undefined ? lines : lines.filter((line) => line.month === month);
    const [line] = own;
    if (line === undefined) return [];
    const more = own.length > 1 ? ` and ${own.length - 1} more` : '';
    const posted = penceOf(own.reduce((so, each) => so + each.amount, 0));
    const { costCentre, subjective } = line;
    // Of a match that pays a hidden child too, no posting is shown: it may be that child's own.
    const told = isWhole
      ? { ...ofLine(line), journal: `${line.journal}${more}` }
      : { costCentre, subjective, ledgerMonth: line.month };
    return [
      {
        ...NOTHING_KNOWN,
        ...told,
        ...{ rule, why: RULES_IN_WORDS[rule] },
        state: isOtherCode(rule) ? 'other-code' : 'matched',
        paidUnder: isOtherCode(rule) ? codeInWords(paid) : null,
        runDate: dateOfDayNumber(paid.day),
        supplier: isWhole
          ? (line.supplier ?? (payments.length === 1 ? paid.supplier : null))
          : paid.supplier,
        ledger: isWhole ? posted : amount,
        payments: at === 0 ? amount : null,
        paidMonth: paid.month,
      },
    ];
  });
}

function ofPayment(state: LedgerState, paid: PaidItem): LedgerRow {
  return {
    ...NOTHING_KNOWN,
    ...{ state, costCentre: paid.costCentre, subjective: paid.subjective },
    ...{ reference: paid.reference, supplier: paid.supplier, paidMonth: paid.month },
    runDate: dateOfDayNumber(paid.day),
    payments: penceOf(seenOf(paid)),
  };
}

/**
 * The comparison as a reader may see it. Of a match that pays hidden children too, both sides have
 * what is for the others, and nothing stands where all of it is for hidden ones. A line that is
 * matched with nothing and names a supplier or a reference of a hidden child's payments is left out:
 * what it is more than the payments beside it would tell what the child costs. So is one under a code
 * of a hidden child, unless its supplier is paid for children who may be seen.
 */
export function rowsSeen(found: Matched, hidden: readonly OfHidden[]): readonly LedgerRow[] {
  const suppliers = new Set(hidden.map(({ supplier }) => supplierKey(supplier)));
  const references = new Set(hidden.map(({ reference }) => referenceKey(reference)));
  const codes = new Set(hidden.map(codeOfItem));
  const paid = [
    ...found.matches.flatMap(({ payments }) => payments),
    ...found.paymentsOnly,
    ...found.cancelledPayments,
  ];
  const seen = new Set(
    paid.filter(({ isSeen }) => isSeen).map(({ supplier }) => supplierKey(supplier)),
  );
  const tells = (line: LedgerItem) => {
    const [supplier, reference] = [supplierKey(line.supplier), referenceKey(line.reference)];
    if (reference !== '' && references.has(reference)) return true;
    if (suppliers.has(supplier)) return true;
    return codes.has(codeOfItem(line)) && (supplier === '' || !seen.has(supplier));
  };
  const cancelledWords = { rule: 'cancelled', why: RULES_IN_WORDS.cancelled } as const;
  return [
    ...found.matches.flatMap(ofMatch),
    ...found.ledgerOnly
      .filter((line) => !tells(line))
      .map((line): LedgerRow => {
        return { ...NOTHING_KNOWN, ...ofLine(line), state: 'ledger-only', ledger: line.amount };
      }),
    ...found.paymentsOnly
      .filter(({ isSeen }) => isSeen)
      .map((payment) => ofPayment('payments-only', payment)),
    ...found.cancelledLines
      .filter((line) => !tells(line))
      .map((line): LedgerRow => {
        const row = { ...NOTHING_KNOWN, ...ofLine(line), ...cancelledWords };
        return { ...row, state: 'cancelled', ledger: line.amount };
      }),
    ...found.cancelledPayments
      .filter(({ isSeen }) => isSeen)
      .map((payment) => ({ ...ofPayment('cancelled', payment), ...cancelledWords })),
  ];
}
