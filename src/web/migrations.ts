import type { Migration } from '../platform/database/ground.ts';
import { onePath } from '../platform/database/migration-files.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { recordsMigrations } from '../records/migrations.ts';

/** The one migration path, in the order of its numbers. */
export const ALL_MIGRATIONS: readonly Migration[] = onePath(platformMigrations, recordsMigrations);
