import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal, nightsWithin } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { Period } from '../care-cost/attribution.ts';
import type { CostElement } from '../model.ts';
import {
  type Difference,
  PAYMENT_STATES,
  type PaymentState,
  sumsOf,
} from './payment-differences.ts';

/** The nights of one agreed short break. */
export interface ShortBreak {
  readonly childId: string;
  readonly from: DayNumber;
  readonly to: DayNumber | undefined;
}

/** What leads from the cost in the weekly report to what was paid: each part in turn, to the penny. */
export interface ReportToPaid {
  /** The report's cost of the year to date. */
  readonly report: Pence;
  /** Nights of short breaks, which the report leaves out and suppliers are paid for. */
  readonly shortBreaks: Pence;
  /** The report rounds once, the list child by child. */
  readonly rounding: Pence;
  readonly committed: Pence;
  /** Taken off: nights that a run still to come pays. */
  readonly awaiting: Pence;
  readonly due: Pence;
  /** Paid less due, of the children who stand so. */
  readonly differences: Readonly<Record<PaymentState, Pence>>;
  readonly paid: Pence;
}

/** What the costs of the period come to, those of short breaks and all of them; each rounded once. */
function costs(
  elements: readonly CostElement[],
  shortBreaks: readonly ShortBreak[],
  period: Period,
): { readonly inReport: Pence; readonly all: Pence } {
  const breaks = new Map<string, ShortBreak[]>();
  for (const one of shortBreaks) breaks.set(one.childId, [...(breaks.get(one.childId) ?? []), one]);
  const [inReport, all] = [new NightlyTotal(), new NightlyTotal()];
  for (const element of elements) {
    const nights = nightsWithin(element, period);
    if (nights === 0) continue;
    const charged = {
      from: Math.max(element.from, period.from),
      to: Math.min(element.to ?? period.to, period.to),
    };
    const onBreak = (breaks.get(element.childId) ?? []).reduce(
      (so, span) => so + nightsWithin(span, charged),
      0,
    );
    inReport.add(nights - onBreak, element.weeklyRate);
    all.add(nights, element.weeklyRate);
  }
  return { inReport: inReport.pence, all: all.pence };
}

/** Why the cost in the report and what was paid are two numbers; `rows` are those of every child. */
export function reportToPaid(
  rows: readonly Difference[],
  elements: readonly CostElement[],
  shortBreaks: readonly ShortBreak[],
  period: Period,
): ReportToPaid {
  const { committed, awaiting, due, paid } = sumsOf(rows);
  const { inReport, all } = costs(elements, shortBreaks, period);
  const differences = PAYMENT_STATES.map((state) => {
    return [state, sumsOf(rows.filter((row) => row.state === state)).difference] as const;
  });
  return {
    report: inReport,
    shortBreaks: penceOf(all - inReport),
    rounding: penceOf(committed - all),
    ...{ committed, awaiting, due, paid },
    differences: Object.fromEntries(differences) as Record<PaymentState, Pence>,
  };
}
