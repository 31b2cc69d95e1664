import { RETURN_MODULES } from '../../returns/return-module.ts';
import { EXTRACT_KINDS, NAME_KINDS, PLACE_KINDS, type RowKind } from './file-kind.ts';
import { canonicalHeader } from './header.ts';
import { type Layout, type LayoutField, layoutOf } from './layout.ts';

/** How a file's columns meet a layout. */
export interface LayoutMatch {
  readonly layout: Layout;
  /** For each field of the layout, the position of its column in the file; -1 where there is none. */
  readonly positions: readonly number[];
}

/** The position of the column that carries a field: under its own name first, then under its synonyms in their order. */
export function positionOfField(field: LayoutField, canonical: readonly string[]): number {
  for (const name of [field.name, ...field.synonyms]) {
    const position =
      typeof name === 'string'
        ? canonical.indexOf(name)
        : canonical.findIndex((column) => name.test(column));
    if (position !== -1) return position;
  }
  return -1;
}

/** Where each field of the layout stands in a header. */
export function matchLayout(layout: Layout, header: readonly string[]): LayoutMatch {
  const canonical = header.map(canonicalHeader);
  return {
    layout,
    positions: layout.fields.map((field) => positionOfField(field, canonical)),
  };
}

function fits({ layout, positions }: LayoutMatch): boolean {
  const present = positions.filter((position) => position !== -1).length;
  const missesRequired = layout.fields.some(({ required }, at) => required && positions[at] === -1);
  return !missesRequired && present >= layout.leastColumns;
}

/** Every kind of row that has a layout. */
export const ROW_KINDS: readonly RowKind[] = [
  ...RETURN_MODULES,
  ...EXTRACT_KINDS,
  ...PLACE_KINDS,
  ...NAME_KINDS,
];

/**
 * The one layout whose columns a header has, whatever their order and case; undefined when none
 * fits, or when more than one does, since then a person must say which is meant.
 */
export function layoutFor(header: readonly string[]): LayoutMatch | undefined {
  const fitting = ROW_KINDS.map((kind) => matchLayout(layoutOf(kind), header)).filter(fits);
  return fitting.length === 1 ? fitting[0] : undefined;
}
