import type { IdentityTables } from '../../platform/identity/identity-tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** The tables of restrictions, for typed queries, with those that they stand on. */
export interface RestrictionTables extends RecordsTables, IdentityTables {
  restriction: {
    authority_id: string;
    child_id: string;
    restriction_id: string;
    pseudonym: string;
    kind: string;
    reason: string;
    restricted_by: string;
    restricted_at: Date;
    ended_by: string | null;
    ended_at: Date | null;
  };
  restriction_reader: {
    authority_id: string;
    child_id: string;
    restriction_id: string;
    person_id: string;
    named_at: Date;
    removed_at: Date | null;
  };
  restriction_opening: {
    authority_id: string;
    child_id: string;
    restriction_id: string;
    opening_id: string;
    person_id: string;
    reason: string;
    opened_at: Date;
    shut_at: Date;
    acknowledged_by: string | null;
    acknowledged_at: Date | null;
  };
}
