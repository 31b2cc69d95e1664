import { WellplacedError } from '../../core/errors.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/**
 * Says which area the council serves, in place of what the person saw: codes with commas between them.
 * Throws a WellplacedError `area-changed-meanwhile` where somebody else has said another since.
 */
export async function sayArea(
  tx: CouncilTransaction<RecordsTables>,
  areaCodes: readonly string[],
  seen: string,
): Promise<void> {
  const [held = []] = await tx.rows(
    'select area_codes from authority where authority_id = $1 for update',
    [tx.authority],
  );
  const now = (held[0] as readonly string[]).join(',');
  if (now !== seen) {
    throw new WellplacedError(
      'area-changed-meanwhile',
      `Somebody has changed the area to ${now === '' ? 'none' : now} since you opened the page.`,
      'Change it again if it is still not yours.',
    );
  }
  await tx.rows('update authority set area_codes = $2 where authority_id = $1', [
    tx.authority,
    areaCodes,
  ]);
}
