import { createAuthority } from '../../src/platform/database/authorities.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { addDemonstrationPeople } from '../../src/platform/identity/demonstration/door.ts';
import { fileOf, importFiles } from './import-files.ts';

/** The child whom every one of the councils knows by the same identifier. */
export const SHARED_CHILD = 'S100';

/** The records of one council: the same identifiers in each, every other text and amount its own. */
function filesOf(mark: string, ownChild: string, pounds: number) {
  const children = [SHARED_CHILD, ownChild];
  const of = (line: (child: string, at: number) => string) => children.map(line);
  return {
    [`${mark}/2022/header.csv`]: [
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
      ...of((child) => `${child},2,14/02/2010,WBRI,${mark}UPN,,`),
      `${mark}BAD,9,99/99/9999,WBRI,,,`,
    ],
    [`${mark}/2022/episodes.csv`]: [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...of(
        (child) => `${child},04/01/2021,S,C2,N1,U6,PR4,01/03/2021,X1,CREQB,AB1 1AA,AB1 1AB,SC1`,
      ),
      ...of((child) => `${child},01/03/2021,P,C2,N1,K2,PR4,,,,AB1 1AA,AB1 1AB,SC2`),
    ],
    [`${mark}/2021/episodes.csv`]: [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...of((child) => `${child},04/01/2021,S,C2,N1,U6,PR4,,,,AB1 1AA,AB1 1AB,SC1`),
    ],
    [`${mark}/2022/sw_episodes.csv`]: [
      'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
      ...of((child) => `${child},14/02/2010,${mark}W7,04/01/2021,,`),
    ],
    [`${mark}/placement_costs.csv`]: [
      'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
      ...of(
        (child) =>
          `${child},2021-03-01,core,${pounds}.00,2021-03-01,,social_care,${mark} House,spot,41110,4310`,
      ),
    ],
    [`${mark}/payments.csv`]: [
      'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref',
      ...of(
        (child, at) =>
          `${mark}-${at},2021-05-01,2021-05-01,2021-05-28,${child},2021-03-01,${mark} House,core,${pounds * 3}.00,,,41110,4310,actual,`,
      ),
    ],
    [`${mark}/budgets.csv`]: [
      'financial_year,cost_centre,subjective,description,annual_budget',
      `2021,41110,4310,${mark} residential,${pounds * 1000}.00`,
    ],
    [`${mark}/providers.csv`]: [
      'URN,Provider name,Provider type,Sector',
      `SC2,${mark} House,Home,Private`,
    ],
    [`${mark}/postcodes.csv`]: [
      'pcds,oslaua,oscty,oseast1m,osnrth1m',
      'AB1 1AA,E06000001,,400000,300000',
      'AB1 1AB,E06000001,,401000,300000',
    ],
  };
}

/** A council whose every text begins with its mark. */
export interface MarkedCouncil {
  readonly code: string;
  /** In every text of its records, and in no identifier that a forged request names. */
  readonly mark: string;
  /** A child whom no other council knows. */
  readonly ownChild: string;
  readonly pounds: number;
}

export const ALDER: MarkedCouncil = {
  code: 'N1',
  mark: 'ALDERMARK',
  ownChild: 'S201',
  pounds: 4101,
};
export const BIRCH: MarkedCouncil = {
  code: 'N2',
  mark: 'BIRCHMARK',
  ownChild: 'S302',
  pounds: 5203,
};
export const CEDAR: MarkedCouncil = {
  code: 'N3',
  mark: 'CEDARMARK',
  ownChild: 'S403',
  pounds: 6307,
};
const COUNCILS: readonly MarkedCouncil[] = [ALDER, BIRCH, CEDAR];

/** Adds the three councils, with their people and their records. */
export async function addMarkedCouncils(ground: Ground, now: Date): Promise<void> {
  for (const { code, mark, ownChild, pounds } of COUNCILS) {
    const council = { code, name: `${mark} Council`, areaCodes: ['E06000001'] };
    await createAuthority(ground, { ...council, demonstrationSeed: 1 }, 'set-up');
    await addDemonstrationPeople(ground, code, now);
    const files = Object.entries(filesOf(mark, ownChild, pounds)).map(([path, lines]) =>
      fileOf(path, `${lines.join('\n')}\n`),
    );
    await importFiles(ground, code, files);
  }
}
