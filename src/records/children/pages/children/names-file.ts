import type { PlainDate } from '../../../../core/plain-date.ts';
import { csvDownload } from '../../../../platform/downloads/csv.ts';
import type { TabularColumn, TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { ChildrenFilter } from '../../../paths.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { orderFrom } from '../../list-children.ts';
import { loadSelection, sortedChildren } from '../../load-children.ts';
import { loadNames } from '../../load-names.ts';

/** The council's identifiers stand here and no pseudonym: a file that told which is whose would undo every other file. */
const COLUMNS: readonly TabularColumn[] = [
  { key: 'child', heading: 'Child', type: 'text' },
  { key: 'givenName', heading: 'Given name', type: 'text' },
  { key: 'familyName', heading: 'Family name', type: 'text' },
  { key: 'homeAddress', heading: 'Home address', type: 'text' },
];

/** The names and addresses of the children whom the list holds, as a file. */
export async function namesFile(
  { council, ground, query }: PageRequest,
  filter: ChildrenFilter,
  night: PlainDate,
  format: 'csv' | 'xlsx',
): Promise<DownloadReply> {
  const rows = await ground.read<RecordsTables, readonly TabularRow[]>(council.code, async (tx) => {
    const selection = await loadSelection(tx, filter, night);
    const { childIds } = await sortedChildren(tx, selection, orderFrom(query));
    const names = await loadNames(tx, childIds);
    return childIds.map((child) => ({ child, ...names.get(child) }));
  });
  const table = { title: `Names ${night}`, columns: COLUMNS, rows };
  const filename = `names-${night}.${format}`;
  const file = format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
  return { ...file, rows: rows.length };
}
