import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { differingByZeros } from '../../values/identifier.ts';
import type { ImportRun } from './import-run.ts';
import { isOfReturn } from './planned-file.ts';

const CHILDREN_AT_ONCE = 20_000;

/** The council's children who are one another, or one of those given, but for leading zeros; of hundreds of thousands they are few. */
async function alikeButForZeros(
  tx: CouncilTransaction<RecordsTables>,
  given: readonly string[],
): Promise<ReadonlySet<string>> {
  const twice = await tx.rows(
    `select child_id from child where authority_id = $1 and ltrim(child_id, '0') in
       (select ltrim(child_id, '0') from child where authority_id = $1 group by 1 having count(*) > 1)`,
    [tx.authority],
  );
  const found = new Set(twice.map(([childId]) => String(childId)));
  for (let start = 0; start < given.length; start += CHILDREN_AT_ONCE) {
    const bare = given.slice(start, start + CHILDREN_AT_ONCE).map((one) => one.replace(/^0+/, ''));
    const rows = await tx.rows(
      `select child_id from child where authority_id = $1 and ltrim(child_id, '0') = any($2)`,
      [tx.authority, bare],
    );
    for (const [childId] of rows) found.add(String(childId));
  }
  return found;
}

/** Says which children of the council and of the import's cost records and names are one another but for leading zeros. */
export async function addZerosFindings({ tx, files, tally }: ImportRun): Promise<void> {
  const of = files.find(isOfReturn) ?? files[0];
  if (of === undefined) return;
  const known = await alikeButForZeros(tx, [...tally.childrenOfExtracts]);
  for (const [longer, shorter] of differingByZeros([...known, ...tally.childrenOfExtracts])) {
    // The one that stands in no return is the one to mend.
    const childId = known.has(longer) && !known.has(shorter) ? shorter : longer;
    tally.findings.push({
      ...{ line: 0, childId, rule: 'identifier-differs-by-zeros', severity: 'warning' },
      ...{ column: null, value: childId === longer ? shorter : longer },
      message: `Children ${longer} and ${shorter} have one identifier but for leading zeros, which spreadsheets take away: they are probably one child.`,
      kind: of.mapping?.kind ?? of.recognised?.kind ?? 'unrecognised',
      returnYear: of.returnYear ?? 0,
      path: of.source.path,
    });
  }
}
