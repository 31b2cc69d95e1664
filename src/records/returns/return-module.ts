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
