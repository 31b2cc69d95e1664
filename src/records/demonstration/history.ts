import type { Pence } from '../../core/money.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { Contract, CostElementKind, Funder, PaymentStatus } from '../model.ts';

/**
 * All that the demonstration council knows of one child, true and whole: also what still lies after
 * the day at which the council stands. The files tell it up to that day, and tell it with small faults.
 */
export interface ChildHistory {
  readonly life: Life;
  readonly childId: string;
  /** The identifier under which the child is looked after again, where that is another. */
  readonly cameBackAs?: string;
  readonly upn: string;
  readonly homePostcode: string;
  /** Day on which a girl looked after became a mother. */
  readonly motherSince: DayNumber | undefined;
  readonly placements: readonly Placement[];
  readonly episodes: readonly CareEpisode[];
  readonly reviews: readonly Review[];
  readonly missing: readonly MissingEpisode[];
  readonly socialWorkers: readonly SocialWorkerEpisode[];
  readonly packages: readonly PackageElement[];
  readonly payments: readonly PaymentLine[];
}

export type Temperament = 'settled' | 'unsettled' | 'complex';

/** How a period of care will go, decided when it starts. */
export type Course =
  | 'home'
  | 'adoption'
  | 'guardianship'
  | 'long'
  | 'remand'
  | 'unaccompanied'
  | 'shortBreakAgreement'
  | 'shortBreakSeries';

export interface Life {
  readonly number: number;
  readonly sex: 'M' | 'F';
  readonly dateOfBirth: DayNumber;
  readonly ethnicity: string;
  readonly unaccompanied: boolean;
  readonly disabled: boolean;
  readonly temperament: Temperament;
  readonly periods: readonly CarePeriod[];
}

export interface CarePeriod {
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly course: Course;
  /** SSDA903 category of need. */
  readonly need: string;
}

export type SettingKind =
  | 'kinship'
  | 'inHouseFoster'
  | 'agencyFoster'
  | 'agencyResidential'
  | 'ownHome'
  | 'health'
  | 'supported'
  | 'residentialSchool'
  | 'secure'
  | 'custody'
  | 'withParents'
  | 'adoption';

/** Where a child lives and who provides it. */
export interface Setting {
  readonly kind: SettingKind;
  readonly place: string;
  readonly placeProvider: string;
  readonly postcode: string;
  readonly urn: string;
  /** Name of the provider; empty where there is none. */
  readonly provider: string;
}

export interface TemporaryStay {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly place: string;
}

export interface Placement {
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly setting: Setting;
  /** SSDA903 reason for placement change, when it ends by a move. */
  readonly reason: string;
  /** Another placement code with the same carer from a later day: a foster home made long-term, a supported flat registered. */
  readonly later: { readonly from: DayNumber; readonly place: string } | undefined;
  readonly stays: readonly TemporaryStay[];
}

/** One SSDA903 episode; `dec` may lie after the day at which the council stands. */
export interface CareEpisode {
  readonly decom: DayNumber;
  readonly dec: DayNumber;
  readonly rne: string;
  readonly ls: string;
  readonly need: string;
  readonly place: string;
  readonly placeProvider: string;
  readonly rec: string;
  readonly reasonPlaceChange: string;
  readonly homePostcode: string;
  readonly postcode: string;
  readonly urn: string;
}

export interface Review {
  readonly day: DayNumber;
  readonly code: string;
}

export interface MissingEpisode {
  readonly kind: 'M' | 'A';
  readonly start: DayNumber;
  readonly end: DayNumber;
}

export interface SocialWorkerEpisode {
  readonly worker: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly reason: string;
}

/** One row of the placement costs: `to` is the first night not charged. */
export interface PackageElement {
  readonly placementStart: DayNumber;
  readonly element: CostElementKind;
  readonly weeklyRate: Pence;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly funder: Funder;
  readonly provider: string;
  readonly contract: Contract;
  readonly costCentre: string;
  readonly subjective: string;
}

/** One row of the payments: `periodTo` is included, as ledgers write it. */
export interface PaymentLine {
  readonly reference: string;
  readonly runDate: DayNumber;
  readonly periodFrom: DayNumber;
  readonly periodTo: DayNumber;
  readonly element: PackageElement;
  readonly gross: Pence;
  readonly contributionSource: Funder | '';
  readonly contribution: Pence;
  readonly status: PaymentStatus;
  readonly corrects: string;
}
