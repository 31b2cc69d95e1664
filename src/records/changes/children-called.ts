import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { loadPseudonyms } from '../reports/weekly-report/load-report.ts';
import { RECORD_TABLES } from '../revisions/record-tables.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { isOfChild } from './changes-sql.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const PSEUDONYM = /^P-[A-Z0-9]{7}$/;

/** Every child of whom a record stands or stood, such as match a condition. */
async function childrenWhere(tx: Transaction, condition: string, more: readonly unknown[]) {
  const now = RECORD_TABLES.filter(isOfChild).map(
    ({ table }) => `select child_id from ${table} where authority_id = $1 ${condition}`,
  );
  const earlier = `select child_id from record_version
    where authority_id = $1 and child_id is not null ${condition}`;
  const rows = await tx.rows([...now, earlier].join(' union '), [tx.authority, ...more]);
  return rows.map(([childId]) => String(childId));
}

/** The identifiers of which the text is a part, in any case, or of the child whose pseudonym it is. */
export async function childrenCalled(tx: Transaction, text: string): Promise<readonly string[]> {
  const wanted = text.trim().toUpperCase();
  if (PSEUDONYM.test(wanted)) {
    const pseudonym = await loadPseudonyms(tx);
    const all = await childrenWhere(tx, '', []);
    return all.filter((childId) => pseudonym(childId) === wanted);
  }
  return childrenWhere(tx, 'and position($2 in upper(child_id)) > 0', [wanted]);
}
