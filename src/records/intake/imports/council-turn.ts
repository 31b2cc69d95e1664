import { setTimeout as delay } from 'node:timers/promises';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ImportRequest } from './import-request.ts';

const LOOK_AGAIN_MILLISECONDS = 250;

/** Waits until no other import of the council is under way, saying so: waiting is no standing still. */
export async function takeTurn(
  tx: CouncilTransaction<RecordsTables>,
  onProgress: ImportRequest['onProgress'],
): Promise<void> {
  for (;;) {
    const turn = await tx.rows(
      'select 1 from authority where authority_id = $1 for update skip locked',
      [tx.authority],
    );
    if (turn.length > 0) return;
    onProgress('Waiting for another import of the council', 0, 0);
    await delay(LOOK_AGAIN_MILLISECONDS);
  }
}
