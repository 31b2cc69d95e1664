import type { Random } from './random.ts';

/**
 * An invented stretch of land on the national grid. No postcode area of the United Kingdom begins
 * with Q, and no authority has an ONS code in 9999xx, so nothing here can be taken for a real place.
 */
export interface Locality {
  readonly name: string;
  /** Letters of its postcodes. */
  readonly letters: string;
  /** ONS code of the county, or undefined where one tier does all. */
  readonly county: string | undefined;
  /** ONS codes of its districts, or of the single tier. */
  readonly districts: readonly string[];
  /** Centre and reach in metres. */
  readonly easting: number;
  readonly northing: number;
  readonly radius: number;
  /** Share of the directory's postcodes. */
  readonly weight: number;
}

/** What ONS writes in place of a county where there is none. */
export const NO_COUNTY = 'E99999999';

function districts(prefix: string, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}9999${first + index}`);
}

function locality(
  [name, letters, county]: readonly [string, string, string | undefined],
  ownDistricts: readonly string[],
  [easting, northing, radius, weight]: readonly [number, number, number, number],
): Locality {
  return { name, letters, county, districts: ownDistricts, easting, northing, radius, weight };
}

export const NORTHMERE: Locality = locality(
  ['Northmere', 'QN', 'E10999901'],
  districts('E07', 10, 6),
  [452_000, 318_000, 17_500, 10],
);

export const NEIGHBOURS: readonly Locality[] = [
  locality(
    ['Aldershire', 'QA', 'E10999902'],
    districts('E07', 20, 4),
    [500_000, 330_000, 13_000, 2],
  ),
  locality(['Eastmarsh', 'QE', undefined], districts('E06', 30, 1), [474_000, 364_000, 11_000, 2]),
  locality(
    ['Holtshire', 'QH', 'E10999904'],
    districts('E07', 40, 5),
    [419_000, 355_000, 13_000, 2],
  ),
  locality(['Kelverdon', 'QK', undefined], districts('E06', 50, 1), [408_000, 300_000, 12_000, 2]),
  locality(
    ['Vennshire', 'QV', 'E10999906'],
    districts('E07', 60, 4),
    [461_000, 269_000, 13_000, 2],
  ),
];

export const DISTANT: readonly Locality[] = [
  locality(
    ['Wintermouth', 'QW', undefined],
    districts('E06', 70, 1),
    [372_000, 418_000, 12_000, 1],
  ),
  locality(
    ['Saltonshire', 'QS', 'E10999908'],
    districts('E07', 80, 4),
    [560_000, 210_000, 15_000, 1],
  ),
  locality(['Tarrowby', 'QT', undefined], districts('E06', 90, 1), [430_000, 545_000, 12_000, 1]),
];

export const LOCALITIES: readonly Locality[] = [NORTHMERE, ...NEIGHBOURS, ...DISTANT];

/** Letters that the last two places of a postcode use. */
const UNIT_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const OUTWARD_DISTRICTS = 20;
const GOLDEN_ANGLE = 2.399_963_23;

/** The so-many-th postcode of the locality, from 0: `QN7 3AB`. */
export function postcodeOf(place: Locality, index: number): string {
  const district = (index % OUTWARD_DISTRICTS) + 1;
  const order = Math.floor(index / OUTWARD_DISTRICTS);
  const sector = (order % 9) + 1;
  const unit = Math.floor(order / 9);
  const first = UNIT_LETTERS[Math.floor(unit / UNIT_LETTERS.length) % UNIT_LETTERS.length] ?? 'A';
  const second = UNIT_LETTERS[unit % UNIT_LETTERS.length] ?? 'A';
  return `${place.letters}${district} ${sector}${first}${second}`;
}

/** Where that postcode lies: postcode districts spread evenly over the locality, postcodes round their district's middle. Metres. */
export function gridReference(
  place: Locality,
  index: number,
): { easting: number; northing: number } {
  const district = index % OUTWARD_DISTRICTS;
  const order = Math.floor(index / OUTWARD_DISTRICTS);
  const outer = place.radius * Math.sqrt((district + 0.5) / OUTWARD_DISTRICTS);
  const inner = (place.radius / 5) * Math.sqrt((order * 0.618_034) % 1);
  const east = outer * Math.cos(district * GOLDEN_ANGLE) + inner * Math.cos(order * GOLDEN_ANGLE);
  const north = outer * Math.sin(district * GOLDEN_ANGLE) + inner * Math.sin(order * GOLDEN_ANGLE);
  return {
    easting: Math.round(place.easting + east),
    northing: Math.round(place.northing + north),
  };
}

/** How many postcodes the directory holds of a locality, for a council of so many children. */
export function postcodeCount(place: Locality, children: number): number {
  return place.weight * Math.min(4_000, Math.max(200, Math.round(children / 5)));
}

/** One of the locality's postcodes. */
export function drawPostcode(random: Random, place: Locality, children: number): string {
  return postcodeOf(place, random.whole(0, postcodeCount(place, children) - 1));
}

/** The council's own office, which unaccompanied children have for a home address. */
export const COUNCIL_OFFICE = postcodeOf(NORTHMERE, 0);
