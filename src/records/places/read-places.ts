import { requiredCode, requiredText, textOf } from '../intake/extracts/read-text.ts';
import { type Note, RowRefusal } from '../intake/extracts/row-refusal.ts';
import type { PostcodeRow, ProviderRow } from './place-row.ts';
import { normalisePostcode } from './postcode.ts';

/** ONS codes of counties; the pseudo codes (E99999999 and the like) and those of metropolitan counties name no authority. */
const COUNTY = /^E10\d{6}$/;

function upperTier(county: string | null, district: string | null): string | null {
  return county !== null && COUNTY.test(county) ? county : district;
}

function metresOf(column: string, cell: string | undefined): number | null {
  const text = textOf(column, cell);
  if (text === null) return null;
  const metres = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || metres > 1_300_000) {
    const reason = `${column} ${text} is not an Ordnance Survey grid reference in metres`;
    throw new RowRefusal(column, text, reason);
  }
  return metres;
}

/** Positional quality of Code-Point Open and grid indicator of the ONS directory: 90 and 9 say that there is no grid reference. */
const NO_GRID_REFERENCE: ReadonlySet<string> = new Set(['90', '9']);

/** Reads one row of a postcode directory, its cells in the order of the layout. Throws a RowRefusal when the postcode or the grid reference cannot be read. */
export function readPostcode(line: number, cells: readonly string[]): PostcodeRow {
  const [postcodeText, district, county, eastingText, northingText, quality] = cells;
  const text = requiredText('postcode', postcodeText);
  const postcode = normalisePostcode(text);
  if (postcode === undefined) {
    throw new RowRefusal('postcode', text, `postcode ${text} is not a whole postcode`);
  }
  const easting = metresOf('easting', eastingText);
  const northing = metresOf('northing', northingText);
  const placed = easting !== null && northing !== null && easting + northing > 0;
  const known = placed && !NO_GRID_REFERENCE.has(quality?.trim() ?? '');
  return {
    line,
    postcode,
    authorityCode: upperTier(textOf('county', county), textOf('district', district)),
    easting: known ? easting : null,
    northing: known ? northing : null,
  };
}

/** A URN; a word in its place is that of a total or a note. Throws a RowRefusal when there is none. */
function urnOf(cell: string | undefined, note: Note): string {
  const urn = requiredCode('URN', cell, note).toUpperCase();
  if (/\d/.test(urn)) return urn;
  throw new RowRefusal(
    'URN',
    urn,
    `URN ${urn} has no digit, so it is none; a total is no provider`,
  );
}

/** Reads one row of the Ofsted provider list, its cells in the order of the layout. Throws a RowRefusal when it has no URN or name. */
export function readProvider(line: number, cells: readonly string[], note: Note): ProviderRow {
  const [urn, name, type, sector] = cells;
  const noted = { childId: undefined, note };
  return {
    line,
    urn: urnOf(urn, note),
    name: requiredText('name', name, true),
    type: textOf('type', type, noted),
    sector: textOf('sector', sector, noted),
  };
}
