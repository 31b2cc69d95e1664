import type { Migration } from '../../platform/database/ground.ts';

/** Which file of an import a sheet came from: before this, each file was one table. */
export const sheetsMigration: Migration = {
  name: '0012-sheets',
  sql: 'alter table import_file add column source_number integer;',
};
