import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { RowKind } from './file-kind.ts';
import { canonicalHeader } from './header.ts';
import { layoutOf } from './layout.ts';
import { matchLayout } from './match-layout.ts';

/** Where the columns of days stand among the cells of a table's rows: by the layout of its kind, or by a mapping. */
export function dateColumns(
  kind: RowKind | 'unrecognised',
  header: readonly string[],
  mapping: SavedMapping | undefined,
): readonly number[] {
  if (mapping !== undefined) return mappedDateColumns(mapping, header);
  if (kind === 'unrecognised') return [];
  const { layout, positions } = matchLayout(layoutOf(kind), header);
  return positions.filter((position, at) => position !== -1 && layout.fields[at]?.date === true);
}

function mappedDateColumns({ kind, columns }: SavedMapping, header: readonly string[]) {
  const days = new Set(layoutOf(kind).fields.flatMap(({ name, date }) => (date ? [name] : [])));
  const canonical = header.map(canonicalHeader);
  return columns.flatMap((mapped) => {
    if (!('sourceColumn' in mapped) || !days.has(canonicalHeader(mapped.field))) return [];
    const position = canonical.indexOf(canonicalHeader(mapped.sourceColumn));
    return position === -1 ? [] : [position];
  });
}
