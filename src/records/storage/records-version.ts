import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { PACE_WEEKS } from '../reports/pace-weeks.ts';
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

/** A text that changes when the area does that decides what lies inside the council, or what it settled for its figures: they are as they are now, whatever was known of the records. */
export async function areaVersion(tx: CouncilTransaction<RecordsTables>): Promise<string> {
  const [council] = await tx.rows('select area_codes from authority where authority_id = $1', [
    tx.authority,
  ]);
  const [settled] = await tx.rows(
    'select max(decision_number) from setting_change where authority_id = $1 and subject_key = $2',
    [tx.authority, PACE_WEEKS.name],
  );
  return JSON.stringify([council, settled]);
}
