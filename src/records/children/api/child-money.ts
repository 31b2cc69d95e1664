import { z } from 'zod';
import { dateOfDayNumber } from '../../../core/plain-date.ts';
import { day, dayOf, pence } from '../../api/fields.ts';
import { COST_ELEMENTS, FUNDERS, PAYMENT_STATUSES } from '../../model.ts';
import type { ChildRecord } from '../child-record.ts';

const words = z.string().nullable();

const element = z.object({
  placementStart: day,
  element: z.enum(COST_ELEMENTS),
  weeklyRatePence: pence,
  from: day,
  to: day.nullable().meta({ description: 'The first night not charged; null while it runs on.' }),
  funder: z.enum(FUNDERS),
  provider: words,
  contract: words,
  costCentre: words,
  subjective: words,
});

const payment = z.object({
  paymentRef: z.string(),
  runDate: day,
  periodFrom: day,
  periodTo: day.meta({ description: 'The last day paid for.' }),
  placementStart: day,
  element: z.enum(COST_ELEMENTS),
  grossPence: pence,
  contributionPence: pence,
  contributionSource: words,
  provider: words,
  costCentre: words,
  subjective: words,
  status: z.enum(PAYMENT_STATUSES),
  correctsRef: words,
});

/** What the answer says of what a child's care costs. */
export const moneySchema = {
  costElements: z.array(element).meta({ description: 'The latest first.' }),
  payments: z.array(payment).meta({ description: 'The latest run first.' }),
} as const;

const moneyAnswer = z.object(moneySchema);

/** What the child's care costs, as the answer has it. */
export function moneyAnswered(record: ChildRecord): z.input<typeof moneyAnswer> {
  return {
    costElements: record.elements.map((each) => ({
      placementStart: dateOfDayNumber(each.placementStart),
      element: each.element,
      weeklyRatePence: each.weeklyRate,
      from: dateOfDayNumber(each.from),
      to: dayOf(each.to),
      funder: each.funder,
      provider: each.provider ?? null,
      contract: each.contract ?? null,
      costCentre: each.costCentre ?? null,
      subjective: each.subjective ?? null,
    })),
    payments: record.payments.map((each) => ({
      paymentRef: each.paymentRef,
      runDate: dateOfDayNumber(each.runDate),
      periodFrom: dateOfDayNumber(each.periodFrom),
      periodTo: dateOfDayNumber(each.periodTo),
      placementStart: dateOfDayNumber(each.placementStart),
      element: each.element,
      grossPence: each.gross,
      contributionPence: each.contribution,
      contributionSource: each.contributionSource ?? null,
      provider: each.provider ?? null,
      costCentre: each.costCentre ?? null,
      subjective: each.subjective ?? null,
      status: each.status,
      correctsRef: each.correctsRef ?? null,
    })),
  };
}
