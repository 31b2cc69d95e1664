import { storedTables } from '../backup/stored-tables.ts';
import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';

/** What of a database is spread, and how. */
export interface Distribution {
  /** Small tables without a council of their own: whole on every node. */
  readonly reference: readonly string[];
  /** Tables of councils, a table after those that it refers to: each council's rows lie together. */
  readonly byCouncil: readonly string[];
  /** Functions that triggers run where the rows are, and those that they call. */
  readonly functions: readonly string[];
}

const FUNCTIONS = `
select pg_proc.oid::regprocedure::text from pg_proc
where pronamespace = 'public'::regnamespace and prokind = 'f'
  and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
order by 1`;

/** Reads from the catalogue what is to be spread. */
export function whatToDistribute(ground: Ground): Promise<Distribution> {
  return engineOf(ground).transaction('read only', async (session) => {
    const tables = await storedTables(session);
    const { rows } = await session.arrays(FUNCTIONS);
    const names = (byCouncil: boolean) =>
      tables.filter((table) => table.byCouncil === byCouncil).map(({ name }) => name);
    return {
      reference: names(false),
      byCouncil: names(true),
      functions: rows.map(([signature]) => String(signature)),
    };
  });
}
