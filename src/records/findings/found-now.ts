import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Finding } from '../model.ts';
import { factsByChild } from '../reports/weekly-report/facts.ts';
import { findingsOf } from '../reports/weekly-report/report-findings.ts';
import type { Week } from '../reports/weekly-report/week.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import { loadPlacementFacts } from '../storage/load-placement-facts.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** What the rules find in costs and placements as now stored, up to the last night of the week that is counted: the same findings that the report of the week counts. Remembered where nothing can be changed meanwhile. */
export async function loadFoundNow(
  tx: CouncilTransaction<RecordsTables>,
  week: Week,
): Promise<readonly Finding[]> {
  return foundAsSeen(tx, ['found now', week.weekEnding, week.countsTo], async () => {
    const facts = factsByChild(await loadPlacementFacts(tx, week.countsTo));
    return facts.flatMap((ofChild) => findingsOf(ofChild, week));
  });
}
