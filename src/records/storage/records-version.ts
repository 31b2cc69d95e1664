import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from './records-tables.ts';

/** A text that changes whenever a council's records do: with each revision, and with the area that decides what lies inside it. */
export async function recordsVersion(tx: CouncilTransaction<RecordsTables>): Promise<string> {
  const [imports] = await tx.rows(
    `select count(*), max(finished_at)::text,
         (select max(revision) from revision where authority_id = $1)
       from import where authority_id = $1 and status = 'complete'`,
    [tx.authority],
  );
  return JSON.stringify([imports, await areaVersion(tx)]);
}

/** A text that changes when the area does that decides what lies inside the council: it is as it is now, whatever was known of the records. */
export async function areaVersion(tx: CouncilTransaction<RecordsTables>): Promise<string> {
  const [council] = await tx.rows('select area_codes from authority where authority_id = $1', [
    tx.authority,
  ]);
  return JSON.stringify(council);
}
