import { addDays, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { changeInForce } from '../../platform/settings/changes.ts';
import { numberSetting } from '../../platform/settings/setting.ts';
import { loadChanges, type SettingTables } from '../../platform/settings/store.ts';
import { MOST_PACE_WEEKS, type PaceBasis } from '../outturn/pace-window.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

const USUAL_WEEKS = 13;

/** From how many weeks the projected outturn tells how costs will go on beginning and ending. */
export const PACE_WEEKS = numberSetting({
  name: 'records.outturn-pace-weeks',
  title: 'Weeks of the outturn’s pace',
  about:
    'The projected outturn lets costs go on beginning and ending as in so many weeks before. With 0 it holds nothing but what is known.',
  unit: 'weeks',
  least: 0,
  most: MOST_PACE_WEEKS,
  source:
    'Ours: a quarter of a year, long enough that one child is not the pace, short enough that last year’s is not.',
  confirmed: false,
  otherwise: () => USUAL_WEEKS,
});

/** The first night whose costs the pace of a last night can be told from. */
export function firstNightOfPace(lastNight: PlainDate): PlainDate {
  return addDays(lastNight, -7 * MOST_PACE_WEEKS);
}

/** What the pace up to a last night is told from: the weeks that the council had settled by then, as far back as the costs that the reader sees tell what ended. */
export async function loadPaceBasis(
  tx: CouncilTransaction<RecordsTables & SettingTables>,
  lastNight: PlainDate,
): Promise<PaceBasis> {
  const changes = await loadChanges(tx as unknown as CouncilTransaction<SettingTables>, [
    PACE_WEEKS,
  ]);
  const weeks = changeInForce(changes, lastNight)?.made.value ?? USUAL_WEEKS;
  const [row] = await tx.rows('select min(to_date) from cost_element where authority_id = $1', [
    tx.authority,
  ]);
  const first = row?.[0] as PlainDate | null | undefined;
  return {
    weeks,
    endsKnownFrom: first === null || first === undefined ? undefined : dayNumberOf(first),
  };
}
