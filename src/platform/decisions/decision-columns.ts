/**
 * The columns that every table of decisions has before its own, for typed queries. Decisions on one
 * subject are numbered from 1, each follows the one before, and by the primary key (authority_id,
 * subject_key, decision_number) no two can follow the same, however close together the two are.
 */
export interface DecisionColumns {
  authority_id: string;
  subject_key: string;
  decision_number: number;
  /** The name as it was. */
  decided_by: string;
  person_id: string | null;
  person_role: string | null;
  decided_at: Date;
}
