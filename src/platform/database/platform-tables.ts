import type { Generated } from 'kysely';
import type { MigratedTables } from '../migrations/tables.d.ts';

/** An entry of the trail as it is read: what a trigger fills at the commit is there. */
type AuditEntry = Omit<
  MigratedTables['audit_entry'],
  'row_key' | 'before' | 'after' | 'transaction_id' | 'seq' | 'step' | 'previous_hash' | 'hash'
> & {
  row_key: object;
  before: object | null;
  after: object | null;
  transaction_id: Generated<string>;
  seq: Generated<number>;
};

/** The tables that every wing stands on, for typed queries. Days and JSON as `values.ts` reads them. */
export interface PlatformTables extends Pick<MigratedTables, 'authority' | 'authority_directory'> {
  audit_entry: AuditEntry;
}
