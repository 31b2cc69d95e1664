import { migrationsIn } from './database/migration-files.ts';

/** The tables, functions and roles of the ground: councils, the audit trail, people and what they sign in with. */
export const platformMigrations = migrationsIn(new URL('./migrations/', import.meta.url));
