import type { IdentityTables } from '../../platform/identity/identity-tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** The tables of restrictions, for typed queries, with those that they stand on. */
export type RestrictionTables = RecordsTables & IdentityTables;
