import type { Calendar, ReturnYear } from './calendar.ts';
import { type ChildYear, childYearOf } from './child-year.ts';
import type { ChildFile } from './files.ts';
import type { ChildHistory } from './history.ts';
import { leaverRows } from './leavers.ts';
import { outcomeRows } from './outcome-rows.ts';
import { adoptedRows, libertyRows, placedRows, previousPermanenceRows } from './permanence-rows.ts';
import {
  episodeRows,
  headerRows,
  missingRows,
  reviewRows,
  socialWorkerRows,
  unaccompaniedRows,
} from './return-rows.ts';

interface Module {
  readonly name: string;
  readonly heading: string;
  /** First return that has it. */
  readonly since?: number;
  readonly rows: (child: ChildYear) => string[];
}

/** The modules of the SSDA903 return with their columns (DfE, guide to the children looked after return). */
const MODULES: readonly Module[] = [
  { name: 'header', heading: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', rows: headerRows },
  {
    name: 'episodes',
    heading:
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    rows: episodeRows,
  },
  { name: 'uasc', heading: 'CHILD,SEX,DOB,DUC', rows: unaccompaniedRows },
  { name: 'reviews', heading: 'CHILD,DOB,REVIEW,REVIEW_CODE', rows: reviewRows },
  {
    name: 'oc2',
    heading:
      'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
    rows: outcomeRows,
  },
  { name: 'oc3', heading: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', rows: leaverRows },
  {
    name: 'ad1',
    heading: 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
    rows: adoptedRows,
  },
  {
    name: 'placed_adoption',
    heading: 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
    rows: placedRows,
  },
  {
    name: 'previous_permanence',
    heading: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM',
    rows: previousPermanenceRows,
  },
  { name: 'missing', heading: 'CHILD,DOB,MISSING,MIS_START,MIS_END', rows: missingRows },
  {
    name: 'social_worker_episodes',
    heading: 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
    since: 2024,
    rows: socialWorkerRows,
  },
  {
    name: 'deprivation_of_liberty',
    heading: 'CHILD,DOB,DOLO_START,DOLO_END',
    since: 2027,
    rows: libertyRows,
  },
];

/** Remembers the child asked for last: the modules of a return are told of one child after another. */
function lastAsked(seed: number, calendar: Calendar, index: number) {
  let asked: ChildHistory | undefined;
  let child: ChildYear | undefined;
  return (history: ChildHistory): ChildYear | undefined => {
    if (asked !== history) {
      asked = history;
      child = childYearOf(seed, history, calendar, index);
    }
    return child;
  };
}

function filesOf(
  seed: number,
  calendar: Calendar,
  { year }: ReturnYear,
  index: number,
): ChildFile[] {
  const childYear = lastAsked(seed, calendar, index);
  return MODULES.filter(({ since }) => since === undefined || since <= year).map(
    ({ name, heading, rows }) => ({
      path: `ssda903/${year}/${name}.csv`,
      heading,
      rows: (history) => {
        const child = childYear(history);
        return child === undefined ? [] : rows(child);
      },
    }),
  );
}

/** Every file of every return, oldest return first. */
export function returnFiles(seed: number, calendar: Calendar): ChildFile[] {
  return calendar.returnYears.flatMap((year, index) => filesOf(seed, calendar, year, index));
}
