import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** Which identifier each one follows, as the links that are in force say. */
export class LinksInForce {
  readonly #follows: ReadonlyMap<string, string>;

  constructor(follows: Iterable<readonly [string, string]>) {
    this.#follows = new Map(follows);
  }

  /** The identifier under which what is said of this one stands; itself where it follows no other. */
  standing(childId: string): string {
    let standing = childId;
    for (;;) {
      const next = this.#follows.get(standing);
      if (next === undefined) return standing;
      standing = next;
    }
  }
}

/**
 * The links that stand; `before` names an import that is made again, for which only those are in
 * force that were made before it.
 */
export async function linksInForce(
  tx: CouncilTransaction<RecordsTables>,
  before?: string,
): Promise<LinksInForce> {
  const rows = await tx.rows(
    `select l.child_id, l.follows from child_link l
     where l.authority_id = $1 and l.stands and ($2::text is null
       or (select min(made.revision) from revision made
           where made.authority_id = $1 and made.import_id = l.import_id)
        < (select min(made.revision) from revision made
           where made.authority_id = $1 and made.import_id = $2))`,
    [tx.authority, before ?? null],
  );
  return new LinksInForce(rows.map(([childId, follows]) => [String(childId), String(follows)]));
}
