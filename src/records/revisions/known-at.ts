import type { CouncilTransaction } from '../../platform/database/ground.ts';

/**
 * Work on the records as they were known at a revision: from here on until the transaction ends,
 * which may only read, the tables of the records hold what stood then. What is hidden from a
 * reader now stays hidden.
 */
export function knownAt<Tables, Result>(
  revision: number,
  work: (tx: CouncilTransaction<Tables>) => Promise<Result>,
): (tx: CouncilTransaction<Tables>) => Promise<Result> {
  return async (tx) => {
    await tx.rows('select app_known_at($1)', [revision]);
    return work(tx);
  };
}
