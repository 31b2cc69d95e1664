import type { DecisionColumns } from '../decisions/decision-columns.ts';
import type { IdentityTables } from '../identity/identity-tables.ts';

/** What a person can say about a piece of work. */
export type WordOnWork = 'taken-up' | 'handed-over' | 'put-off' | 'given-back';

/** How often a person is sent what waits for them. */
export const HOW_OFTEN = ['daily', 'weekly', 'none'] as const;
export type HowOften = (typeof HOW_OFTEN)[number];

/** The tables of waiting work, for typed queries, with those that they stand on. */
export interface TaskTables extends IdentityTables {
  work_said: DecisionColumns & {
    verdict: WordOnWork;
    kind: string;
    child_id: string | null;
    holder_id: string | null;
    until: string | null;
    reason: string;
  };
  digest_choice: {
    authority_id: string;
    person_id: string;
    how_often: HowOften;
    chosen_at: Date;
  };
}
