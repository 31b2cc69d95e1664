import { returnModule } from '../../returns/return-modules.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { isReturnModule, type RowKind } from './file-kind.ts';
import { canonicalHeader } from './header.ts';
import { layoutOf } from './layout.ts';
import { positionOfField } from './match-layout.ts';

/** What is known of the rows of a table before one is read. */
export interface TableShape {
  readonly kind: RowKind;
  /** Column names as the file writes them. */
  readonly header: readonly string[];
  /** Places of the columns without which a row cannot be used: the values of one that ends early may not end before them. */
  readonly needed: readonly number[];
  /** How few values a row may have. */
  readonly fewest: number;
}

/** Columns where nothing says that an episode or a cost goes on, which a row that was cut off must not say by accident. */
const GOES_ON_WITHOUT: Readonly<Partial<Record<RowKind, readonly string[]>>> = {
  episodes: ['DEC', 'REC'],
  placement_costs: ['TO'],
};

function namesNeeded(kind: RowKind): readonly string[] {
  const names = isReturnModule(kind)
    ? returnModule(kind).columns.filter(({ required, expected }) => required || expected === true)
    : layoutOf(kind).fields.filter(({ required }) => required);
  return [...names.map(({ name }) => name), ...(GOES_ON_WITHOUT[kind] ?? [])];
}

/**
 * The shape of a table of a kind under its header. Where nothing but the child is needed, a row must
 * hold more than half of the layout's columns, so that a line of words at the end is no child.
 */
export function tableShape(
  kind: RowKind,
  header: readonly string[],
  mapping?: SavedMapping,
): TableShape {
  const canonical = header.map(canonicalHeader);
  const { fields } = layoutOf(kind);
  const placeOf = (name: string): number => {
    const mapped = mapping?.columns.find(({ field }) => canonicalHeader(field) === name);
    if (mapped !== undefined) {
      return 'sourceColumn' in mapped
        ? canonical.indexOf(canonicalHeader(mapped.sourceColumn))
        : -1;
    }
    const field = mapping === undefined ? fields.find((one) => one.name === name) : undefined;
    return field === undefined ? -1 : positionOfField(field, canonical);
  };
  const places = (names: readonly string[]) =>
    names
      .map(placeOf)
      .filter((place) => place !== -1)
      .sort((one, other) => one - other);
  const needed = places(namesNeeded(kind));
  const all = places(fields.map(({ name }) => name));
  const half = needed.length > 1 ? -1 : (all[Math.floor(all.length / 2)] ?? -1);
  return { kind, header, needed, fewest: Math.max(half, needed.at(-1) ?? -1) + 1 };
}
