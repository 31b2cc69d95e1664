import type { Acting, CouncilTransaction, Ground } from '../database/ground.ts';

type Work<Tables, Result> = (tx: CouncilTransaction<Tables>) => Promise<Result>;

/** The council's records for one request: nothing in it can reach another council, or act for anybody else. */
export interface Bound {
  /** Reads in one transaction. */
  read<Tables, Result>(work: Work<Tables, Result>): Promise<Result>;
  /**
   * Changes in one transaction: the whole of it, or nothing where the work throws. The reason stands
   * in the trail beside every row changed. The work is told who acts, for what stores it.
   */
  change<Tables, Result>(
    reason: string,
    work: (tx: CouncilTransaction<Tables>, by: Acting) => Promise<Result>,
  ): Promise<Result>;
}

/** Binds the ground to the council and to whoever acts. */
export function boundTo(ground: Ground, acting: (reason: string) => Acting): Bound {
  const { authority } = acting('');
  return {
    read: (work) => ground.read(authority, work),
    change<Tables, Result>(
      reason: string,
      work: (tx: CouncilTransaction<Tables>, by: Acting) => Promise<Result>,
    ) {
      const by = acting(reason);
      return ground.transaction<Tables, Result>(by, (tx) => work(tx, by));
    },
  };
}
