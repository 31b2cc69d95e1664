import { councilTable } from '../database/council-table.ts';

/**
 * The SQL of a table of decisions, to stand in a migration. Decisions on one subject are numbered
 * from 1, each follows the one before, and no two can follow the same: whoever is second is
 * refused by the key, however close together the two are. `columns` are the table's own.
 */
export function decisionTable(name: string, columns: string): string {
  return `
create table ${name} (
  authority_id text not null,
  subject_key text not null check (subject_key <> ''),
  decision_number integer not null,
  decided_by text not null check (decided_by <> ''),
  decided_at timestamptz not null default now(),
  ${columns},
  primary key (authority_id, subject_key, decision_number),
  check (decision_number > 0)
);
${councilTable(name)}`;
}

/** The columns that every table of decisions has, for typed queries. */
export interface DecisionColumns {
  authority_id: string;
  subject_key: string;
  decision_number: number;
  decided_by: string;
  decided_at: Date;
}
