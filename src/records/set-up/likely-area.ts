import { sql } from 'kysely';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { tidyPostcode } from '../children/children-expressions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** An area in which children of the council have their homes. */
export interface LikelyArea {
  readonly code: string;
  /** Children with a home in it. */
  readonly children: number;
  /** Children whose home lies anywhere that is known. */
  readonly of: number;
}

/** The authority in which more children have their homes than in any other, by the postcodes held; undefined where none is known or two are alike. */
export async function likelyArea(
  tx: CouncilTransaction<RecordsTables>,
): Promise<LikelyArea | undefined> {
  const { rows } = await sql<{ code: string; children: number; of: number }>`
    with home as (
      select distinct e.child_id, home.local_authority as code
      from episode e
      join postcode home on home.authority_id = ${tx.authority}
        and home.postcode = ${tidyPostcode('e.home_post')}
      where e.authority_id = ${tx.authority})
    select code, count(*)::int as children,
      (select count(distinct child_id)::int from home) as of
    from home group by code order by count(*) desc limit 2
  `.execute(tx.db);
  const [first, second] = rows;
  return first?.children === second?.children ? undefined : first;
}
