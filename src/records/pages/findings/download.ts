import { csvDownload } from '../../../platform/downloads/csv.ts';
import type { TabularColumn, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { loadPseudonyms } from '../../weekly-report/load-report.ts';
import { notShownRow } from '../report/hidden-rows.ts';
import { COLUMNS, type FindingRow, kindName } from './finding-row.ts';
import { countHiddenFindings, type FindingsAsked, foundNowFor, orderFrom } from './list.ts';
import { ruleName } from './rule-explanations.ts';
import { loadChildIds, loadFindings, selectedFindings } from './store.ts';

const STATE: TabularColumn = { key: 'state', heading: 'State', type: 'text' };
const WORD = /[^\s|,;:.()"']+/g;

/** The text with every identifier of a child in it replaced by the child's pseudonym. */
export function underPseudonyms(
  text: string,
  childIds: ReadonlySet<string>,
  pseudonym: (childId: string) => string,
): string {
  return text.replaceAll(WORD, (word) => (childIds.has(word) ? pseudonym(word) : word));
}

interface Names {
  readonly childIds: ReadonlySet<string>;
  pseudonym(childId: string): string;
}

function fileRow(row: FindingRow, { childIds, pseudonym }: Names): TabularRow {
  const { severity, rule, childId, message, kind, returnYear, value } = row;
  const ids =
    childId === null ? childIds : new Set([...(value === childId ? [childId] : []), childId]);
  const hidden = (text: string | null) =>
    text === null ? null : underPseudonyms(text, ids, pseudonym);
  return {
    severity,
    rule: ruleName(rule),
    child: childId === null ? null : pseudonym(childId),
    message: hidden(message),
    kind: kindName(kind),
    year: returnYear === 0 ? null : String(returnYear),
    file: row.path,
    line: row.line,
    column: row.column,
    value: hidden(value),
    state: row.resolved ? 'Resolved' : 'Open',
  };
}

/** The findings that the filter selects as a file, under pseudonyms. */
export async function findingsFile(
  request: PageRequest,
  asked: FindingsAsked,
  format: 'csv' | 'xlsx',
): Promise<DownloadReply> {
  const { ground, council, query } = request;
  const notShown = await countHiddenFindings(request, asked);
  const found = await ground.read<RecordsTables, TabularRow[]>(council.code, async (tx) => {
    const selected = selectedFindings(council.code, await foundNowFor(tx, asked), asked.filter);
    const names = { childIds: await loadChildIds(tx), pseudonym: await loadPseudonyms(tx) };
    const rows = await loadFindings(tx, selected, orderFrom(query));
    return rows.map((row) => fileRow(row, names));
  });
  const columns = [...COLUMNS, STATE];
  const rows = [...found, ...notShownRow(notShown, columns)];
  const table = { title: 'Findings', columns, rows };
  const filename = `findings-${asked.weekEnding}.${format}`;
  return format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
}
