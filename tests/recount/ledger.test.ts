import fc from 'fast-check';
import { expect, it } from 'vitest';
import { penceOf } from '../../src/core/money.ts';
import type { LedgerItem, PaidItem } from '../../src/records/reconciliation/ledger/items.ts';
import { matched } from '../../src/records/reconciliation/ledger/match.ts';
import { rowsSeen } from '../../src/records/reconciliation/ledger/rows.ts';
import { MATCH_RULES } from '../../src/records/reconciliation/ledger/rules.ts';
import { ledgerByMonth, ledgerSums } from '../../src/records/reconciliation/ledger/sums.ts';
import { itemInWords, matchInWords, slowLedger } from './slow-ledger.ts';

const SEED = 28_112_026;
const SEEDS = [SEED, 3, 911];
const LEDGERS = 1_500;
const one = fc.constantFrom;

/** Few values of each, so that much is alike and much nearly so. */
const SHARED = {
  costCentre: one('411', '412'),
  subjective: one('43', '43', '44'),
  day: one(10, 20, 40, 41, 80),
  amount: one(100, 100, 200, 300, -100, 400).map(penceOf),
};
const lineArbitrary: fc.Arbitrary<LedgerItem> = fc.record({
  ...SHARED,
  amount: one(100, 200, 200, 300, 300, 400, -100).map(penceOf),
  supplier: one(null, 'Oak Ltd.', 'Oak Ltd.', 'Elm'),
  reference: one(null, null, 'A-1', 'a2'),
  journal: one('J1', 'J2', 'J3'),
  description: one(null, 'accrual'),
  journalType: one(null),
  month: one(0, 1),
});
const paidArbitrary: fc.Arbitrary<PaidItem> = fc
  .record({
    ...SHARED,
    day: one(10, 10, 41, 80),
    supplier: one(null, 'OAK', 'OAK', 'Elm Limited'),
    reference: one('A1', 'A2', 'A3', 'A4'),
    isHidden: one(false, false, false, true),
  })
  .map(({ isHidden, ...item }) => ({
    ...item,
    month: item.day < 41 ? 0 : 1,
    hidden: isHidden ? item.amount : penceOf(0),
    isSeen: !isHidden,
  }));
/** Names that both sides write in their own way; the slow comparison knows no more of names than these. */
const sides = fc.record({
  lines: fc.array(lineArbitrary, { maxLength: 7 }),
  paid: fc.array(
    paidArbitrary.map((item) => ({
      ...item,
      supplier: item.supplier === 'Elm Limited' ? 'elm' : item.supplier,
    })),
    { maxLength: 8 },
  ),
});

function inWords(lines: readonly LedgerItem[], paid: readonly PaidItem[]): readonly string[] {
  const found = matched(lines, paid);
  return [
    ...found.matches.map((match) => matchInWords(match.rule, [...match.lines, ...match.payments])),
    ...[...found.cancelledLines, ...found.cancelledPayments].map(
      (item) => `cancelled ${itemInWords(item)}`,
    ),
    ...found.ledgerOnly.map((item) => `ledger only ${itemInWords(item)}`),
    ...found.paymentsOnly.map((item) => `payments only ${itemInWords(item)}`),
  ].sort();
}

const sum = (items: readonly { readonly amount: number }[]) =>
  items.reduce((so, { amount }) => so + amount, 0);

it.each(SEEDS)('matches as trying every pair does, on small ledgers of seed %i', (seed) => {
  fc.assert(
    fc.property(sides, ({ lines, paid }) => {
      expect(inWords(lines, paid)).toEqual(slowLedger(lines, paid));
    }),
    { numRuns: LEDGERS, seed },
  );
});

it('takes every line and every payment once, each match coming to the same on both sides, in whatever order they come', () => {
  fc.assert(
    fc.property(sides, ({ lines, paid }) => {
      const found = matched(lines, paid);
      const all = [
        ...found.matches.flatMap((match) => match.lines),
        ...[...found.cancelledLines, ...found.ledgerOnly],
      ];
      expect(new Set(all).size).toBe(lines.length);
      expect(all).toHaveLength(lines.length);
      for (const match of found.matches) expect(sum(match.lines)).toBe(sum(match.payments));
      expect(sum(found.cancelledLines)).toBe(0);
      expect(inWords(lines.toReversed(), paid.toReversed())).toEqual(inWords(lines, paid));
    }),
    { numRuns: LEDGERS, seed: SEED },
  );
});

it('shows totals that their parts make up, and nothing of what is hidden', () => {
  fc.assert(
    fc.property(sides, ({ lines, paid }) => {
      const rows = rowsSeen(
        matched(lines, paid),
        paid.filter(({ isSeen }) => !isSeen),
      );
      const sums = ledgerSums(rows);
      const shared = sums.matched + sums.otherCode;
      expect(sums.ledger).toBe(shared + sums.ledgerOnly + sums.cancelledInLedger);
      expect(sums.payments).toBe(shared + sums.paymentsOnly + sums.cancelledInPayments);
      const seen = paid.filter(({ isSeen }) => isSeen);
      expect(sums.payments).toBe(sum(seen));
      const months = ['411', '412'].flatMap((costCentre) =>
        ['43', '44'].flatMap((subjective) => ledgerByMonth(rows, { costCentre, subjective })),
      );
      expect(months.reduce((so, { all }) => so + all, 0)).toBe(sums.ledger);
      if (seen.length === paid.length) expect(sums.ledger).toBe(sum(lines));
    }),
    { numRuns: LEDGERS, seed: SEED + 1 },
  );
});

it('takes out a line of which the year before or after has the opposite, and matches the others', () => {
  fc.assert(
    fc.property(sides, lineArbitrary, ({ lines, paid }, accrual) => {
      const named = { ...accrual, reference: 'ACC-1', supplier: null };
      const reversal = { ...named, amount: penceOf(-named.amount), day: named.day - 100 };
      const found = matched([...lines, named], paid, [reversal]);
      expect(found.cancelledLines).toContain(named);
      expect(found.cancelledLines).not.toContain(reversal);
      const without = matched(lines, paid);
      expect(found.matches).toEqual(without.matches);
      expect(found.ledgerOnly).toEqual(without.ledgerOnly);
    }),
    { numRuns: 300, seed: SEED },
  );
});

it('is tried on ledgers in which every rule finds something', () => {
  const rules = fc
    .sample(sides, { numRuns: LEDGERS, seed: SEED })
    .flatMap(({ lines, paid }) => matched(lines, paid).matches.map(({ rule }) => rule));
  for (const rule of MATCH_RULES) {
    expect([rule, rules.filter((each) => each === rule).length > 5]).toEqual([rule, true]);
  }
});
