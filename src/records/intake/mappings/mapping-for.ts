import { canonicalHeader } from '../files/header.ts';
import type { SavedMapping } from './saved-mapping.ts';

function columnsUsed(mapping: SavedMapping): readonly string[] {
  return mapping.columns.flatMap((mapped) =>
    'sourceColumn' in mapped ? [canonicalHeader(mapped.sourceColumn)] : [],
  );
}

/**
 * The saved mapping whose columns a file all has, whatever their case and order; where several
 * fit, the one that uses most columns, then the first by name. One made of constants alone fits
 * no file, since it would fit every file.
 */
export function mappingFor(
  header: readonly string[],
  mappings: readonly SavedMapping[],
): SavedMapping | undefined {
  const present = new Set(header.map(canonicalHeader));
  let best: { mapping: SavedMapping; used: number } | undefined;
  for (const mapping of mappings) {
    const used = columnsUsed(mapping);
    if (used.length === 0 || !used.every((column) => present.has(column))) continue;
    if (best === undefined || used.length > best.used) best = { mapping, used: used.length };
  }
  return best?.mapping;
}
