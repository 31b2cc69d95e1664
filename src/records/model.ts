import type { Pence } from '../core/money.ts';
import type { DayNumber, PlainDate } from '../core/plain-date.ts';

/**
 * The plain values that the rules of this wing work on. Names of coded fields are those of the
 * SSDA903 return (DfE, children looked after). Days are day numbers, money is pence.
 */

/** A child the council knows, by the council's own identifier. */
export interface Child {
  readonly childId: string;
  readonly dateOfBirth: PlainDate | undefined;
  /** 1/2 up to the 2024 return, M/F/U from 2025. */
  readonly sex: string | undefined;
  readonly ethnicity: string | undefined;
  /** First day on which the child is no longer counted as an unaccompanied asylum-seeking child; undefined on a child with `unaccompanied` true means still counted. */
  readonly unaccompaniedUntil: DayNumber | undefined;
  readonly unaccompanied: boolean;
}

/** Where a placement lies against the responsible council's boundary; unknown when either postcode is not in the directory. */
export type Area = 'in' | 'out' | 'unknown';

/** One SSDA903 episode after the history rules: never overlapping another of the same child. */
export interface Episode {
  readonly childId: string;
  readonly decom: DayNumber;
  /** First night no longer in this episode. */
  readonly dec: DayNumber | undefined;
  readonly rne: string | undefined;
  readonly ls: string | undefined;
  readonly cin: string | undefined;
  readonly place: string;
  readonly placeProvider: string | undefined;
  readonly rec: string | undefined;
  readonly reasonPlaceChange: string | undefined;
  readonly urn: string | undefined;
  readonly area: Area;
  /** Straight-line miles from home to placement, one decimal; undefined when unknown. */
  readonly distanceMiles: number | undefined;
}

export const COST_ELEMENTS = [
  'core',
  'additional_support',
  'education',
  'health',
  'transport',
  'other',
] as const;
export type CostElementKind = (typeof COST_ELEMENTS)[number];

export const FUNDERS = ['social_care', 'education', 'health', 'other_authority'] as const;
export type Funder = (typeof FUNDERS)[number];

export const CONTRACTS = ['in_house', 'framework', 'spot', 'block'] as const;
export type Contract = (typeof CONTRACTS)[number];

/** One priced part of a placement's package: a weekly rate over a run of nights (`to` is the first night not charged). */
export interface CostElement {
  readonly childId: string;
  readonly placementStart: DayNumber;
  readonly element: CostElementKind;
  readonly weeklyRate: Pence;
  readonly from: DayNumber;
  readonly to: DayNumber | undefined;
  readonly funder: Funder;
  readonly provider: string | undefined;
  readonly contract: Contract | undefined;
  readonly costCentre: string | undefined;
  readonly subjective: string | undefined;
}

export const PAYMENT_STATUSES = ['actual', 'accrual', 'commitment'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** One line of a payment run. The period's last day is inclusive, as ledgers write it. */
export interface Payment {
  readonly paymentRef: string;
  readonly runDate: DayNumber;
  readonly periodFrom: DayNumber;
  readonly periodTo: DayNumber;
  readonly childId: string;
  readonly placementStart: DayNumber;
  readonly provider: string | undefined;
  readonly element: CostElementKind;
  readonly gross: Pence;
  readonly contributionSource: string | undefined;
  readonly contribution: Pence;
  readonly costCentre: string | undefined;
  readonly subjective: string | undefined;
  readonly status: PaymentStatus;
  /** The payment this one replaces; the replaced one no longer counts. */
  readonly correctsRef: string | undefined;
}

/** A year's budget for one cost centre and subjective, with its twelve monthly amounts from April. */
export interface Budget {
  readonly startYear: number;
  readonly costCentre: string;
  readonly subjective: string;
  readonly description: string | undefined;
  readonly annual: Pence;
  readonly monthly: readonly Pence[];
}

export const SEVERITIES = ['error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something in the records that a person should look at, said in words. */
export interface Finding {
  readonly severity: Severity;
  /** Stable name of the rule, `cost-after-placement-ended`. */
  readonly rule: string;
  readonly childId: string | undefined;
  /** One sentence: what was found, where, with the values. */
  readonly message: string;
}
