import { type Pence, penceOf } from '../../core/money.ts';
import { type CostStep, LESS_STEPS, RECORDED_STEPS, type StepKind } from './cost-steps.ts';
import {
  type Outturn,
  type OutturnLine,
  paceExact,
  rounded,
  stepsExact,
  together,
} from './outturn.ts';

/** A step of the bridge: what it adds, and what stands after it. */
export interface BridgeStep {
  readonly step: CostStep['kind'] | 'pace';
  readonly pence: Pence;
  readonly after: Pence;
}

/** The whole way from the cost of the nights that have been to the projection. */
export interface Bridge {
  readonly steps: readonly BridgeStep[];
  /** What is recorded for the whole year, known ends or not. */
  readonly committedPence: Pence;
  readonly projectedPence: Pence;
}

/**
 * The steps of all lines, or of one, to the penny: each is what stands after it less what stood before,
 * so that they come to the projection however each would be rounded by itself.
 */
export function bridgeOf(outturn: Outturn, line?: OutturnLine): Bridge {
  const sums = line?.sums ?? outturn.sums;
  const before: StepKind[] = [];
  const steps: BridgeStep[] = [];
  let stood = 0;
  const add = (step: BridgeStep['step'], after: Pence) => {
    steps.push({ step, pence: penceOf(after - stood), after });
    stood = after;
  };
  for (const kind of [...RECORDED_STEPS, ...LESS_STEPS]) {
    before.push(kind);
    add(kind, rounded(stepsExact(sums, before)));
  }
  const recorded = stepsExact(sums, before);
  const projected =
    line === undefined
      ? rounded(together(recorded, paceExact(outturn)))
      : penceOf(rounded(recorded) + line.pacePence);
  add('pace', projected);
  return {
    steps,
    committedPence: rounded(stepsExact(sums, RECORDED_STEPS)),
    projectedPence: penceOf(stood),
  };
}
