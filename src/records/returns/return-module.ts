import type { CodeListName } from '../codes/code-status.ts';

/** The modules of the SSDA903 return, in the order in which they are stored (children before what refers to them). */
export const RETURN_MODULES = [
  'header',
  'episodes',
  'uasc',
  'reviews',
  'oc2',
  'oc3',
  'ad1',
  'placed_adoption',
  'previous_permanence',
  'missing',
  'social_worker_episodes',
  'deprivation_of_liberty',
] as const;
export type ReturnModuleKind = (typeof RETURN_MODULES)[number];

/** One accepted row of a module, its values in the order of the module's columns: dates ISO, codes upper-case, empty as null. */
export interface ReturnRow {
  readonly line: number;
  readonly values: readonly (string | null)[];
}

/** How the values of a column are read and checked. `code` names the list in `codes/` that holds its values. */
export type ReturnColumnType =
  | { readonly type: 'childId' }
  | { readonly type: 'date' }
  | { readonly type: 'text' }
  | { readonly type: 'identifier' }
  | { readonly type: 'postcode' }
  | { readonly type: 'integer'; readonly least: number; readonly most: number }
  | { readonly type: 'code'; readonly list: CodeListName };

/** One column of a module, named as the return's CSV names it. */
export type ReturnColumn = ReturnColumnType & {
  readonly name: string;
  /** A row without it, or with one that cannot be read, is rejected. */
  readonly required: boolean;
  /** An empty value is kept with a finding. */
  readonly expected?: boolean;
  /** Empty has a meaning of its own (an open episode), so that a value that cannot be read must not become empty: the row is rejected. */
  readonly mustBeReadable?: boolean;
};

/** One module of the return: its columns in order, and what makes one record of a child different from the next. */
export interface ReturnModule {
  readonly kind: ReturnModuleKind;
  /** In words: `Reviews`. */
  readonly title: string;
  readonly columns: readonly ReturnColumn[];
  /** Columns that, after CHILD, identify a record (episodes: DECOM); empty where a child has one record. */
  readonly key: readonly string[];
  /** Columns by which a file is recognised as this module; no other module has them all. */
  readonly recognisedBy: readonly string[];
  /** The columns that hold the first day and the last, in a module of periods. */
  readonly period?: { readonly start: string; readonly end: string };
  /** Whether each return holds a record of its own (OC2, OC3), so that the return year is part of the key. */
  readonly perReturn: boolean;
}
