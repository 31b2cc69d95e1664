import type { VNode } from 'preact';
import { sortingFrom } from '../../../platform/components/sortable-heading.tsx';
import { csvDownload } from '../../../platform/downloads/csv.ts';
import type { TabularRow } from '../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../platform/downloads/xlsx.ts';
import { exportOf, viewOf } from '../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf, typedValue } from '../../../platform/http/form.ts';
import { notFoundPage } from '../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
import { notShownRow } from '../../restrictions/not-shown.tsx';
import { hidesSome } from '../../restrictions/seen-by.ts';
import type { ListOfAWeek, OfAWeek } from './list-of-a-week.ts';
import { ListWithoutWeek } from './list-page.tsx';
import { sortedRows } from './row-sorting.ts';

/** What the page of a list is made from. */
export interface ShownList<Values, Row, Loaded> {
  readonly request: PageRequest;
  readonly values: Values;
  readonly loaded: Loaded;
  readonly rows: readonly Row[];
  /** Whether any child is hidden from the reader, in this list or not. */
  readonly leavesOut: boolean;
}

/** The routes of a list: its page at `/report/<list>` and its files under it. */
export function listRoutes<Values extends OfAWeek, Row extends TabularRow, Loaded>(
  of: ListOfAWeek<Values, Row, Loaded>,
  view: (shown: ShownList<Values, Row, Loaded>) => VNode,
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
    const content = view({ request, values, loaded, rows: of.rows(loaded, values), leavesOut });
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
