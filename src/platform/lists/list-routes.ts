import { csvDownload } from '../downloads/csv.ts';
import type { TabularColumn, TabularRow } from '../downloads/tabular-data.ts';
import { xlsxDownload } from '../downloads/xlsx.ts';
import { type Audit, exportOf, viewOf } from '../http/audit-event.ts';
import { notFoundPage } from '../http/problem-page.tsx';
import { page, type Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { Filters, ValuesOf } from './filters.tsx';
import type { FileRows, List, Loaded } from './list.ts';
import { actingFilters, columnsOf, loadPage, readFilters, sortingOf } from './list-query.ts';
import { ListView } from './list-view.tsx';
import { anyList } from './views/kept.ts';
import { queryBeside, viewAsked } from './views/opened.ts';
import { viewsOf } from './views/store.ts';
import { ViewLine } from './views/view-line.tsx';
import { type ListRoute, viewRoutes } from './views/view-routes.ts';

/** The page of a list as it is asked for. */
async function showList<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  asked: PageRequest,
): Promise<Reply> {
  const own = { personId: asked.person.personId, list: of.name };
  const views = await asked.read((tx) => viewsOf(tx, own));
  const elsewhere = viewAsked(anyList(of), asked, views);
  if (elsewhere !== undefined) return elsewhere;
  const request = { ...asked, query: queryBeside(asked.query, views) };
  const check = readFilters(of.filters, request);
  const place = (values: ValuesOf<F> | undefined) => {
    const breadcrumbs = of.breadcrumbs?.(request, values);
    return { section: of.section, ...(breadcrumbs && { breadcrumbs }) };
  };
  if (!check.ok) {
    const { problems } = check;
    const { title } = of;
    const content = ListView({ of, request, title, problems });
    return page({ title, ...place(undefined), status: 422, content });
  }
  const { values } = check;
  const found = { values, ...(await loadPage(of, request, values)) };
  const leftOut = await of.leftOut?.(request);
  const title = of.titled?.(values, found.loaded) ?? of.title;
  const line = ViewLine({ of: anyList(of), request, views });
  const content = ListView({ of, request, title, found: { ...found, leftOut }, views: line });
  return page({ title, ...place(values), content });
}

/** Every row of the list, as a file holds them. */
async function fileRows<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
  values: ValuesOf<F>,
): Promise<FileRows> {
  const { key, order } = sortingOf(of, request, values);
  const pageSize = Number.MAX_SAFE_INTEGER;
  const asked = { values, order: { key, order }, page: 1, pageSize };
  if (of.file !== undefined) return of.file(request, asked);
  const { rows } = await of.load(request, asked);
  const written = of.fileRow ?? ((row: unknown) => row as TabularRow);
  return { rows: rows.map(written), total: rows.length };
}

/** The rows and, for a reader from whom some are hidden, a last one that says so. */
async function* withLeftOut(
  rows: FileRows['rows'],
  columns: readonly TabularColumn[],
  leftOut: string | undefined,
): AsyncGenerator<TabularRow> {
  yield* rows;
  const first = columns.find(({ type }) => type === 'text');
  if (leftOut !== undefined && first !== undefined) yield { [first.key]: leftOut };
}

/** What a file is called: the list, what it is of, and the filters that act, but for words that may name somebody. */
function fileName<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
  values: ValuesOf<F>,
): string {
  const what = of.fileOf?.(request, values);
  const acting = actingFilters(of, request.query, values, undefined)
    // What the list is of stands in the name already, whatever is said of it besides.
    .filter(({ name }) => {
      const address = of.filters[name]?.address(values[name] as NonNullable<unknown>);
      return what !== address && !what?.startsWith(`${address} `);
    })
    .map(({ text, personal }) => (personal ? 'searched' : text));
  const whole = what === undefined ? of.name : `${of.name}-${what}`;
  return acting.length === 0 ? whole : `${whole} (${acting.join(', ').slice(0, 120)})`;
}

async function sendList<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
): Promise<Reply> {
  const { format } = request.params;
  const check = readFilters(of.filters, request);
  if (!check.ok) return notFoundPage('There is no list as these filters ask.');
  if (format !== 'csv' && format !== 'xlsx') {
    return notFoundPage('The list cannot be had in this form.');
  }
  const { values } = check;
  const columns = columnsOf(of, request, values)
    .filter(({ only }) => only !== 'page')
    .map(({ key, heading, type }) => ({ key, heading, type }));
  const { rows, total } = await fileRows(of, request, values);
  const leftOut = await of.leftOut?.(request);
  const table = { title: of.title, columns, rows: withLeftOut(rows, columns, leftOut) };
  const name = `${fileName(of, request, values)}.${format}`;
  const file = format === 'csv' ? csvDownload(table, name) : xlsxDownload(table, name);
  return total === undefined ? file : { ...file, rows: total };
}

/** The routes of a list: its page and, under it, its files and each person's own views. */
export function listRoutes<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  audited: (audit: Audit) => Audit = (audit) => audit,
): readonly ListRoute<P>[] {
  const { path, permission, thing } = of;
  return [
    {
      ...{ method: 'GET', path, permission, audit: audited(viewOf(thing)) },
      handle: (request) => showList(of, request),
    },
    {
      ...{ method: 'GET', path: `${path}/file/:format`, permission },
      audit: audited(exportOf(thing)),
      handle: (request) => sendList(of, request),
    },
    ...viewRoutes(anyList(of), permission),
  ];
}
