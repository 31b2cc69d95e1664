import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { ChildRecords } from '../history/child-records.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

const CHILD_COLUMNS = ['child_id', 'sex', 'dob', 'return_year', 'import_id'];

/** The children a council has, so that a record of a child in no header finds a child to belong to. */
export class KnownChildren {
  readonly #tx: CouncilTransaction<RecordsTables>;
  readonly #known: Set<string>;
  /** Children whom this import's records name and no header ever has. */
  readonly withoutHeader: string[] = [];

  /** Those added earlier without a header, which none has named since. */
  readonly #awaiting: Set<string>;

  private constructor(
    tx: CouncilTransaction<RecordsTables>,
    known: Set<string>,
    awaiting: Set<string>,
  ) {
    this.#tx = tx;
    this.#known = known;
    this.#awaiting = awaiting;
  }

  /** Reads the identifiers of the council's children. */
  static async of(tx: CouncilTransaction<RecordsTables>): Promise<KnownChildren> {
    const rows = await tx.rows('select child_id, return_year from child where authority_id = $1', [
      tx.authority,
    ]);
    const awaiting = rows.filter(([, returnYear]) => returnYear === 0);
    const named = (some: readonly unknown[][]) => new Set(some.map(([childId]) => String(childId)));
    return new KnownChildren(tx, named(rows), named(awaiting));
  }

  /** Notes children whose header is being stored. */
  note(childIds: readonly string[]): void {
    for (const childId of childIds) {
      this.#known.add(childId);
      this.#awaiting.delete(childId);
    }
  }

  /** Adds children that no header names, with what little their records say of them; their details await a header (return year 0). */
  async ensure(
    childIds: readonly string[],
    records: ChildRecords,
    columns: readonly string[],
    importId: string,
  ): Promise<void> {
    const dob = columns.indexOf('DOB');
    const sex = columns.indexOf('SEX');
    const rows: unknown[][] = [];
    for (const childId of childIds) {
      if (this.#awaiting.delete(childId)) this.withoutHeader.push(childId);
      if (this.#known.has(childId)) continue;
      this.#known.add(childId);
      this.withoutHeader.push(childId);
      const values = records.of(childId)[0]?.values;
      rows.push([childId, values?.[sex] ?? null, values?.[dob] ?? null, 0, importId]);
    }
    await this.#tx.insertMany('child', CHILD_COLUMNS, rows);
  }
}
