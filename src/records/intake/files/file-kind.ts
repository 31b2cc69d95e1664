import { RETURN_MODULES, type ReturnModuleKind } from '../../returns/return-module.ts';

/** The council's own cost records, in the layouts that Wellplaced defines. */
export const EXTRACT_KINDS = ['placement_costs', 'payments', 'budgets', 'general_ledger'] as const;
export type ExtractKind = (typeof EXTRACT_KINDS)[number];

/** Reference files about places: a postcode directory, the Ofsted provider list. */
export const PLACE_KINDS = ['postcodes', 'providers'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What the return does not say of children: names and addresses. */
export const NAME_KINDS = ['children_names'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** What the rows of one checked batch are. */
export type RowKind = ReturnModuleKind | ExtractKind | PlaceKind | NameKind;

/** What a file is: one kind of row, a whole return as XML (`return_xml`), or a layout that needs a saved mapping. */
export type FileKind = RowKind | 'return_xml' | 'unrecognised';

/** Whether the rows are a module of the SSDA903 return. */
export function isReturnModule(kind: FileKind): kind is ReturnModuleKind {
  return (RETURN_MODULES as readonly string[]).includes(kind);
}
