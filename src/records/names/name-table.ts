/** The table of names, for typed queries. */
export interface ChildNameTable {
  authority_id: string;
  child_id: string;
  given_name: string | null;
  family_name: string | null;
  home_address: string | null;
  import_id: string | null;
}
