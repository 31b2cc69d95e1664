import { auditChainMigration } from '../platform/audit/chain-migration.ts';
import { trailIndexMigration } from '../platform/audit/trail-index-migration.ts';
import { directoryMigration } from '../platform/database/directory-migration.ts';
import type { Migration } from '../platform/database/ground.ts';
import { platformMigration } from '../platform/database/platform-migration.ts';
import { serviceMigration } from '../platform/database/service-migration.ts';
import { uploadQuotaMigration } from '../platform/database/upload-quota-migration.ts';
import { accessTokenMigration } from '../platform/identity/access-tokens/access-token-migration.ts';
import { identityMigration } from '../platform/identity/identity-migration.ts';
import { whoLeavesMigration } from '../platform/identity/who-leaves-migration.ts';
import { namesMigration } from '../records/names/names-migration.ts';
import { ownWordsMigration } from '../records/restrictions/own-words-migration.ts';
import { restrictionsMigration } from '../records/restrictions/restrictions-migration.ts';
import { findingDecisionsMigration } from '../records/storage/finding-decisions.ts';
import { historiesMigration } from '../records/storage/histories-migration.ts';
import { importTriesMigration } from '../records/storage/import-tries.ts';
import { recordsMigration } from '../records/storage/records-migration.ts';
import { sheetsMigration } from '../records/storage/sheets-migration.ts';

/** The one migration path, in order. Names are never changed after they have landed; new ones are added at the end. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  platformMigration,
  recordsMigration,
  auditChainMigration,
  trailIndexMigration,
  identityMigration,
  findingDecisionsMigration,
  directoryMigration,
  accessTokenMigration,
  restrictionsMigration,
  namesMigration,
  importTriesMigration,
  sheetsMigration,
  historiesMigration,
  serviceMigration,
  whoLeavesMigration,
  uploadQuotaMigration,
  ownWordsMigration,
];
