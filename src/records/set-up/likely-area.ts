import { sql } from 'kysely';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { tidyPostcode } from '../children/children-expressions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** The ONS code of the authority in which most homes of the council’s children lie, by the postcodes held; undefined where none is known. */
export async function likelyArea(
  tx: CouncilTransaction<RecordsTables>,
): Promise<string | undefined> {
  const rows = await sql<{ code: string }>`
    select home.local_authority as code
    from (select distinct child_id, ${tidyPostcode('e.home_post')} as home_post from episode e
      where e.authority_id = ${tx.authority}) of_child
    join postcode home on home.authority_id = ${tx.authority}
      and home.postcode = of_child.home_post
    group by home.local_authority order by count(*) desc, home.local_authority limit 1
  `.execute(tx.db);
  return rows.rows[0]?.code;
}
