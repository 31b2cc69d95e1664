import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { decidedAsSeen } from '../storage/as-seen.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type GoneQuestion, loadQuestions } from './questions.ts';

/** The children gone who wait for an answer, as the reader may see them, remembered until the records or an answer change. Without their names. */
export function goneAsSeen(
  tx: CouncilTransaction<RecordsTables>,
  today: PlainDate,
): Promise<readonly GoneQuestion[]> {
  return decidedAsSeen(tx, ['children gone', today], async () => {
    const questions = await loadQuestions(tx, today);
    return questions
      .filter(({ state }) => state === 'waiting')
      .map((each) => ({ ...each, name: null }));
  });
}
