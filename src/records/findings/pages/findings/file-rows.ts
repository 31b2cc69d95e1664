import { instantInWords } from '../../../../core/instant.ts';
import type { TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import type { FileNaming } from '../../../../platform/lists/file-naming.ts';
import type { Asked, FileRows } from '../../../../platform/lists/list.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import { daysStood, type FindingImports, importsOf } from '../../finding-imports.ts';
import { type FindingRow, kindName } from '../../finding-row.ts';
import { foundNowFor } from '../../list-findings.ts';
import { type FindingsOrder, loadFindings } from '../../load-findings.ts';
import { ruleName } from '../../rule-explanations.ts';
import { selectedFindings } from '../../selected-findings.ts';
import {
  type ChildNames,
  loadNamesAndIdentifiers,
  underPseudonyms,
  wordsWithoutIdentifiers,
} from '../../under-pseudonyms.ts';
import { type FindingsValues, findingsAsked } from './filters.tsx';

/** In a person's own words any child may be named, by its identifier. */
function decisionCells({ decision }: FindingRow, { childIds, pseudonym }: ChildNames) {
  const hidden = (text: string) => underPseudonyms(text, childIds, pseudonym);
  return {
    decision: decision === undefined ? null : hidden(verdictInWords(decision)),
    reason: decision === undefined ? null : hidden(decision.reason),
    decidedBy: decision?.decidedBy ?? null,
    decidedAt: decision === undefined ? null : instantInWords(decision.decidedAt),
  };
}

function fileRow(
  row: FindingRow,
  names: ChildNames,
  { imports, now }: { readonly imports: FindingImports; readonly now: Date },
): TabularRow {
  const moment = (importId: string | null) => {
    const at = imports.get(importId ?? '')?.at;
    return at === undefined ? null : instantInWords(at);
  };
  const { severity, rule, childId, kind, returnYear } = row;
  const { message, value } = wordsWithoutIdentifiers(row, names);
  return {
    severity,
    rule: ruleName(rule),
    child: childId === null ? null : names.pseudonym(childId),
    message,
    kind: kindName(kind),
    year: returnYear === 0 ? null : String(returnYear),
    arose: moment(row.importId),
    stood: daysStood(row, imports, now),
    ended: moment(row.resolvedImportId),
    file: row.path,
    line: row.line,
    column: row.column,
    value,
    state: row.resolved ? 'Resolved' : row.decided ? 'Decided' : 'Open',
    ...decisionCells(row, names),
  };
}

/** The findings that the filters select. */
export async function findingsFile(
  request: ReadingRequest,
  { values, order }: Asked<FindingsValues>,
  naming: FileNaming,
): Promise<FileRows> {
  const asked = findingsAsked(values);
  const rows = await request.read<RecordsTables, TabularRow[]>(async (tx) => {
    const selected = selectedFindings(tx.authority, await foundNowFor(tx, asked), asked.filter);
    const names = await loadNamesAndIdentifiers(tx, naming);
    const found = await loadFindings(tx, selected, order as FindingsOrder);
    const times = { imports: await importsOf(tx, found), now: request.now };
    return found.map((row) => fileRow(row, names, times));
  });
  return { rows, total: rows.length };
}
