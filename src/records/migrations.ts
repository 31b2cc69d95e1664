import { migrationsIn } from '../platform/database/migration-files.ts';

/** The tables of records and imports, and the policies that hide restricted children. */
export const recordsMigrations = migrationsIn(new URL('./migrations/', import.meta.url));
