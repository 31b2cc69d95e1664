import { type Pence, penceOf } from '../../core/money.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { averagePrice } from '../outturn/average-price.ts';
import { type Bridge, bridgeOf } from '../outturn/bridge.ts';
import type { CostTold, Outturn } from '../outturn/outturn.ts';
import { type AveragePrice, type Sensitivity, sensitivities } from '../outturn/sensitivity.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type BudgetLine, type BudgetTotals, budgetLines } from './budget-lines.ts';
import { dueByStreams, loadCommittedAndPaid } from './load-committed-and-paid.ts';
import { loadFactsAndNames } from './load-week.ts';
import { type PaidOfLine, paidByLine } from './paid-by-line.ts';
import { factsByChild } from './weekly-report/facts.ts';
import type { Week } from './weekly-report/week.ts';

/** What a line is committed to, has paid and accrued, and how it comes from there to its projection. */
export type OutturnSumsShown = BudgetTotals &
  PaidOfLine & {
    /** What of the cost to date is due and not paid, less what is paid beyond it. */
    readonly unpaid: Pence;
    readonly committed: Pence;
    /** Recorded to 31 March and not projected: known ends, and what is in dispute after the last night. */
    readonly knownEnds: Pence;
    readonly disputedLater: Pence;
    readonly pace: Pence;
  };

export type OutturnRow = Pick<BudgetLine, 'costCentre' | 'subjective' | 'description'> &
  OutturnSumsShown;

/** Everything that the page of the outturn shows of a week’s last night. */
export interface OutturnOfWeek {
  readonly projection: Outturn;
  readonly bridge: Bridge;
  readonly sensitivities: readonly Sensitivity[];
  readonly average: AveragePrice;
  readonly lines: readonly OutturnRow[];
  readonly totals: OutturnSumsShown;
  readonly hasPayments: boolean;
  readonly hasBudget: boolean;
}

function shown(of: BudgetTotals, bridge: Bridge, paid: PaidOfLine): OutturnSumsShown {
  const step = (...kinds: readonly string[]) =>
    penceOf(
      bridge.steps
        .filter((each) => kinds.includes(each.step))
        .reduce((sum, { pence }) => sum + pence, 0),
    );
  return {
    ...of,
    ...paid,
    unpaid: penceOf(of.costToDate - paid.paid - paid.accrued),
    committed: bridge.committedPence,
    knownEnds: step('eighteen', 'placement'),
    disputedLater: step('disputed'),
    pace: step('pace'),
  };
}

const NO_BRIDGE: Bridge = {
  steps: [],
  committedPence: penceOf(0),
  projectedPence: penceOf(0),
};

/** The outturn as the reader may see it: recorded, paid, accrued and projected, with each line’s own. */
export function loadOutturnOfWeek(
  week: Week,
  today: PlainDate,
): (tx: CouncilTransaction<RecordsTables>) => Promise<OutturnOfWeek> {
  return async (tx) => {
    const { facts } = await loadFactsAndNames(tx, week);
    const paying = await loadCommittedAndPaid(tx, week.yearToDate, today);
    const children = factsByChild(facts);
    const budgets = budgetLines(children, facts.budgets, week, facts.pace);
    const { projection, projections } = budgets;
    const bridge = bridgeOf(projection);
    const paid = paidByLine(children, paying, week, dueByStreams(paying.streams));
    const average = averagePrice(children, week);
    return {
      projection,
      bridge,
      average,
      sensitivities: sensitivities(projection, average),
      lines: budgets.lines.map((line, at) => {
        const own = projections[at];
        const { costCentre, subjective } = line;
        const ofLine = own === undefined ? NO_BRIDGE : bridgeOf(projection, own);
        return { ...line, ...shown(line, ofLine, paid.of(costCentre, subjective)) };
      }),
      totals: shown(budgets.totals, bridge, paid.all),
      hasPayments: paying.payments.length > 0,
      hasBudget: facts.budgets.length > 0,
    };
  };
}

/** Every cost’s part of every figure of the outturn, with the names of packages. */
export function loadOutturnCosts(week: Week) {
  return async (tx: CouncilTransaction<RecordsTables>) => {
    const { facts, pseudonym } = await loadFactsAndNames(tx, week);
    const told: CostTold[] = [];
    budgetLines(factsByChild(facts), facts.budgets, week, facts.pace, (each) => told.push(each));
    return { told, pseudonym };
  };
}
