import type { CouncilTransaction } from '../../database/ground.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** One time that a person’s access was ended. */
export interface Ending {
  readonly leftAt: Date;
  readonly by: string;
  readonly reason: string;
  readonly back: { readonly at: Date; readonly by: string; readonly reason: string } | undefined;
}

const ENDINGS = `
select l.left_at, e.name, l.reason, l.back_at, b.name, l.back_reason
from person_leaving l
  join person e on e.authority_id = $1 and e.person_id = l.ended_by
  left join person b on b.authority_id = $1 and b.person_id = l.brought_back_by
where l.authority_id = $1 and l.person_id = $2
order by l.left_at desc
`;

/** When the person’s access was ended, the latest first. */
export async function endingsOf(
  tx: CouncilTransaction<IdentityTables>,
  personId: string,
): Promise<readonly Ending[]> {
  const rows = await tx.rows(ENDINGS, [tx.authority, personId]);
  return rows.map(([leftAt, by, reason, backAt, backBy, backReason]) => ({
    leftAt: leftAt as Date,
    by: String(by),
    reason: String(reason),
    back:
      backAt === null
        ? undefined
        : { at: backAt as Date, by: String(backBy), reason: String(backReason) },
  }));
}
