import { differingByZeros } from '../values/identifier.ts';
import type { ImportRun } from './import-run.ts';
import { isOfReturn } from './planned-file.ts';

/** Says which children of the council and of the import's cost records and names are one another but for leading zeros. */
export async function addZerosFindings({ tx, files, tally }: ImportRun): Promise<void> {
  const of = files.find(isOfReturn) ?? files[0];
  if (of === undefined) return;
  const rows = await tx.rows('select child_id from child where authority_id = $1', [tx.authority]);
  const known = new Set(rows.map(([childId]) => String(childId)));
  for (const [longer, shorter] of differingByZeros([...known, ...tally.childrenOfLedgers])) {
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
