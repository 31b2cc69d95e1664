import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { csvDownload } from '../../../../platform/downloads/csv.ts';
import type { TabularColumn, TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../../platform/downloads/xlsx.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import type { Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { readFilters, sortingOf } from '../../../../platform/lists/list-query.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { loadSelection, sortedChildren } from '../../load-children.ts';
import { loadNames } from '../../load-names.ts';
import { childrenList, orderOf } from './children-list.tsx';

/** The council's identifiers stand here and no pseudonym: a file that told which is whose would undo every other file. */
const COLUMNS: readonly TabularColumn[] = [
  { key: 'child', heading: 'Child', type: 'text' },
  { key: 'givenName', heading: 'Given name', type: 'text' },
  { key: 'familyName', heading: 'Family name', type: 'text' },
  { key: 'homeAddress', heading: 'Home address', type: 'text' },
];

/** The names and addresses of the children whom the list holds, as a file. */
export async function sendNames(request: PageRequest): Promise<Reply> {
  const { format } = request.params;
  const check = readFilters(childrenList.filters, request);
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const { values } = check;
  const order = sortingOf(childrenList, request, values);
  const rows = await request.read(
    async (tx: CouncilTransaction<RecordsTables>): Promise<readonly TabularRow[]> => {
      const selection = await loadSelection(tx, values, values.on);
      const { childIds } = await sortedChildren(tx, selection, orderOf({ order }));
      const names = await loadNames(tx, childIds);
      return childIds.map((child) => ({ child, ...names.get(child) }));
    },
  );
  const table = { title: `Names ${values.on}`, columns: COLUMNS, rows };
  const filename = `names-${values.on}.${format}`;
  const file = format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
  return { ...file, rows: rows.length };
}
