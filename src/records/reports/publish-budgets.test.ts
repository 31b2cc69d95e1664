import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIDDEN, isSmall } from '../../core/disclosure.ts';
import { penceOf } from '../../core/money.ts';
import { type OfLines, publishedBudgets } from './publish-budgets.ts';

/** Lines of so many pounds, each child of a line costing a pound to date and a pound later. */
function linesOf(...children: readonly (readonly string[])[]): OfLines {
  const lines = children.map((of, at) => ({
    costCentre: String(at),
    subjective: null,
    description: null,
    annual: penceOf(1000),
    toDate: penceOf(500),
    costToDate: penceOf(of.length * 100),
    disputed: penceOf(of.length),
    varianceToDate: penceOf(of.length * 100 - 500),
    outturn: penceOf(of.length * 200),
    variance: penceOf(of.length * 200 - 1000),
  }));
  const outturn = lines.reduce((sum, line) => sum + line.outturn, 0);
  return {
    lines,
    totals: {
      annual: penceOf(1000 * lines.length),
      toDate: penceOf(500 * lines.length),
      costToDate: penceOf(outturn / 2),
      disputed: penceOf(outturn / 200),
      varianceToDate: penceOf(outturn / 2 - 500 * lines.length),
      outturn: penceOf(outturn),
      variance: penceOf(outturn - 1000 * lines.length),
    },
    children: children.map((of) => ({
      toDate: new Set(of),
      later: new Set(of),
      pace: new Set<string>(),
      disputed: new Set(of),
      wholeYear: new Set(of),
    })),
  };
}

const six = ['1', '2', '3', '4', '5', '6'];
const nine = ['11', '12', '13', '14', '15', '16', '17', '18', '19'];

test('a line of few children is withheld, with the smallest other line, so that the total less the rest tells of neither', () => {
  const { lines, totals } = publishedBudgets(linesOf(['a'], six, nine, []), 5);
  expect(lines.map(({ outturn }) => outturn)).toEqual([HIDDEN, HIDDEN, 1800, 0]);
  expect(lines[0]).toMatchObject({ costToDate: HIDDEN, varianceToDate: HIDDEN, variance: HIDDEN });
  expect(lines.map(({ annual }) => annual)).toEqual([1000, 1000, 1000, 1000]);
  expect(totals.outturn).toBe(3200);
});

test('the total is withheld where no other line is left', () => {
  const { lines, totals } = publishedBudgets(linesOf(['a'], []), 5);
  expect([lines[0]?.outturn, totals.outturn, totals.annual]).toEqual([HIDDEN, HIDDEN, 2000]);
});

test('a line is withheld whose cost after the week is that of one child', () => {
  const budgets = linesOf(six, nine, nine);
  const [first, ...others] = budgets.children;
  const children = [{ ...first, later: new Set(['1']) } as typeof first, ...others];
  const { lines } = publishedBudgets({ ...budgets, children: children as never }, 5);
  expect(lines.map(({ outturn }) => outturn)).toEqual([HIDDEN, HIDDEN, 1800]);
});

test('nothing is withheld where every line is that of enough, but what of a line is in dispute', () => {
  const budgets = linesOf(six, nine, []);
  expect(publishedBudgets(budgets, 5)).toEqual({
    lines: budgets.lines.map((line) => ({ ...line, disputed: HIDDEN })),
    totals: { ...budgets.totals, disputed: HIDDEN },
  });
});

test('what the shown lines leave of a shown total is never that of one line or of few children', () => {
  const child = fc.integer({ min: 1, max: 30 }).map(String);
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(child, { maxLength: 12 }), { maxLength: 8 }), (made) => {
      const { lines, totals } = publishedBudgets(linesOf(...made), 5);
      const hidden = made.filter((of, at) => of.length > 0 && lines[at]?.outturn === HIDDEN);
      for (const [at, of] of made.entries()) {
        if (isSmall(of.length, 5)) expect(lines[at]?.outturn).toBe(HIDDEN);
      }
      if (totals.outturn === HIDDEN || hidden.length === 0) return;
      expect(hidden.length).toBeGreaterThan(1);
      expect(new Set(hidden.flat()).size).toBeGreaterThanOrEqual(5);
    }),
  );
});
