import type { CostElementKind } from '../model.ts';
import type { Life, Placement, SettingKind } from './history.ts';

/** Where a cost stands in the council's ledger. */
export interface LedgerCode {
  readonly costCentre: string;
  readonly subjective: string;
}

const CENTRES: Readonly<Record<SettingKind, string>> = {
  agencyResidential: '41110',
  ownHome: '41120',
  residentialSchool: '41130',
  secure: '41140',
  custody: '41150',
  health: '41160',
  agencyFoster: '41210',
  inHouseFoster: '41220',
  kinship: '41230',
  supported: '41310',
  adoption: '41510',
  withParents: '41520',
};
const UNACCOMPANIED_CENTRE = '41410';

const CENTRE_NAMES: Readonly<Record<string, string>> = {
  41110: 'External residential care',
  41120: 'Northmere homes',
  41130: 'Residential schools',
  41140: 'Secure accommodation',
  41150: 'Remand',
  41160: 'Hospital placements',
  41210: 'External fostering',
  41220: 'In-house fostering',
  41230: 'Connected persons',
  41310: 'Supported accommodation',
  41410: 'Unaccompanied asylum-seeking children',
  41510: 'Adoption placements',
  41520: 'Placements with parents',
};

const SUBJECTIVE_BY_PROVIDER: Readonly<Record<string, string>> = {
  PR2: '4330',
  PR3: '4340',
  PR4: '4310',
  PR5: '4320',
};
const SUBJECTIVE_BY_ELEMENT: Readonly<Record<CostElementKind, string | undefined>> = {
  core: undefined,
  additional_support: '4350',
  education: '4360',
  health: '4370',
  transport: '4410',
  other: '5190',
};

const SUBJECTIVE_NAMES: Readonly<Record<string, string>> = {
  3105: 'own establishments',
  4310: 'private providers',
  4320: 'voluntary providers',
  4330: 'other local authorities',
  4340: 'other public bodies',
  4350: 'additional support',
  4360: 'education in placement',
  4370: 'therapies',
  4410: 'transport',
  5110: 'allowances and fees',
  5190: 'other payments',
};

/** The cost centre and subjective of one element of a placement. Five digits and four, as council ledgers have them. */
export function ledgerCode(
  life: Life,
  { setting }: Placement,
  element: CostElementKind,
): LedgerCode {
  const own = setting.kind === 'ownHome' ? '3105' : '5110';
  const core = SUBJECTIVE_BY_PROVIDER[setting.placeProvider] ?? own;
  return {
    costCentre: life.unaccompanied ? UNACCOMPANIED_CENTRE : CENTRES[setting.kind],
    subjective: SUBJECTIVE_BY_ELEMENT[element] ?? core,
  };
}

/** `External residential care: private providers`. */
export function ledgerDescription({ costCentre, subjective }: LedgerCode): string {
  return `${CENTRE_NAMES[costCentre] ?? costCentre}: ${SUBJECTIVE_NAMES[subjective] ?? subjective}`;
}
