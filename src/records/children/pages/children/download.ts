import type { PlainDate } from '../../../../core/plain-date.ts';
import { csvDownload } from '../../../../platform/downloads/csv.ts';
import type { TabularData, TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { ChildrenFilter } from '../../../paths.ts';
import { loadPseudonyms } from '../../../reports/weekly-report/load-report.ts';
import { notShownRow } from '../../../restrictions/not-shown.tsx';
import { hidesSome } from '../../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { FILE_COLUMNS, fileRow } from '../../child-row.ts';
import { orderFrom } from '../../list-children.ts';
import { loadChildRows, loadSelection, sortedChildren } from '../../load-children.ts';

const CHILDREN_AT_ONCE = 1_000;

/**
 * The whole list as a file, under pseudonyms, read some children at a time while it is sent.
 */
export async function childrenFile(
  request: PageRequest,
  filter: ChildrenFilter,
  night: PlainDate,
  format: 'csv' | 'xlsx',
): Promise<DownloadReply> {
  const { ground, council, query } = request;
  const { selection, childIds, pseudonym } = await ground.read<
    RecordsTables,
    Awaited<ReturnType<typeof chosen>>
  >(council.code, (tx) => chosen(tx, filter, night, query));
  const leavesOut = await hidesSome(request);
  async function* rows(): AsyncGenerator<TabularRow> {
    for (let at = 0; at < childIds.length; at += CHILDREN_AT_ONCE) {
      const some = childIds.slice(at, at + CHILDREN_AT_ONCE);
      const loaded = await ground.read<RecordsTables, Awaited<ReturnType<typeof loadChildRows>>>(
        council.code,
        (tx) => loadChildRows(tx, selection, some),
      );
      for (const row of loaded) yield fileRow(row, night, pseudonym(row.childId));
    }
    yield* notShownRow(leavesOut, FILE_COLUMNS);
  }
  const table: TabularData = { title: `Children ${night}`, columns: FILE_COLUMNS, rows: rows() };
  const filename = `children-${night}.${format}`;
  const file = format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
  return { ...file, rows: childIds.length };
}

async function chosen(
  tx: Parameters<typeof loadSelection>[0],
  filter: ChildrenFilter,
  night: PlainDate,
  query: URLSearchParams,
) {
  const selection = await loadSelection(tx, filter, night);
  const { childIds } = await sortedChildren(tx, selection, orderFrom(query));
  return { selection, childIds, pseudonym: await loadPseudonyms(tx) };
}
