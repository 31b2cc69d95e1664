import type { IdentityTables } from '../identity/identity-tables.ts';
import type { MigratedTables } from '../migrations/tables.d.ts';

/** What a person can say about a piece of work. */
export type WordOnWork = MigratedTables['work_said']['verdict'];

/** How often a person is sent what waits for them. */
export type HowOften = 'daily' | 'weekly' | 'none';

/** The tables of waiting work, for typed queries, with those that they stand on. */
export type TaskTables = IdentityTables & Pick<MigratedTables, 'work_said' | 'digest_choice'>;
