import type { FinancialYear } from '../../core/financial-year.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { CostsOfChild, Passed } from './child-parts.ts';
import { CodeMonths } from './code-months.ts';
import type { CodedMonths } from './coded-months.ts';
import type { LedgerCode } from './ledger-code.ts';
import { loadCostsOfChildren } from './load-children.ts';
import { loadDueTo } from './load-due-to.ts';
import { loadReplaced } from './load-replaced.ts';
import { monthsOf, passedTo } from './months.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const CHILDREN_AT_ONCE = 2_000;

/** Every child with a cost or a payment that touches the year, under the code where one is given, some thousands at a time. */
export async function* childrenOfYear(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
  code?: LedgerCode,
): AsyncIterable<readonly CostsOfChild[]> {
  const replaced = await loadReplaced(tx, today);
  const ofCode =
    code === undefined
      ? ''
      : `and coalesce(cost_centre, '') = $4 and coalesce(subjective, '') = $5`;
  const named = code === undefined ? [] : [code.costCentre ?? '', code.subjective ?? ''];
  const rows = await packedRows(
    tx,
    ['child_id'],
    `from (
       select child_id from cost_element
       where authority_id = $1 and from_date <= $3 and (to_date is null or to_date > $2)
         ${ofCode}
       union
       select child_id from payment
       where authority_id = $1 and ((period_to >= $2 and period_from <= $3)
         or run_date between $2 and $3)
         ${ofCode}
     ) as child`,
    [tx.authority, year.firstDay, year.lastDay, ...named],
  );
  const ids = rows.map(([childId]) => childId as string);
  for (let from = 0; from < ids.length; from += CHILDREN_AT_ONCE) {
    const some = ids.slice(from, from + CHILDREN_AT_ONCE);
    yield await loadCostsOfChildren(tx, { year, today }, some, replaced);
  }
}

/** The first night that has not passed, and up to which nights runs should have paid. */
export async function loadPassed(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
): Promise<Passed> {
  return { dueTo: await loadDueTo(tx, today), passedTo: passedTo(year, today) };
}

/** Counts every code's months of a year, as they stand on a day: a few thousand children's rows are held at a time. */
export async function loadCodedMonths(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
): Promise<CodedMonths> {
  const count = new CodeMonths(monthsOf(year), await loadPassed(tx, year, today));
  for await (const children of childrenOfYear(tx, year, today)) {
    for (const child of children) count.add(child);
  }
  return count.counted;
}
