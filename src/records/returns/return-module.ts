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
  | { readonly type: 'integer'; readonly least: number; readonly most: number }
  | { readonly type: 'code'; readonly list: string };

/** One column of a module, named as the return's CSV names it. */
export type ReturnColumn = ReturnColumnType & {
  readonly name: string;
  /** A row without it, or with one that cannot be read, is rejected. */
  readonly required: boolean;
};

/** One module of the return: its columns in order, and what makes one record of a child different from the next. */
export interface ReturnModule {
  readonly kind: ReturnModuleKind;
  /** In words: `Reviews`. */
  readonly title: string;
  readonly columns: readonly ReturnColumn[];
  /** Columns that, after CHILD, identify a record (episodes: DECOM); empty where a child has one record. */
  readonly key: readonly string[];
  /** Whether each return holds a record of its own (OC2, OC3), so that the return year is part of the key. */
  readonly yearly: boolean;
}
