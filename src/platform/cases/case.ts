import type { IdentityTables } from '../identity/identity-tables.ts';
import type { MigratedTables } from '../migrations/tables.d.ts';

/** Which case: the wing's kind of case, its key among those, and the child it is about, if it is about one. */
export interface CaseOf {
  /** `finding`; the word of its workflow. */
  readonly kind: string;
  readonly key: string;
  readonly childId: string | null;
}

/** Somebody as a row names them: by id, with the name as it was; without an id a program, or from before people stood by id. */
export interface PersonThen {
  readonly personId: string | null;
  readonly name: string;
}

/** The tables of cases, with those of the people who act on them. */
export type CaseTables = IdentityTables & Pick<MigratedTables, 'case_note' | 'case_attachment'>;
