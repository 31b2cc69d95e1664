import { financialYearStarting } from '../../core/financial-year.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { RecordsBegin } from './weekly-report/records-begin.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const BEGIN = `
select
  (select min(return_year) from import_file
   where authority_id = $1 and kind in ('episodes', 'return_xml') and problem is null
     and exists (select 1 from import
       where import.authority_id = $1 and import.import_id = import_file.import_id
         and import.status = 'complete' and not import.taken_back)),
  (select min(from_date) from cost_element where authority_id = $1),
  (select min(to_date) from cost_element where authority_id = $1)
`;

function day(value: unknown): PlainDate | undefined {
  return value === null || value === undefined ? undefined : (value as PlainDate);
}

/** From when on the records are held that the weekly report is made from, as far as the reader sees them. */
export async function loadRecordsBegin(tx: Transaction): Promise<RecordsBegin> {
  const [row] = await tx.rows(BEGIN, [tx.authority]);
  const year = Number(row?.[0] ?? 0);
  return {
    episodes: year === 0 ? undefined : financialYearStarting(year - 1).firstDay,
    costs: day(row?.[1]),
    costsEnded: day(row?.[2]),
  };
}

/** The first day that a payment is held for. */
export async function loadFirstPaid(tx: Transaction): Promise<PlainDate | undefined> {
  const [row] = await tx.rows('select min(period_from) from payment where authority_id = $1', [
    tx.authority,
  ]);
  return day(row?.[0]);
}
