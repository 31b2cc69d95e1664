/** The groups in which placements are reported, in the order of the report. */
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

/** The groups in words. */
export const PLACEMENT_GROUP_NAMES: Readonly<Record<PlacementGroup, string>> = {
  fosteringKinship: 'Fostering with relatives or friends',
  fosteringInHouse: 'In-house and other public fostering',
  fosteringAgency: 'Agency fostering',
  residential: "Children's homes and residential care",
  secure: "Secure children's homes",
  supported: 'Supported and independent accommodation',
  residentialSchool: 'Residential schools',
  withParents: 'With parents',
  placedForAdoption: 'Placed for adoption',
  custody: 'Custody',
  temporary: 'Temporary placements',
  other: 'Other placements',
};

const GROUP_BY_PLACE = new Map<string, PlacementGroup>([
  ...(['U1', 'U2', 'U3'] as const).map((place) => [place, 'fosteringKinship'] as const),
  ...(['K2', 'R1'] as const).map((place) => [place, 'residential'] as const),
  ['K1', 'secure'],
  ...(['K3', 'H5', 'P2'] as const).map((place) => [place, 'supported'] as const),
  ['S1', 'residentialSchool'],
  ['P1', 'withParents'],
  ...(['A3', 'A4', 'A5', 'A6'] as const).map((place) => [place, 'placedForAdoption'] as const),
  ['R5', 'custody'],
  ...(['T0', 'T1', 'T2', 'T3', 'T4'] as const).map((place) => [place, 'temporary'] as const),
]);

const FOSTERING_BY_PROVIDER = new Map<string, PlacementGroup>([
  ['PR1', 'fosteringInHouse'],
  ['PR2', 'fosteringInHouse'],
  ['PR3', 'fosteringInHouse'],
  ['PR4', 'fosteringAgency'],
  ['PR5', 'fosteringAgency'],
]);

const FOSTERING_WITH_OTHERS = new Set(['U4', 'U5', 'U6']);

/**
 * The group of a placement from PLACE and PLACE_PROVIDER of the SSDA903 return. Foster care with
 * others than relatives needs a provider to be told apart; without a known one it is `other`.
 */
export function placementGroup(
  place: string,
  placeProvider: string | null | undefined,
): PlacementGroup {
  if (FOSTERING_WITH_OTHERS.has(place)) {
    return FOSTERING_BY_PROVIDER.get(placeProvider ?? '') ?? 'other';
  }
  return GROUP_BY_PLACE.get(place) ?? 'other';
}
