import type { VNode } from 'preact';
import type { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import { sortingFrom } from '../../../platform/components/sortable-heading.tsx';
import { csvDownload } from '../../../platform/downloads/csv.ts';
import type { TabularColumn, TabularRow } from '../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../platform/downloads/xlsx.ts';
import { exportOf, viewOf } from '../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf, typedValue } from '../../../platform/http/form.ts';
import { notFoundPage } from '../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest, ReadingRequest, Route } from '../../../platform/http/route.ts';
import { hidesSome } from '../../restrictions/seen-by.ts';
import { paths } from '../paths.ts';
import { notShownRow } from '../restrictions/not-shown.tsx';
import { ListWithoutWeek } from './list-page.tsx';
import type { FirstOrder, ReportList } from './row-list.tsx';
import { sortedRows } from './row-sorting.ts';

/** What every list's query says. */
export interface OfAWeek {
  readonly 'week-ending': PlainDate;
}

/** The permission that a list asks for: rows about single children are for those who may see children, whatever else the list is. */
export type PermissionForRows<Row> = Row extends { readonly childId: string }
  ? 'see children'
  : 'see placements report';

/** What makes one list behind the report: its query, its rows, its page and its file. */
export interface ListOfAWeek<Values extends OfAWeek, Row extends TabularRow, Loaded> {
  readonly list: ReportList;
  readonly title: string;
  readonly permission: NoInfer<PermissionForRows<Row>>;
  readonly query: (today: PlainDate) => z.ZodType<Values>;
  /** What the reader may see, and nothing else: every total on the page is made of the same rows as the list. */
  readonly load: (request: ReadingRequest, values: Values) => Promise<Loaded>;
  /** All rows that the query's filters leave. */
  readonly rows: (loaded: Loaded, values: Values) => readonly Row[];
  /** The columns of the file: children by pseudonym, never by identifier. */
  readonly fileColumns: readonly TabularColumn[];
  readonly first: FirstOrder;
  readonly view: (props: {
    readonly request: PageRequest;
    readonly values: Values;
    readonly loaded: Loaded;
    readonly rows: readonly Row[];
    /** Whether any child is hidden from the reader, in this list or not. */
    readonly leavesOut: boolean;
  }) => VNode;
}

/** A list, its types told from its parts; its pages and the API both read from it. */
export function listOfAWeek<Values extends OfAWeek, Row extends TabularRow, Loaded>(
  of: ListOfAWeek<Values, Row, Loaded>,
): ListOfAWeek<Values, Row, Loaded> {
  return of;
}

/** The routes of a list: its page at `/report/<list>` and its files under it. */
export function listRoutes<Values extends OfAWeek, Row extends TabularRow, Loaded>(
  of: ListOfAWeek<Values, Row, Loaded>,
): readonly Route[] {
  const path = `/report/${of.list}`;
  const show = async (request: PageRequest): Promise<Reply> => {
    const { query, today } = request;
    const check = checkForm(of.query(today), fieldsOf(query));
    const place = {
      title: of.title,
      section: 'Reports',
      breadcrumbs: [{ text: 'Weekly placements report', href: paths.report }],
    } as const;
    if (!check.ok) {
      const { problems, typed } = check;
      const week = typedValue(typed, 'week-ending');
      const content = ListWithoutWeek({ title: of.title, path, typed: week, problems });
      return page({ ...place, status: 422, content });
    }
    const { values } = check;
    const loaded = await of.load(request, values);
    const leavesOut = await hidesSome(request.ground, request.council.code);
    const content = of.view({ request, values, loaded, rows: of.rows(loaded, values), leavesOut });
    const back = paths.reportOf(values['week-ending']);
    return page({
      ...place,
      breadcrumbs: [{ text: 'Weekly placements report', href: back }],
      content,
    });
  };
  const send = async (request: PageRequest): Promise<Reply> => {
    const { params, query, today } = request;
    const check = checkForm(of.query(today), fieldsOf(query));
    if (!check.ok) return notFoundPage('There is no such week.');
    const rows = of.rows(await of.load(request, check.values), check.values);
    const leavesOut = await hidesSome(request.ground, request.council.code);
    const keys = of.fileColumns.map(({ key }) => key);
    const { key, order } = sortingFrom(path, query, keys, of.first);
    const table = {
      title: of.title,
      columns: of.fileColumns,
      rows: [...sortedRows(rows, key, order), ...notShownRow(leavesOut, of.fileColumns)],
    };
    const filename = `${of.list}-${check.values['week-ending']}`;
    const counted = { rows: rows.length };
    if (params.format === 'csv') return { ...csvDownload(table, `${filename}.csv`), ...counted };
    if (params.format === 'xlsx') return { ...xlsxDownload(table, `${filename}.xlsx`), ...counted };
    return notFoundPage('The list cannot be had in this form.');
  };
  const { permission } = of;
  const thing = `list of ${of.list}`;
  return [
    { method: 'GET', path, permission, audit: viewOf(thing), handle: show },
    {
      method: 'GET',
      path: `${path}/file/:format`,
      permission,
      audit: exportOf(thing),
      handle: send,
    },
  ];
}
