import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { loadRecordsBegin } from '../reports/load-records-begin.ts';
import {
  childrenNotWhole,
  costsNotWhole,
  reasonsOf,
} from '../reports/weekly-report/records-begin.ts';
import type { WeekShown } from '../reports/weekly-report/week.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { yearTo } from './provider-year.ts';

/** Why the twelve months of providers are not whole: in sentences, empty where they are. */
export async function providersNotWhole(
  tx: CouncilTransaction<RecordsTables>,
  { countsTo }: WeekShown,
): Promise<string> {
  const begin = await loadRecordsBegin(tx);
  const { before } = yearTo(countsTo);
  return reasonsOf(costsNotWhole(begin, before), childrenNotWhole(begin, before)).trim();
}
