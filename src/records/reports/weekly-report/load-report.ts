import { chainHead } from '../../../platform/audit/chain-head.ts';
import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import { pseudonymsBy } from '../../pseudonym.ts';
import { hiddenChildren } from '../../restrictions/seen-by.ts';
import { loadPlacementFacts } from '../../storage/load-placement-facts.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { loadRecordsBegin } from '../load-records-begin.ts';
import type { WeeklyReport } from './report.ts';
import type { Week } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

/** The council's function from a child's identifier to the name of the child's package. */
export async function loadPseudonyms(
  tx: CouncilTransaction<RecordsTables>,
): Promise<(childId: string) => string> {
  const [row] = await tx.rows('select pseudonym_secret from authority where authority_id = $1', [
    tx.authority,
  ]);
  return pseudonymsBy(String(row?.[0]));
}

/** The placement report of a week, from what is stored now and the ground shows. */
export async function loadWeeklyReport(
  ground: Ground,
  authority: { readonly code: string; readonly name: string },
  week: Week,
): Promise<WeeklyReport> {
  return ground.read<RecordsTables, WeeklyReport>(authority.code, async (tx) => {
    const facts = await loadPlacementFacts(tx, week.countsTo);
    const pseudonym = await loadPseudonyms(tx);
    const leavesOut = (await hiddenChildren(tx)).size > 0;
    const begin = await loadRecordsBegin(tx);
    const report = weeklyReport(facts, week, { authority, pseudonym, leavesOut, begin });
    return { ...report, auditNote: await chainHead(tx) };
  });
}
