import { RETURN_MODULES } from '../../../returns/return-module.ts';
import {
  EXTRACT_KINDS,
  isReturnModule,
  NAME_KINDS,
  PLACE_KINDS,
  type RowKind,
} from '../../files/file-kind.ts';
import { kindName } from '../../files/kind-name.ts';
import { layoutOf } from '../../files/layout.ts';

/** A layout of files that is recognised, as the upload page explains it. */
export interface KnownLayout {
  readonly kind: RowKind;
  readonly name: string;
  /** Its columns in order, as an example file has them. */
  readonly columns: readonly { readonly name: string; readonly required: boolean }[];
}

function written(kind: RowKind, name: string): string {
  // The return's own columns are in capitals, those of cost records and directories are not.
  return isReturnModule(kind) ? name : name.toLowerCase();
}

/** The layouts that are recognised by their columns. */
export const KNOWN_LAYOUTS: readonly KnownLayout[] = [
  ...RETURN_MODULES,
  ...EXTRACT_KINDS,
  ...PLACE_KINDS,
  ...NAME_KINDS,
].map((kind) => ({
  kind,
  name: kindName(kind),
  columns: layoutOf(kind).fields.map(({ name, required }) => ({
    name: written(kind, name),
    required,
  })),
}));

/** A file of the layout with its headings and no row. */
export function exampleCsv({ columns }: KnownLayout): string {
  return `\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`;
}
