import type { IdentityTables } from '../identity/identity-tables.ts';

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

interface CaseRow {
  authority_id: string;
  case_kind: string;
  case_key: string;
  child_id: string | null;
  person_id: string;
  person_role: string | null;
}

/** The tables of cases, with those of the people who act on them. */
export interface CaseTables extends IdentityTables {
  case_note: CaseRow & {
    note_id: string;
    note: string;
    corrects: string | null;
    written_by: string;
    written_at: Date;
  };
  case_attachment: CaseRow & {
    attachment_id: string;
    name: string;
    media_type: string;
    bytes: number;
    content: Uint8Array | null;
    sha256: Uint8Array;
    added_by: string;
    added_at: Date;
    removed_by: string | null;
    removed_person_id: string | null;
    removed_at: Date | null;
    removed_reason: string | null;
  };
}
