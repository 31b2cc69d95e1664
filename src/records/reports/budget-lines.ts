import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { nightsOutsideShortBreaks } from '../care-cost/attribution.ts';
import { budgetToDate } from '../care-cost/budget-to-date.ts';
import type { Budget } from '../model.ts';
import type { ChildFacts } from './weekly-report/facts.ts';
import type { Week } from './weekly-report/week.ts';

/** One cost centre and subjective: what it may cost, what it has cost, what it is going to cost. */
export type BudgetLine = {
  readonly costCentre: string | null;
  readonly subjective: string | null;
  readonly description: string | null;
  readonly annual: Pence;
  readonly toDate: Pence;
  readonly costToDate: Pence;
  readonly varianceToDate: Pence;
  readonly outturn: Pence;
  readonly variance: Pence;
};

/** All lines together, each sum rounded once. */
export type BudgetTotals = Omit<BudgetLine, 'costCentre' | 'subjective' | 'description'>;

/** The children whom a line’s cost to date, its cost after that and its outturn are of. */
export interface ChildrenOfLine {
  readonly toDate: Set<string>;
  readonly later: Set<string>;
  readonly wholeYear: Set<string>;
}

interface Costs {
  readonly toDate: NightlyTotal;
  readonly wholeYear: NightlyTotal;
  readonly children: ChildrenOfLine;
}

function noCosts(): Costs {
  return {
    toDate: new NightlyTotal(),
    wholeYear: new NightlyTotal(),
    children: { toDate: new Set(), later: new Set(), wholeYear: new Set() },
  };
}

function addChild(to: ChildrenOfLine, childId: string, toDate: number, wholeYear: number): void {
  to.wholeYear.add(childId);
  if (toDate > 0) to.toDate.add(childId);
  if (wholeYear > toDate) to.later.add(childId);
}

/** The budget lines of a year, and the children behind each, in the same order. */
export interface BudgetLines {
  readonly lines: readonly BudgetLine[];
  readonly totals: BudgetTotals;
  readonly children: readonly ChildrenOfLine[];
}

function sums(budgets: readonly Budget[], costs: Costs, week: Week): BudgetTotals {
  const annual = penceOf(budgets.reduce((sum, budget) => sum + budget.annual, 0));
  const toDate = budgetToDate(budgets, week.lastNight);
  const costToDate = costs.toDate.pence;
  const outturn = costs.wholeYear.pence;
  return {
    annual,
    toDate,
    costToDate,
    varianceToDate: penceOf(costToDate - toDate),
    outturn,
    variance: penceOf(outturn - annual),
  };
}

/**
 * Every budget line of the year with the cost of the elements that carry its cost centre and
 * subjective, and a line for each of those that has no budget; short breaks left out, as in the report.
 */
export function budgetLines(
  facts: readonly ChildFacts[],
  budgets: readonly Budget[],
  week: Week,
): BudgetLines {
  const keyOf = (costCentre = '', subjective = '') => JSON.stringify([costCentre, subjective]);
  const byCode = new Map<string, { readonly budgets: Budget[]; readonly costs: Costs }>();
  const lineOf = (key: string) => {
    const known = byCode.get(key) ?? { budgets: [], costs: noCosts() };
    byCode.set(key, known);
    return known;
  };
  for (const budget of budgets)
    lineOf(keyOf(budget.costCentre, budget.subjective)).budgets.push(budget);
  const all = noCosts();
  for (const { childId, care, elements } of facts) {
    for (const element of elements) {
      const toDate = nightsOutsideShortBreaks(element, week.yearToDate, care);
      const wholeYear = nightsOutsideShortBreaks(element, week.year, care);
      if (wholeYear === 0) continue;
      const line = lineOf(keyOf(element.costCentre, element.subjective)).costs;
      if (element.weeklyRate !== 0) addChild(line.children, childId, toDate, wholeYear);
      for (const costs of [line, all]) {
        costs.toDate.add(toDate, element.weeklyRate);
        costs.wholeYear.add(wholeYear, element.weeklyRate);
      }
    }
  }
  const lines = Array.from(byCode, ([key, { budgets: own, costs }]): BudgetLine => {
    const [costCentre, subjective] = JSON.parse(key) as [string, string];
    return {
      costCentre: costCentre || null,
      subjective: subjective || null,
      description: own[0]?.description ?? (own.length === 0 ? 'No budget' : null),
      ...sums(own, costs, week),
    };
  });
  const children = Array.from(byCode.values(), ({ costs }) => costs.children);
  return { lines, totals: sums(budgets, all, week), children };
}
