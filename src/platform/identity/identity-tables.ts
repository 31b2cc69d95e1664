import type { PlatformTables } from '../database/platform-tables.ts';

/** The tables of people and sessions, for typed queries, with the platform's own. */
export interface IdentityTables extends PlatformTables {
  person: {
    authority_id: string;
    person_id: string;
    name: string;
    issuer: string;
    subject: string;
    email: string | null;
    claimed: string[];
    added_at: Date;
    named_at: Date | null;
    left_at: Date | null;
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
    given_by: GivenBy;
    given_at: Date;
    withdrawn_at: Date | null;
  };
  session: {
    authority_id: string;
    session_id: string;
    person_id: string;
    token_hash: string;
    id_token: string | null;
    browser: string;
    created_at: Date;
    last_seen_at: Date;
    ended_at: Date | null;
  };
  access_token: {
    authority_id: string;
    token_id: string;
    person_id: string;
    name: string;
    token_hash: string;
    scopes: string[];
    created_at: Date;
    expires_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  role_mapping: {
    authority_id: string;
    claim_value: string;
    role: string;
    withdrawn_at: Date | null;
  };
  first_person_link: {
    authority_id: string;
    token_hash: string;
    created_at: Date;
    used_at: Date | null;
  };
}

/** By what a role was given: a value of the roles claim, an administrator, or the set-up of the council. */
export type GivenBy = 'claim' | 'administrator' | 'set-up';

/** The issuer of the demonstration's invented people. An identity provider's is an address, so it is never this. */
export const DEMONSTRATION = 'demonstration';

/** The issuer of whoever can read what the service prints at its start. */
export const MACHINE = 'machine';
