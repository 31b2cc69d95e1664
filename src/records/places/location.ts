import type { Area } from '../model.ts';

/**
 * Whether a placement lies in the council's own area: its postcode's upper-tier authority is one of
 * the council's codes. Unknown when the postcode is in no directory. SSDA903 PL_LOCATION (DfE).
 */
export function inArea(
  postcodeAuthorityCode: string | null | undefined,
  areaCodes: ReadonlySet<string>,
): Area {
  if (postcodeAuthorityCode === null || postcodeAuthorityCode === undefined) return 'unknown';
  return areaCodes.has(postcodeAuthorityCode) ? 'in' : 'out';
}

/** Kilometres in a mile as the return's own validator counts them (a mile is 1.609344 km). */
const KILOMETRES_IN_A_MILE = 1.6093;

/** Miles in a straight line between two grid references in metres, to one decimal. SSDA903 PL_DISTANCE (DfE): √(ΔE² + ΔN²) ÷ 1000 ÷ 1.6093. */
export function straightLineMiles(
  easting1: number,
  northing1: number,
  easting2: number,
  northing2: number,
): number {
  const metres = Math.hypot(easting1 - easting2, northing1 - northing2);
  return Math.round((metres / 1000 / KILOMETRES_IN_A_MILE) * 10) / 10;
}
