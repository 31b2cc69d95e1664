import type { FinancialYear } from '../../core/financial-year.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type CostPart, type PaidPart, type RunPart, tellChild } from './child-parts.ts';
import { codeKey, codeOf, type LedgerCode } from './ledger-code.ts';
import { childrenOfYear, loadPassed } from './load-codes.ts';
import { type Month, monthsOf } from './months.ts';

/** What a code's month, or its year, is made of. */
export interface PartsOfCode {
  readonly costs: readonly CostPart[];
  readonly paid: readonly PaidPart[];
  readonly runs: readonly RunPart[];
}

/** The rows behind a code in a year, or in one month of it: of the children whom the reader may see. */
export async function loadPartsOfCode(
  tx: CouncilTransaction<RecordsTables>,
  year: FinancialYear,
  today: PlainDate,
  code: LedgerCode,
  month: Month | undefined,
): Promise<PartsOfCode> {
  const [costs, paid, runs] = [[] as CostPart[], [] as PaidPart[], [] as RunPart[]];
  const passed = await loadPassed(tx, year, today);
  const key = codeKey(code);
  const months = month === undefined ? monthsOf(year) : [month];
  const told = {
    cost: (part: CostPart) => {
      if (codeKey(codeOf(part.element)) === key) costs.push(part);
    },
    paid: (part: PaidPart) => {
      if (codeKey(codeOf(part.payment)) === key) paid.push(part);
    },
    run: (part: RunPart) => {
      if (codeKey(codeOf(part.payment)) === key) runs.push(part);
    },
  };
  for await (const children of childrenOfYear(tx, year, today, code)) {
    for (const child of children) tellChild(child, months, passed, told);
  }
  return { costs, paid, runs };
}
