import type { ComponentChildren, VNode } from 'preact';
import { DownloadLinks } from '../../../platform/components/download-links.tsx';
import { Pagination } from '../../../platform/components/pagination.tsx';
import { type SortOrder, sortingFrom } from '../../../platform/components/sortable-heading.tsx';
import { Table } from '../../../platform/components/table.tsx';
import type { TabularColumn, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import { paths } from '../../paths.ts';
import { NotShown } from '../../restrictions/not-shown.tsx';
import { count } from '../document/figure.tsx';
import { PAGE_SIZE, pageAsked, sortedRows } from './row-sorting.ts';

/** A list of more columns than these is printed across the sheet. */
const WIDE_FROM = 8;

/** The lists behind the report's figures. */
export type ReportList = 'movements' | 'costs' | 'payments' | 'budgets';

/** A column by which a list is sorted, and which way. */
export interface FirstOrder {
  readonly key: string;
  readonly order: SortOrder;
}

/** One list of rows with its order, its pages and its files. */
export function RowList<Row extends TabularRow>(props: {
  readonly list: ReportList;
  readonly caption: string;
  /** What is counted: `["packages charged"]` said after the number. */
  readonly counted: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly columns: readonly TabularColumn[];
  /** All rows that the filters leave and the reader may see. */
  readonly rows: readonly Row[];
  /** Whether any child is hidden from the reader, in this list or not. */
  readonly leavesOut: boolean;
  readonly first: FirstOrder;
  readonly rowHeader?: string;
  readonly total?: Readonly<Record<string, ComponentChildren>>;
  /** What a cell shows in place of its plain value. */
  readonly cells?: (row: Row) => Readonly<Record<string, ComponentChildren>>;
  readonly empty: string;
}): VNode {
  const { list, path, query, columns, rows, first, total, cells } = props;
  const keys = columns.map(({ key }) => key);
  const sorting = sortingFrom(path, query, keys, first);
  const page = pageAsked(query, rows.length);
  const shown = sortedRows(rows, sorting.key, sorting.order).slice(
    (page - 1) * PAGE_SIZE,
    page * PAGE_SIZE,
  );
  const body = shown.map((row) => ({ cells: { ...row, ...cells?.(row) } }));
  return (
    <div class={columns.length > WIDE_FROM ? 'wellplaced-wide' : ''}>
      <p class="govuk-body">
        <strong>{count(rows.length)}</strong> {props.counted}
      </p>
      <NotShown some={props.leavesOut} />
      <Table
        caption={props.caption}
        captionSize="hidden"
        columns={columns.map((column) => ({ ...column, sortable: true }))}
        rows={
          total === undefined || body.length === 0 ? body : [...body, { cells: total, total: true }]
        }
        sorting={sorting}
        empty={props.empty}
        {...(props.rowHeader === undefined ? {} : { rowHeader: props.rowHeader })}
      />
      <Pagination path={path} query={query} page={page} pageSize={PAGE_SIZE} total={rows.length} />
      <DownloadLinks
        of={props.caption.toLowerCase()}
        csv={paths.listFile(list, 'csv', query)}
        xlsx={paths.listFile(list, 'xlsx', query)}
      />
    </div>
  );
}
