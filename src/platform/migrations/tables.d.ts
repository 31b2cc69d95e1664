// Written by `npm run table-types` from the migrations beside it; a test compares the two.
import type { Generated } from 'kysely';

/** The tables that these migrations make, as a query’s answer holds their rows; `Generated` may be left out when a row is added. */
export interface MigratedTables {
  access_token: {
    authority_id: string;
    token_id: string;
    person_id: string;
    name: string;
    token_hash: string;
    /** the permissions it counts for, as long as the person holds them */
    scopes: string[];
    created_at: Date;
    expires_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  audit_entry: {
    authority_id: string;
    audit_entry_id: Generated<string>;
    happened_at: Generated<Date>;
    /** the name as it was: a person's or a program's */
    actor: Generated<string>;
    reason: Generated<string>;
    action: string;
    table_name: string;
    row_key: unknown;
    before: unknown;
    after: unknown;
    import_id: string | null;
    /** what was changed together has the same */
    transaction_id: string | null;
    /** place among the entries of its transaction: clocks are too coarse to tell */
    step: number | null;
    /** place in the council's chain, given when the transaction commits */
    seq: number | null;
    previous_hash: Uint8Array | null;
    hash: Uint8Array | null;
    /** empty when a program did it, and in entries from before people stood by id */
    person_id: string | null;
    person_role: string | null;
  };
  audit_head: {
    authority_id: string;
    seq: number;
    hash: Uint8Array;
  };
  authority: {
    authority_id: string;
    name: string;
    /** ONS codes of the area the council serves */
    area_codes: Generated<string[]>;
    demonstration_seed: number | null;
    /** key from which the pseudonyms in exports are derived */
    pseudonym_secret: string;
    created_at: Generated<Date>;
    /** access tokens rest once their person has not signed in for so many days */
    token_rest_days: Generated<number>;
    /** how many megabytes of uploads may wait or be held at once, of everybody */
    upload_council_mb: Generated<number>;
    /** the same of one person */
    upload_person_mb: Generated<number>;
    /** how many uploads of one person may arrive, wait or run at once */
    uploads_waiting: Generated<number>;
    /** by which the council's people reach the service; empty where it serves this council alone */
    host_name: string | null;
    /** of the header; empty: the service's own */
    brand_colour: string | null;
    /** how many megabytes the attachments of all cases may hold together */
    attachments_mb: Generated<number>;
  };
  authority_directory: {
    authority_id: string;
    name: string;
    host_name: string | null;
  };
  case_attachment: {
    authority_id: string;
    case_kind: string;
    case_key: string;
    attachment_id: string;
    child_id: string | null;
    name: string;
    media_type: string;
    bytes: number;
    /** empty once it was removed: that it was there is kept */
    content: Uint8Array | null;
    /** of the content, kept when it was removed */
    sha256: Uint8Array;
    /** the name as it was */
    added_by: string;
    person_id: string;
    person_role: string | null;
    added_at: Date;
    removed_by: string | null;
    removed_person_id: string | null;
    removed_at: Date | null;
    removed_reason: string | null;
  };
  case_note: {
    authority_id: string;
    case_kind: string;
    case_key: string;
    note_id: string;
    /** the child whom the case is about: who may not see the child does not see the note */
    child_id: string | null;
    note: string;
    /** the note of the same case that this one puts right; nothing written is changed */
    corrects: string | null;
    /** the name as it was */
    written_by: string;
    person_id: string;
    person_role: string | null;
    written_at: Date;
  };
  digest_choice: {
    authority_id: string;
    person_id: string;
    how_often: 'none' | 'daily' | 'weekly';
    chosen_at: Date;
  };
  first_person_link: {
    authority_id: string;
    token_hash: string;
    created_at: Date;
    used_at: Date | null;
  };
  form_draft: {
    authority_id: string;
    person_id: string;
    form: string;
    /** what the form is about, among those of its kind */
    subject: string;
    /** without a name or identifier of a child: it stands on the trail */
    title: string;
    address: string;
    /** the fields as they were typed, as JSON; it may name a child, so that the trail does not hold it */
    typed: string;
    kept_at: Date;
  };
  person: {
    authority_id: string;
    person_id: string;
    /** different for each person of a council: it stands in the audit trail */
    name: string;
    /** who says that it is this person: an identity provider's address, "demonstration" or "machine" */
    issuer: string;
    subject: string;
    email: string | null;
    /** the values of the roles claim at the last sign-in */
    claimed: Generated<string[]>;
    added_at: Date;
    left_at: Date | null;
    /** since when the person is called so; empty: since they were added */
    named_at: Date | null;
  };
  person_leaving: {
    authority_id: string;
    person_id: string;
    left_at: Date;
    ended_by: string;
    reason: string;
    back_at: Date | null;
    brought_back_by: string | null;
    back_reason: string | null;
  };
  person_role: {
    authority_id: string;
    person_id: string;
    role: string;
    given_by: 'claim' | 'administrator' | 'set-up';
    given_at: Date;
    withdrawn_at: Date | null;
  };
  role_mapping: {
    authority_id: string;
    claim_value: string;
    role: string;
    withdrawn_at: Date | null;
  };
  saved_view: {
    authority_id: string;
    view_id: string;
    person_id: string;
    list: string;
    name: string;
    /** filters and order as the query of the list's address has them; never what may name or identify somebody */
    query: string;
    /** the list opens with it when nothing else is asked for */
    is_default: boolean;
    saved_at: Date;
  };
  scheduled_run: {
    authority_id: string;
    job: string;
    /** the night as 2026-11-27 or the hour as 2026-11-27T14Z */
    due: string;
    due_at: Date;
    state: 'first seen' | 'running' | 'done' | 'failed';
    /** how often it was begun */
    tries: number;
    started_at: Date | null;
    /** running: until when it stays with its process, unless that renews it; failed: from when it may be tried again, empty when it may not */
    held_until: Date | null;
    ended_at: Date | null;
    said: string | null;
  };
  session: {
    authority_id: string;
    session_id: string;
    person_id: string;
    token_hash: string;
    /** what the identity provider wants to see again when its own session is to end */
    id_token: string | null;
    browser: string;
    created_at: Date;
    last_seen_at: Date;
    ended_at: Date | null;
  };
  setting_change: {
    authority_id: string;
    /** the name of the setting */
    subject_key: string;
    decision_number: number;
    /** the name as it was */
    decided_by: string;
    person_id: string | null;
    person_role: string | null;
    decided_at: Generated<Date>;
    valid_from: string;
    /** in the unit of the setting; money in pence */
    value: number;
    source: string;
    confirmed: boolean;
    /** the number of the change that this one takes back, whose values it repeats; empty: it gives a value */
    takes_back: number | null;
    reason: string;
  };
  work_said: {
    authority_id: string;
    /** wing, kind and what the work is about */
    subject_key: string;
    decision_number: number;
    decided_by: string;
    person_id: string | null;
    person_role: string | null;
    decided_at: Generated<Date>;
    verdict: 'taken-up' | 'handed-over' | 'put-off' | 'given-back';
    kind: string;
    /** the child whom it is about, where it is about one */
    child_id: string | null;
    /** whose it is from then on; empty: everybody's who may do it */
    holder_id: string | null;
    /** put off: the day on which it comes back by itself */
    until: string | null;
    reason: string;
  };
}
