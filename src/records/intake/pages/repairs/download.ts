import { csvDownload } from '../../../../platform/downloads/csv.ts';
import type { TabularData, TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { REPAIR_RULES } from '../../../history/repair.ts';
import { loadPseudonyms } from '../../../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { kindName } from '../../files/kind-name.ts';
import type { RepairsFilter } from '../../load-repairs.ts';
import { type LoggedRepair, loadRepairs, type Values } from '../../load-repairs.ts';

const REPAIRS_AT_ONCE = 1_000;

/** Columns by which a child could be known again; files say that they changed, not from what to what. */
const IDENTIFYING = new Set(['DOB', 'MC_DOB', 'UPN', 'HOME_POST', 'PL_POST', 'URN']);

const COLUMNS: TabularData['columns'] = [
  { key: 'child', heading: 'Child (pseudonym)', type: 'text' },
  { key: 'records', heading: 'Records', type: 'text' },
  { key: 'record', heading: 'Record', type: 'text' },
  { key: 'rule', heading: 'Rule', type: 'text' },
  { key: 'column', heading: 'Column', type: 'text' },
  { key: 'before', heading: 'Before', type: 'text' },
  { key: 'after', heading: 'After', type: 'text' },
];

function withheld(column: string, values: Values): string | null | undefined {
  return IDENTIFYING.has(column) ? 'withheld' : values[column];
}

/** A repair as rows of the file: one for each column that differs. */
function fileRows(repair: LoggedRepair, child: string): TabularRow[] {
  const { before, after, module, recordKey, rule } = repair;
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return columns.map((column) => ({
    child,
    column,
    records: kindName(module),
    record: recordKey,
    rule: REPAIR_RULES[rule],
    before: withheld(column, before),
    after: withheld(column, after),
  }));
}

/** The whole log as a file, under pseudonyms and without what would tell who a child is. */
export async function repairsFile(
  request: PageRequest,
  importId: string,
  filter: RepairsFilter,
  format: 'csv' | 'xlsx',
): Promise<DownloadReply> {
  const pseudonym = await request.read<RecordsTables, (childId: string) => string>(loadPseudonyms);
  async function* rows(): AsyncGenerator<TabularRow> {
    for (let offset = 0; ; offset += REPAIRS_AT_ONCE) {
      const some = await request.read<RecordsTables, LoggedRepair[]>((tx) =>
        loadRepairs(tx, importId, filter, { offset, limit: REPAIRS_AT_ONCE }),
      );
      for (const repair of some) yield* fileRows(repair, pseudonym(repair.childId));
      if (some.length < REPAIRS_AT_ONCE) return;
    }
  }
  const table: TabularData = { title: 'Repairs', columns: COLUMNS, rows: rows() };
  const filename = `repairs.${format}`;
  return format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
}
