import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { ChildRecords } from '../../history/child-records.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { rowsAbout } from './rows-about.ts';

const CHILD_COLUMNS = ['child_id', 'sex', 'dob', 'return_year', 'import_id'];

/** The children of a council whom an import's records name, looked up some at a time, so that each record finds a child to belong to. */
export class KnownChildren {
  readonly #tx: CouncilTransaction<RecordsTables>;
  readonly #withoutHeader = new Set<string>();

  constructor(tx: CouncilTransaction<RecordsTables>) {
    this.#tx = tx;
  }

  /** Children whom this import's records name and no header ever has. */
  get withoutHeader(): Iterable<string> {
    return this.#withoutHeader;
  }

  /** Adds children that no header names, with what little their records say of them; their details await a header (return year 0). */
  async ensure(
    childIds: readonly string[],
    records: ChildRecords,
    columns: readonly string[],
    importId: string,
  ): Promise<void> {
    const held = ['child_id', 'return_year'];
    const standing = await rowsAbout(this.#tx, 'child', held, 'child_id', childIds);
    const years = new Map(standing.map(([childId, year]) => [String(childId), Number(year)]));
    const dob = columns.indexOf('DOB');
    const sex = columns.indexOf('SEX');
    const rows: unknown[][] = [];
    for (const childId of childIds) {
      const year = years.get(childId);
      if (year !== undefined && year > 0) continue;
      this.#withoutHeader.add(childId);
      if (year === 0) continue;
      const values = records.of(childId)[0]?.values;
      rows.push([childId, values?.[sex] ?? null, values?.[dob] ?? null, 0, importId]);
    }
    await this.#tx.insertMany('child', CHILD_COLUMNS, rows);
  }
}
