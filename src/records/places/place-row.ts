/** Where a postcode lies: its upper-tier authority and Ordnance Survey grid reference in metres. */
export interface PostcodeRow {
  readonly line: number;
  /** Upper case, one space before the last three characters. */
  readonly postcode: string;
  /** ONS code of the county, or of the single-tier authority where there is no county. */
  readonly authorityCode: string | null;
  readonly easting: number | null;
  readonly northing: number | null;
}

/** One setting or agency of the Ofsted provider list. */
export interface ProviderRow {
  readonly line: number;
  readonly urn: string;
  readonly name: string;
  readonly type: string | null;
  readonly sector: string | null;
}
