import type { DayNumber } from '../../core/plain-date.ts';
import { dayOf } from './calendar.ts';
import { DISTANT, drawPostcode, NEIGHBOURS, NORTHMERE } from './geography.ts';
import type { Setting, SettingKind } from './history.ts';
import type { Provider, Providers } from './providers.ts';
import type { Random } from './random.ts';

/** P2 may not start after the day on which supported accommodation had to register (28 October 2023). */
const INDEPENDENT_LIVING_ENDS = dayOf(2023, 10, 28);
/** First day of the 2025 return, which has K3 for H5 and P2. */
export const SUPPORTED_REGISTERED = dayOf(2024, 4, 1);

/** All that a placement can be made from. */
export interface Supply {
  readonly providers: Providers;
  /** How many children the council looks after: how wide its postcode directory is. */
  readonly children: number;
}

/** Whom the placement is for and when it starts. */
export interface Placing {
  readonly start: DayNumber;
  readonly homePostcode: string;
  /** Whether it is meant to last until adulthood. */
  readonly longTerm: boolean;
}

/** Share of postcodes that no directory has: newly built, or mistyped. */
const NOT_LISTED = 0.003;

/** Share of family homes inside the council's area; the rest lie in the neighbours', a few far away. */
const IN_AREA = { kinship: 0.82, agencyFoster: 0.5, adoption: 0.5, supported: 0.83 };

function familyPostcode(random: Random, supply: Supply, inArea: number): string {
  if (random.chance(NOT_LISTED)) return `QZ${random.whole(1, 9)} ${random.whole(1, 9)}XX`;
  if (random.chance(inArea)) return drawPostcode(random, NORTHMERE, supply.children);
  const away = random.chance(0.8) ? NEIGHBOURS : DISTANT;
  return drawPostcode(random, random.pick(away), supply.children);
}

function supportedPlace(random: Random, start: DayNumber): string {
  const independent = random.chance(0.3);
  if (start >= SUPPORTED_REGISTERED) return 'K3';
  return independent && start < INDEPENDENT_LIVING_ENDS ? 'P2' : 'H5';
}

const FIXED_PLACES: Partial<Record<SettingKind, string>> = {
  agencyResidential: 'K2',
  ownHome: 'K2',
  health: 'R2',
  residentialSchool: 'S1',
  secure: 'K1',
};

function at(kind: SettingKind, provider: Provider, place: string, postcode?: string): Setting {
  return {
    kind,
    place,
    placeProvider: provider.placeProvider,
    postcode: postcode ?? provider.postcode,
    urn: place === 'H5' || place === 'P2' ? '' : provider.urn,
    provider: provider.name,
  };
}

function adoptiveHome(random: Random, supply: Supply): Setting {
  const postcode = familyPostcode(random, supply, IN_AREA.adoption);
  const place = random.weighted([
    ['A6', 78],
    ['A5', 14],
    ['A4', 6],
    ['A3', 2],
  ] as const);
  if (random.chance(0.12)) {
    return at('adoption', random.pick(supply.providers.adoption), place, postcode);
  }
  const provider = 'Northmere Regional Adoption';
  return { kind: 'adoption', place, placeProvider: 'PR1', postcode, urn: 'XXXXXXX', provider };
}

function fosterHome(
  kind: 'kinship' | 'inHouseFoster' | 'agencyFoster',
  random: Random,
  supply: Supply,
  placing: Placing,
): Setting {
  const related = kind === 'kinship';
  const place = placing.longTerm
    ? related
      ? 'U1'
      : 'U4'
    : random.chance(0.06)
      ? related
        ? 'U2'
        : 'U5'
      : related
        ? 'U3'
        : 'U6';
  const agency = kind === 'agencyFoster';
  const provider = random.pick(
    agency ? supply.providers.agencyFoster : supply.providers.inHouseFoster,
  );
  const inArea = related ? IN_AREA.kinship : agency ? IN_AREA.agencyFoster : 1;
  return at(kind, provider, place, familyPostcode(random, supply, inArea));
}

/** A place of the kind, with its codes right for the day it starts (SSDA903 guides 2017 to 2026: PLACE, PLACE_PROVIDER, URN). */
export function drawSetting(
  kind: SettingKind,
  random: Random,
  supply: Supply,
  placing: Placing,
): Setting {
  switch (kind) {
    case 'kinship':
    case 'inHouseFoster':
    case 'agencyFoster':
      return fosterHome(kind, random, supply, placing);
    case 'adoption':
      return adoptiveHome(random, supply);
    case 'withParents':
      return {
        kind,
        place: 'P1',
        placeProvider: 'PR0',
        postcode: placing.homePostcode,
        urn: '',
        provider: '',
      };
    case 'custody': {
      const postcode = drawPostcode(random, random.pick(DISTANT), supply.children);
      return {
        kind,
        place: 'R5',
        placeProvider: 'PR3',
        postcode,
        urn: '',
        provider: 'Youth Custody Service',
      };
    }
    case 'supported': {
      const postcode = familyPostcode(random, supply, IN_AREA.supported);
      const provider = random.pick(supply.providers.supported);
      return at(kind, provider, supportedPlace(random, placing.start), postcode);
    }
    default:
      return at(kind, random.pick(supply.providers[kind]), FIXED_PLACES[kind] ?? 'K2');
  }
}
