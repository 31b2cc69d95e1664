import { CHILD, code, date, identifier, integer, postcode, text } from './return-columns.ts';
import type { ReturnModule, ReturnModuleKind } from './return-module.ts';

const REQUIRED = { required: true };
const EXPECTED = { expected: true };
const DOB = date('DOB');

/** The modules of the SSDA903 return (DfE guides, 2016-17 to 2026-27), columns in the order of the CSV upload. */
const MODULES: { readonly [Kind in ReturnModuleKind]: Omit<ReturnModule, 'kind'> } = {
  header: {
    title: 'Children',
    columns: [
      ...[CHILD, code('SEX', 'sex', EXPECTED), date('DOB', EXPECTED)],
      ...[code('ETHNIC', 'ethnicity', EXPECTED), identifier('UPN')],
      ...[code('MOTHER', 'yesNo'), date('MC_DOB')],
    ],
    key: [],
    recognisedBy: ['CHILD', 'SEX', 'DOB', 'ETHNIC'],
    perReturn: false,
  },
  episodes: {
    title: 'Episodes',
    columns: [
      ...[CHILD, date('DECOM', REQUIRED), code('RNE', 'reasonForNewEpisode', EXPECTED)],
      ...[code('LS', 'legalStatus', EXPECTED), code('CIN', 'categoryOfNeed', EXPECTED)],
      ...[code('PLACE', 'placementType', REQUIRED), code('PLACE_PROVIDER', 'placementProvider')],
      ...[
        date('DEC', { mustBeReadable: true }),
        code('REC', 'reasonEpisodeCeased', { mustBeReadable: true }),
      ],
      code('REASON_PLACE_CHANGE', 'reasonForPlacementChange'),
      ...[postcode('HOME_POST'), postcode('PL_POST'), identifier('URN')],
    ],
    key: ['DECOM'],
    recognisedBy: ['CHILD', 'DECOM', 'PLACE', 'DEC'],
    period: { start: 'DECOM', end: 'DEC' },
    perReturn: false,
  },
  uasc: {
    title: 'Unaccompanied asylum-seeking children',
    columns: [CHILD, code('SEX', 'sex'), DOB, date('DUC')],
    key: [],
    recognisedBy: ['CHILD', 'DUC'],
    perReturn: false,
  },
  reviews: {
    title: 'Reviews',
    columns: [CHILD, DOB, date('REVIEW', REQUIRED), code('REVIEW_CODE', 'reviewCode', EXPECTED)],
    key: ['REVIEW'],
    recognisedBy: ['CHILD', 'REVIEW'],
    perReturn: false,
  },
  oc2: {
    title: 'Outcomes of children looked after for twelve months',
    columns: [
      ...[CHILD, DOB, integer('SDQ_SCORE', 0, 40), code('SDQ_REASON', 'sdqReason')],
      ...[code('CONVICTED', 'yesNo'), code('HEALTH_CHECK', 'yesNo')],
      ...[code('IMMUNISATIONS', 'yesNo'), code('TEETH_CHECK', 'yesNo')],
      ...[code('HEALTH_ASSESSMENT', 'yesNo'), code('SUBSTANCE_MISUSE', 'yesNo')],
      ...[code('INTERVENTION_RECEIVED', 'yesNo'), code('INTERVENTION_OFFERED', 'yesNo')],
    ],
    key: [],
    recognisedBy: ['CHILD', 'CONVICTED', 'HEALTH_CHECK'],
    perReturn: true,
  },
  oc3: {
    title: 'Care leavers',
    columns: [
      ...[CHILD, DOB, code('IN_TOUCH', 'inTouch')],
      ...[code('ACTIV', 'activity'), code('ACCOM', 'accommodation')],
    ],
    key: [],
    recognisedBy: ['CHILD', 'ACTIV', 'ACCOM'],
    perReturn: true,
  },
  ad1: {
    title: 'Adoptions',
    columns: [
      ...[CHILD, DOB, date('DATE_INT'), date('DATE_MATCH'), code('FOSTER_CARE', 'yesNo')],
      ...[integer('NB_ADOPTR', 1, 2), code('SEX_ADOPTR', 'adopterSex')],
      code('LS_ADOPTR', 'adopterLegalStatus'),
    ],
    key: [],
    recognisedBy: ['CHILD', 'DATE_INT', 'DATE_MATCH'],
    perReturn: false,
  },
  placed_adoption: {
    title: 'Placed for adoption',
    columns: [
      ...[CHILD, DOB, date('DATE_PLACED', REQUIRED), date('DATE_PLACED_CEASED')],
      code('REASON_PLACED_CEASED', 'reasonAdoptionPlanCeased'),
    ],
    key: ['DATE_PLACED'],
    recognisedBy: ['CHILD', 'DATE_PLACED'],
    period: { start: 'DATE_PLACED', end: 'DATE_PLACED_CEASED' },
    perReturn: false,
  },
  previous_permanence: {
    title: 'Previous permanence',
    columns: [
      ...[CHILD, DOB, code('PREV_PERM', 'previousPermanence'), identifier('LA_PERM')],
      // Written zz/zz/yyyy when only the year of the order is known, so it is not a day.
      text('DATE_PERM'),
    ],
    key: [],
    recognisedBy: ['CHILD', 'PREV_PERM'],
    perReturn: false,
  },
  missing: {
    title: 'Missing from placement',
    columns: [
      ...[CHILD, DOB, code('MISSING', 'missing', EXPECTED), date('MIS_START', REQUIRED)],
      date('MIS_END'),
    ],
    key: ['MIS_START'],
    recognisedBy: ['CHILD', 'MIS_START'],
    period: { start: 'MIS_START', end: 'MIS_END' },
    perReturn: false,
  },
  social_worker_episodes: {
    title: 'Social workers',
    columns: [
      ...[CHILD, DOB, identifier('SW_ID'), date('SW_DECOM', REQUIRED), date('SW_DEC')],
      code('SW_REASON', 'socialWorkerChange'),
    ],
    key: ['SW_DECOM'],
    recognisedBy: ['CHILD', 'SW_ID', 'SW_DECOM'],
    period: { start: 'SW_DECOM', end: 'SW_DEC' },
    perReturn: false,
  },
  deprivation_of_liberty: {
    title: 'Deprivation of liberty orders',
    columns: [CHILD, DOB, date('DOLO_START', REQUIRED), date('DOLO_END')],
    key: ['DOLO_START'],
    recognisedBy: ['CHILD', 'DOLO_START'],
    period: { start: 'DOLO_START', end: 'DOLO_END' },
    perReturn: false,
  },
};

/** The columns and rules of a module. */
export function returnModule(kind: ReturnModuleKind): ReturnModule {
  return { kind, ...MODULES[kind] };
}
