import type { Kysely } from 'kysely';
import type { ToRemember } from './remembered.ts';

/** A person by id, and the role in which they act; null for what is allowed without one. */
export interface ActingPerson {
  readonly personId: string;
  readonly role: string | null;
}

/** On whose behalf a transaction runs. Written to the audit trail with every row it changes. */
export interface Acting {
  /** The council, as `authority_id` stands in every table. */
  readonly authority: string;
  /** Who, as they are called at the moment: a person's or a program's name. */
  readonly actor: string;
  /** Which person; absent when a program acts, or somebody at the machine's command line. */
  readonly person?: ActingPerson | undefined;
  /** Why, in words. */
  readonly reason: string;
}

/** One transaction of one council under row-level security. */
export interface CouncilTransaction<Tables> {
  readonly authority: string;
  /** Typed queries. Every table named must be filtered by `authority_id` (docs/scale.md). */
  readonly db: Kysely<Tables>;
  /** Rows as arrays, for reading many at once. `sql` uses $1, $2, …. */
  rows(sql: string, parameters?: readonly unknown[]): Promise<unknown[][]>;
  /** Inserts rows by multi-row VALUES in batches of a fixed size, prepared once per shape on a server. `authority_id` is added by this call and not among the columns. */
  insertMany(
    table: keyof Tables & string,
    columns: readonly string[],
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
    options?: { readonly onConflict?: 'fail' | 'ignore' },
  ): Promise<number>;
  /**
   * What the work finds, remembered for whoever asks for the same until the version is another. Only
   * a reading sees one moment throughout, so where rows may be changed the work is done anew.
   */
  remembered<Thing>(
    of: ToRemember,
    work: () => Promise<readonly Thing[]>,
  ): Promise<readonly Thing[]>;
  /** This transaction over the tables of another wing: one database holds them all. */
  over<Other>(): CouncilTransaction<Other>;
}

/** A council as it stands in the list that councils are chosen from. */
export interface ListedCouncil {
  readonly code: string;
  readonly name: string;
  /** The host name by which its people ask for the service, where it has one of its own. */
  readonly hostName?: string | undefined;
}

/** The database, embedded or a server, already migrated. */
export interface Ground {
  readonly kind: 'embedded' | 'server';
  /** Commits when the work resolves, rolls back when it throws. */
  transaction<Tables, Result>(
    acting: Acting,
    work: (tx: CouncilTransaction<Tables>) => Promise<Result>,
  ): Promise<Result>;
  /** As transaction, read only. */
  read<Tables, Result>(
    authority: string,
    work: (tx: CouncilTransaction<Tables>) => Promise<Result>,
  ): Promise<Result>;
  /** The same database, each of whose transactions first asks this statement, such as one that hides rows from a person. */
  beginningWith(statement: string, parameters: readonly unknown[]): Ground;
  /** Tells the database's planner what the tables hold now; after much has been added at once it would otherwise guess for a while. Not inside a transaction. */
  freshenStatistics(tables: readonly string[]): Promise<void>;
  /** The councils in this database, for choosing one; reads nothing else across councils. */
  authorities(): Promise<readonly ListedCouncil[]>;
  close(): Promise<void>;
}

/** One step of the single migration path. Applied in order, once, each in a transaction of its own. */
export interface Migration {
  /** `0001-records`. Never renamed after it has landed. */
  readonly name: string;
  readonly sql: string;
  /**
   * For rows too many for one transaction: `sql` is one statement that does some thousands of the
   * rows of council `$1` still to be done and gives how many it did. It is asked council by council
   * until it did none; each answer stays done, and whoever starts next goes on from there.
   */
  readonly inBatches?: true;
}

/** Told while a migration works in batches: its name, and how many rows it has done. */
export type MigrationProgress = (name: string, rows: number) => void;
