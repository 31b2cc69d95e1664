import { type Pence, penceOf } from '../../core/money.ts';
import { budgetToDate } from '../care-cost/budget-to-date.ts';
import type { Budget } from '../model.ts';
import { bridgeOf } from '../outturn/bridge.ts';
import {
  type CostTold,
  type Outturn,
  type OutturnLine,
  outturnOf,
  rounded,
  stepsExact,
} from '../outturn/outturn.ts';
import { NO_PACE, type PaceBasis } from '../outturn/pace-window.ts';
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
  /** What of that is in dispute. */
  readonly disputed: Pence;
  readonly varianceToDate: Pence;
  readonly outturn: Pence;
  readonly variance: Pence;
};

/** All lines together, each sum rounded once. */
export type BudgetTotals = Omit<BudgetLine, 'costCentre' | 'subjective' | 'description'>;

/** The children whom a line’s cost to date, its cost after that, its pace, its outturn and what is in dispute of it are of. */
export interface ChildrenOfLine {
  readonly toDate: Set<string>;
  readonly later: Set<string>;
  readonly pace: Set<string>;
  readonly wholeYear: Set<string>;
  readonly disputed: Set<string>;
}

/** The budget lines of a year, and the children behind each, in the same order. */
export interface BudgetLines {
  readonly lines: readonly BudgetLine[];
  readonly totals: BudgetTotals;
  readonly children: readonly ChildrenOfLine[];
  /** The projection that they are of, and each line’s own; undefined where nothing is recorded of it. */
  readonly projection: Outturn;
  readonly projections: readonly (OutturnLine | undefined)[];
}

/** What is charged of each child for the nights to come of each line, while it is counted. */
class LaterCosts {
  readonly #byLine = new Map<string, Map<string, number>>();

  add({ childId, element, kind, nights }: CostTold): void {
    if (kind === 'toDate' || kind === 'disputedToDate') return;
    if (kind === 'arrived' || kind === 'left') return;
    const key = keyOf(element.costCentre, element.subjective);
    const ofLine = this.#byLine.get(key) ?? new Map<string, number>();
    this.#byLine.set(key, ofLine);
    ofLine.set(childId, (ofLine.get(childId) ?? 0) + nights * element.weeklyRate);
  }

  childrenOf(key: string): Set<string> {
    const costs = [...(this.#byLine.get(key) ?? [])];
    return new Set(costs.flatMap(([childId, cost]) => (cost === 0 ? [] : [childId])));
  }
}

function keyOf(costCentre = '', subjective = ''): string {
  return JSON.stringify([costCentre, subjective]);
}

function sums(
  budgets: readonly Budget[],
  projection: Outturn,
  line: OutturnLine | 'none' | 'all',
  week: Week,
): BudgetTotals {
  const annual = penceOf(budgets.reduce((sum, budget) => sum + budget.annual, 0));
  const toDate = budgetToDate(budgets, week.lastNight);
  const of = line === 'all' ? projection.sums : line === 'none' ? undefined : line.sums;
  const nothing = penceOf(0);
  const costToDate = of === undefined ? nothing : rounded(stepsExact(of, ['toDate']));
  const outturn =
    line === 'none'
      ? nothing
      : bridgeOf(projection, line === 'all' ? undefined : line).projectedPence;
  return {
    annual,
    toDate,
    costToDate,
    disputed: of === undefined ? nothing : rounded(stepsExact(of, ['disputedToDate'])),
    varianceToDate: penceOf(costToDate - toDate),
    outturn,
    variance: penceOf(outturn - annual),
  };
}

function childrenOf(
  { sums: all }: Outturn,
  line: OutturnLine | undefined,
  later: Set<string>,
): ChildrenOfLine {
  const told = (kind: Parameters<OutturnLine['sums']['children']>[0]) =>
    line?.sums.children(kind) ?? new Set<string>();
  const toDate = told('toDate');
  return {
    toDate,
    later,
    // A share of what all lines’ costs tell.
    pace: new Set([...all.children('arrived'), ...all.children('left')]),
    wholeYear: new Set([...toDate, ...later]),
    disputed: told('disputedToDate'),
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
  pace: PaceBasis = NO_PACE,
  tell: (told: CostTold) => void = () => undefined,
): BudgetLines {
  const later = new LaterCosts();
  const projection = outturnOf(facts, week, pace, (told) => {
    later.add(told);
    tell(told);
  });
  const byCode = new Map<string, { readonly budgets: Budget[]; projected?: OutturnLine }>();
  const lineOf = (key: string) => {
    const known = byCode.get(key) ?? { budgets: [] };
    byCode.set(key, known);
    return known;
  };
  for (const budget of budgets) {
    lineOf(keyOf(budget.costCentre, budget.subjective)).budgets.push(budget);
  }
  for (const line of projection.lines)
    lineOf(keyOf(line.costCentre, line.subjective)).projected = line;
  const lines = Array.from(byCode, ([key, { budgets: own, projected }]): BudgetLine => {
    const [costCentre, subjective] = JSON.parse(key) as [string, string];
    return {
      costCentre: costCentre || null,
      subjective: subjective || null,
      description: own[0]?.description ?? (own.length === 0 ? 'No budget' : null),
      ...sums(own, projection, projected ?? 'none', week),
    };
  });
  return {
    lines,
    totals: sums(budgets, projection, 'all', week),
    children: Array.from(byCode, ([key, { projected }]) =>
      childrenOf(projection, projected, later.childrenOf(key)),
    ),
    projection,
    projections: Array.from(byCode.values(), ({ projected }) => projected),
  };
}
