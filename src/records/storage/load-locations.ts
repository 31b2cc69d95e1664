import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Area } from '../model.ts';
import { inArea, straightLineMiles } from '../places/location.ts';
import { normalisePostcode } from '../places/postcode.ts';
import { packedRows } from './packed-rows.ts';
import type { RecordsTables } from './records-tables.ts';

/** Where a placement lies: against the council's boundary, and how far from home. */
export interface Location {
  readonly area: Area;
  readonly distanceMiles: number | undefined;
}

/** Two postcodes of an episode, as the return has them. */
export interface EpisodePostcodes {
  readonly home: string | null;
  readonly placement: string | null;
}

const NOWHERE: Location = { area: 'unknown', distanceMiles: undefined };

interface Point {
  readonly authorityCode: string | null;
  readonly easting: number | null;
  readonly northing: number | null;
}

async function pointsOf(
  tx: CouncilTransaction<RecordsTables>,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, Point>> {
  if (postcodes.length === 0) return new Map();
  const rows = await packedRows(
    tx,
    ['postcode', 'local_authority', 'easting', 'northing'],
    'from postcode where authority_id = $1 and postcode = any($2)',
    [tx.authority, postcodes],
  );
  return new Map(
    rows.map(([postcode, code, easting, northing]) => [
      String(postcode),
      {
        authorityCode: code as string | null,
        easting: easting as number | null,
        northing: northing as number | null,
      },
    ]),
  );
}

function milesBetween(home: Point | undefined, placement: Point): number | undefined {
  if (home === undefined || home.easting === null || home.northing === null) return undefined;
  if (placement.easting === null || placement.northing === null) return undefined;
  return straightLineMiles(home.easting, home.northing, placement.easting, placement.northing);
}

/**
 * Locates placements: in area when the placement's postcode lies in the council's own area, out
 * when elsewhere, unknown when the postcode is in no directory that has been imported; never guessed.
 */
export async function loadLocations(
  tx: CouncilTransaction<RecordsTables>,
  episodes: readonly EpisodePostcodes[],
): Promise<readonly Location[]> {
  const [council] = await tx.rows('select area_codes from authority where authority_id = $1', [
    tx.authority,
  ]);
  const areaCodes = new Set((council?.[0] ?? []) as string[]);
  const tidy = (postcode: string | null) =>
    postcode === null ? undefined : normalisePostcode(postcode);
  const pairs = episodes.map(({ home, placement }) => [tidy(home), tidy(placement)] as const);
  const named = new Set(pairs.flat().filter((postcode) => postcode !== undefined));
  const points = await pointsOf(tx, [...named]);
  return pairs.map(([home, placement]) => {
    const point = placement === undefined ? undefined : points.get(placement);
    if (point === undefined) return NOWHERE;
    const distanceMiles = milesBetween(home === undefined ? undefined : points.get(home), point);
    const area = areaCodes.size === 0 ? 'unknown' : inArea(point.authorityCode, areaCodes);
    return { area, distanceMiles };
  });
}
