/** The groups of the weekly report, in the order in which it shows them. */
export const PLACEMENT_GROUPS = [
  'fosteringKinship',
  'fosteringInHouse',
  'fosteringAgency',
  'residential',
  'secure',
  'supported',
  'residentialSchool',
  'withParents',
  'placedForAdoption',
  'custody',
  'temporary',
  'other',
] as const;
export type PlacementGroup = (typeof PLACEMENT_GROUPS)[number];

export const PLACEMENT_GROUP_NAMES: Readonly<Record<PlacementGroup, string>> = {
  fosteringKinship: 'Fostering with relatives or friends',
  fosteringInHouse: 'Fostering, in house',
  fosteringAgency: 'Fostering, agency',
  residential: 'Residential',
  secure: 'Secure',
  supported: 'Supported and semi-independent',
  residentialSchool: 'Residential school',
  withParents: 'With parents',
  placedForAdoption: 'Placed for adoption',
  custody: 'Custody',
  temporary: 'Temporary',
  other: 'Other',
};

const GROUP_BY_PLACE = new Map<string, PlacementGroup>([
  ['U1', 'fosteringKinship'],
  ['U2', 'fosteringKinship'],
  ['U3', 'fosteringKinship'],
  ['K2', 'residential'],
  ['R1', 'residential'],
  ['K1', 'secure'],
  ['K3', 'supported'],
  ['H5', 'supported'],
  ['P2', 'supported'],
  ['S1', 'residentialSchool'],
  ['P1', 'withParents'],
  ['A3', 'placedForAdoption'],
  ['A4', 'placedForAdoption'],
  ['A5', 'placedForAdoption'],
  ['A6', 'placedForAdoption'],
  ['R5', 'custody'],
  ['T0', 'temporary'],
  ['T1', 'temporary'],
  ['T2', 'temporary'],
  ['T3', 'temporary'],
  ['T4', 'temporary'],
]);

const UNRELATED_FOSTERING = new Set(['U4', 'U5', 'U6']);
const IN_HOUSE = new Set(['PR1', 'PR2', 'PR3']);
const AGENCY = new Set(['PR4', 'PR5']);

/**
 * The group of a placement by its type and provider (SSDA903 codes PLACE and PLACE_PROVIDER).
 * Fostering with other carers whose provider is unknown, and every type not listed, is `other`.
 */
export function placementGroup(place: string, placeProvider: string | undefined): PlacementGroup {
  if (UNRELATED_FOSTERING.has(place) && placeProvider !== undefined) {
    if (IN_HOUSE.has(placeProvider)) return 'fosteringInHouse';
    if (AGENCY.has(placeProvider)) return 'fosteringAgency';
  }
  return GROUP_BY_PLACE.get(place) ?? 'other';
}
