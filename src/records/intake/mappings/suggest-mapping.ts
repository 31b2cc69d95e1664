import { canonicalHeader } from '../files/header.ts';
import { type LayoutField, layoutOf } from '../files/layout.ts';
import { positionOfField } from '../files/match-layout.ts';
import type { MappedField, SavedMapping } from './saved-mapping.ts';

/** Other names that council systems give to the fields of cost records. */
const COMMON_NAMES: Readonly<Record<string, readonly string[]>> = {
  CHILD: ['CHILD_ID', 'PERSON_ID', 'CLIENT_ID', 'ICS_ID', 'LCS_ID', 'MOSAIC_ID'],
  CHILD_ID: ['PERSON_ID', 'CLIENT_ID', 'ICS_ID', 'LCS_ID', 'MOSAIC_ID', 'CASE_NUMBER'],
  PLACEMENT_START: ['PLACEMENT_START_DATE', 'PLACEMENT_DATE', 'PLACED', 'PLACED_ON', 'DECOM'],
  ELEMENT: ['COST_TYPE', 'COST_ELEMENT', 'SERVICE_TYPE', 'KIND', 'TYPE'],
  FUNDER: ['FUNDED_BY', 'FUNDING_SOURCE', 'PAID_BY'],
  WEEKLY_RATE: ['WEEKLY_COST', 'WEEKLY_PRICE', 'COST_PER_WEEK', 'WEEKLY_FEE', 'PRICE_PER_WEEK'],
  FROM: ['START_DATE', 'FROM_DATE', 'VALID_FROM', 'START'],
  TO: ['END_DATE', 'TO_DATE', 'VALID_TO', 'END'],
  PROVIDER: ['PROVIDER_NAME', 'SUPPLIER', 'SUPPLIER_NAME', 'VENDOR'],
  COST_CENTRE: ['COST_CODE', 'COST_CENTER'],
  SUBJECTIVE: ['ACCOUNT_CODE', 'GL_CODE', 'DETAIL_CODE'],
  PAYMENT_REF: ['INVOICE_NUMBER', 'REFERENCE', 'PAYMENT_REFERENCE'],
  RUN_DATE: ['PAYMENT_DATE', 'PAID_DATE', 'POSTING_DATE'],
  GROSS: ['AMOUNT', 'GROSS_AMOUNT', 'PAID'],
  ANNUAL_AMOUNT: ['BUDGET', 'ANNUAL_BUDGET', 'AMOUNT'],
};

/** Names less alike than this share a word by chance. */
const LEAST_LIKENESS = 0.6;

function pairsOf(name: string): readonly string[] {
  const letters = name.replaceAll('_', '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) =>
    letters.slice(at, at + 2),
  );
}

/** How alike two names are, 0 to 1: twice the pairs of letters they share, over the pairs they have (Dice). */
function likeness(one: string, other: string): number {
  const first = pairsOf(one);
  const left = [...pairsOf(other)];
  const all = first.length + left.length;
  let shared = 0;
  for (const pair of first) {
    const at = left.indexOf(pair);
    if (at === -1) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

function byLikeness(field: LayoutField, canonical: readonly string[], taken: ReadonlySet<number>) {
  let best = { position: -1, likeness: LEAST_LIKENESS };
  canonical.forEach((column, position) => {
    const value = likeness(field.name, column);
    if (!taken.has(position) && value > best.likeness) best = { position, likeness: value };
  });
  return best.position;
}

/** Suggests which column of a file fills which field: by the layout's own names, then by names common in councils, then by likeness. Each column is used once. */
export function suggestMapping(
  kind: SavedMapping['kind'],
  header: readonly string[],
): readonly MappedField[] {
  const { fields } = layoutOf(kind);
  const canonical = header.map(canonicalHeader);
  const taken = new Set<number>();
  const chosen = new Map<string, number>();
  const choose = (positionFor: (field: LayoutField) => number) => {
    for (const field of fields) {
      if (chosen.has(field.name)) continue;
      const position = positionFor(field);
      if (position === -1 || taken.has(position)) continue;
      taken.add(position);
      chosen.set(field.name, position);
    }
  };
  choose((field) => positionOfField(field, canonical));
  choose((field) =>
    positionOfField({ ...field, synonyms: COMMON_NAMES[field.name] ?? [] }, canonical),
  );
  choose((field) => byLikeness(field, canonical, taken));
  return fields.flatMap(({ name }) => {
    const sourceColumn = header[chosen.get(name) ?? -1];
    return sourceColumn === undefined ? [] : [{ field: name, sourceColumn }];
  });
}
