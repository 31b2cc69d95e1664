import type { RowKind } from '../files/file-kind.ts';

/** What one field of the layout is filled from: a column of the file, or the same value on every row. */
export type MappedField =
  | {
      readonly field: string;
      readonly sourceColumn: string;
      /** Values of the file and what they stand for in the layout: `Residential` → `core`. Compared without regard to case. */
      readonly translations?: Readonly<Record<string, string>>;
    }
  | { readonly field: string; readonly constant: string };

/** How the file writes dates; `automatic` reads dd/mm/yyyy and ISO. */
export const DATE_STYLES = ['automatic', 'month-first', 'spreadsheet-number'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** A layout of the council's own, mapped once to one that Wellplaced knows and saved under a name. */
export interface SavedMapping {
  readonly name: string;
  readonly kind: RowKind;
  readonly columns: readonly MappedField[];
  readonly dateStyle: DateStyle;
  /** For what files of this layout stand; absent where they stand as their kind usually does. */
  readonly extent?: 'whole' | 'changes' | undefined;
}
