import {
  MISSING_KINDS,
  REVIEW_CODES,
  SDQ_REASONS,
  SOCIAL_WORKER_CHANGES,
} from './activity-codes.ts';
import {
  ADOPTER_LEGAL_STATUSES,
  ADOPTER_SEXES,
  PREVIOUS_PERMANENCE,
  REASONS_ADOPTION_PLAN_CEASED,
} from './adoption-codes.ts';
import { ETHNICITIES, SEXES, YES_NO } from './child-codes.ts';
import type { Code, CodeList } from './code-list.ts';
import {
  CATEGORIES_OF_NEED,
  LEGAL_STATUSES,
  REASONS_EPISODE_CEASED,
  REASONS_FOR_NEW_EPISODE,
} from './episode-codes.ts';
import { ACCOMMODATION, ACTIVITIES, IN_TOUCH } from './leaver-codes.ts';
import {
  PLACEMENT_PROVIDERS,
  PLACEMENT_TYPES,
  REASONS_FOR_PLACEMENT_CHANGE,
} from './placement-codes.ts';

const CODE_LISTS = {
  placementType: PLACEMENT_TYPES,
  placementProvider: PLACEMENT_PROVIDERS,
  reasonForPlacementChange: REASONS_FOR_PLACEMENT_CHANGE,
  legalStatus: LEGAL_STATUSES,
  reasonForNewEpisode: REASONS_FOR_NEW_EPISODE,
  reasonEpisodeCeased: REASONS_EPISODE_CEASED,
  categoryOfNeed: CATEGORIES_OF_NEED,
  sex: SEXES,
  ethnicity: ETHNICITIES,
  yesNo: YES_NO,
  reviewCode: REVIEW_CODES,
  missing: MISSING_KINDS,
  sdqReason: SDQ_REASONS,
  inTouch: IN_TOUCH,
  activity: ACTIVITIES,
  accommodation: ACCOMMODATION,
  socialWorkerChange: SOCIAL_WORKER_CHANGES,
  previousPermanence: PREVIOUS_PERMANENCE,
  adopterSex: ADOPTER_SEXES,
  adopterLegalStatus: ADOPTER_LEGAL_STATUSES,
  reasonAdoptionPlanCeased: REASONS_ADOPTION_PLAN_CEASED,
} as const satisfies Record<string, CodeList>;

/** The code lists by name. */
export type CodeListName = keyof typeof CODE_LISTS;

/** `valid` in the year; known in another year only; or known in none. */
export type CodeStatus = 'valid' | 'otherYear' | 'unknown';

/** Whether a code may be used in a return year (year N ends on 31 March N); without a year, in any. Code lists of the SSDA903 guides (DfE). */
export function codeStatus(
  list: CodeListName,
  code: string,
  returnYear: number | undefined,
): CodeStatus {
  const found: Code | undefined = CODE_LISTS[list].get(code);
  if (found === undefined) return 'unknown';
  if (returnYear === undefined) return 'valid';
  return found.firstYear <= returnYear && returnYear <= found.lastYear ? 'valid' : 'otherYear';
}

/** What a code means, in words; undefined when the list does not have it. */
export function codeName(list: CodeListName, code: string): string | undefined {
  return CODE_LISTS[list].get(code)?.name;
}

/** The codes of a list with their meanings, in the order of the guide. */
export function codesOf(list: CodeListName): readonly { code: string; name: string }[] {
  return [...CODE_LISTS[list]].map(([code, { name }]) => ({ code, name }));
}
