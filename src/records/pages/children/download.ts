import type { PlainDate } from '../../../core/plain-date.ts';
import type { PlatformTables } from '../../../platform/database/platform-tables.ts';
import { csvDownload } from '../../../platform/downloads/csv.ts';
import type { TabularData, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../platform/downloads/xlsx.ts';
import type { DownloadReply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { loadPseudonyms } from '../../weekly-report/load-report.ts';
import type { ChildrenFilter } from '../paths.ts';
import { FILE_COLUMNS, fileRow } from './child-row.ts';
import { orderFrom } from './list.ts';
import { loadChildRows, loadSelection, sortedChildren } from './store.ts';

const CHILDREN_AT_ONCE = 1_000;

/**
 * The whole list as a file, under pseudonyms, read some children at a time while it is sent. Who took
 * it is written to the audit trail first.
 */
export async function childrenFile(
  request: PageRequest,
  filter: ChildrenFilter,
  night: PlainDate,
  format: 'csv' | 'xlsx',
): Promise<DownloadReply> {
  const { ground, council, person } = request;
  const acting = {
    authority: council.code,
    actor: person.name,
    reason: 'list of children downloaded, under pseudonyms',
  };
  const { selection, childIds, pseudonym } = await ground.transaction<
    RecordsTables & PlatformTables,
    Awaited<ReturnType<typeof chosen>>
  >(acting, async (tx) => {
    const found = await chosen(tx as never, filter, night, request.query);
    const entry = ['download', 'child', { ...filter, night }, { children: found.childIds.length }];
    await tx.insertMany('audit_entry', ['action', 'table_name', 'row_key', 'after'], [entry]);
    return found;
  });
  async function* rows(): AsyncGenerator<TabularRow> {
    for (let at = 0; at < childIds.length; at += CHILDREN_AT_ONCE) {
      const some = childIds.slice(at, at + CHILDREN_AT_ONCE);
      const loaded = await ground.read<RecordsTables, Awaited<ReturnType<typeof loadChildRows>>>(
        council.code,
        (tx) => loadChildRows(tx, selection, some),
      );
      for (const row of loaded) yield fileRow(row, night, pseudonym(row.childId));
    }
  }
  const table: TabularData = { title: `Children ${night}`, columns: FILE_COLUMNS, rows: rows() };
  const filename = `children-${night}.${format}`;
  return format === 'csv' ? csvDownload(table, filename) : xlsxDownload(table, filename);
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
