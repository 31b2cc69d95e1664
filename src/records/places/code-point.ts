/** The columns of Code-Point Open (Ordnance Survey), whose files have no header line. */
export const CODE_POINT_COLUMNS: readonly string[] = [
  'POSTCODE',
  'POSITIONAL_QUALITY_INDICATOR',
  'EASTINGS',
  'NORTHINGS',
  'COUNTRY_CODE',
  'NHS_REGIONAL_HA_CODE',
  'NHS_HA_CODE',
  'ADMIN_COUNTY_CODE',
  'ADMIN_DISTRICT_CODE',
  'ADMIN_WARD_CODE',
];

/** Whether a first row is already data of Code-Point Open: a postcode, a quality, a grid reference, a country. */
export function isCodePointRow(cells: readonly string[]): boolean {
  const [postcode = '', quality = '', easting = '', northing = '', country = ''] = cells;
  return (
    cells.length === CODE_POINT_COLUMNS.length &&
    /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/.test(postcode) &&
    /^\d\d$/.test(quality) &&
    /^\d+$/.test(easting) &&
    /^\d+$/.test(northing) &&
    /^[EWSN]92\d{6}$/.test(country)
  );
}
