import { instantInWords } from '../../../../core/instant.ts';
import { csvDownload } from '../../../../platform/downloads/csv.ts';
import type { TabularColumn, TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { notShownRow } from '../../../restrictions/not-shown.tsx';
import { hiddenChildren } from '../../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { verdictInWords } from '../../decision-in-words.ts';
import { COLUMNS, type FindingRow, kindName } from '../../finding-row.ts';
import { type FindingsAsked, foundNowFor, orderFrom } from '../../list-findings.ts';
import { loadFindings } from '../../load-findings.ts';
import { ruleName } from '../../rule-explanations.ts';
import { selectedFindings } from '../../selected-findings.ts';
import {
  type ChildNames,
  loadNamesAndIdentifiers,
  underPseudonyms,
  wordsWithoutIdentifiers,
} from '../../under-pseudonyms.ts';

const STANDING: readonly TabularColumn[] = [
  { key: 'state', heading: 'State', type: 'text' },
  { key: 'decision', heading: 'Decision', type: 'text' },
  { key: 'reason', heading: 'Why', type: 'text' },
  { key: 'decidedBy', heading: 'Decided by', type: 'text' },
  { key: 'decidedAt', heading: 'Decided on', type: 'text' },
];

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

function fileRow(row: FindingRow, names: ChildNames): TabularRow {
  const { severity, rule, childId, kind, returnYear } = row;
  const { message, value } = wordsWithoutIdentifiers(row, names);
  return {
    severity,
    rule: ruleName(rule),
    child: childId === null ? null : names.pseudonym(childId),
    message,
    kind: kindName(kind),
    year: returnYear === 0 ? null : String(returnYear),
    file: row.path,
    line: row.line,
    column: row.column,
    value,
    state: row.resolved ? 'Resolved' : row.decided ? 'Decided' : 'Open',
    ...decisionCells(row, names),
  };
}

/** The findings that the filter selects as a file, under pseudonyms. */
export async function findingsFile(
  request: PageRequest,
  asked: FindingsAsked,
  format: 'csv' | 'xlsx',
): Promise<DownloadReply> {
  const leavesOut = (await request.read(hiddenChildren)).size > 0;
  const found = await request.read<RecordsTables, TabularRow[]>(async (tx) => {
    const selected = selectedFindings(tx.authority, await foundNowFor(tx, asked), asked.filter);
    const names = await loadNamesAndIdentifiers(tx);
    const rows = await loadFindings(tx, selected, orderFrom(request.query));
    return rows.map((row) => fileRow(row, names));
  });
  const columns = [...COLUMNS, ...STANDING];
  const rows = [...found, ...notShownRow(leavesOut, columns)];
  const table = { title: 'Findings', columns, rows };
  const filename = `findings-${asked.weekEnding}.${format}`;
  return format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
}
