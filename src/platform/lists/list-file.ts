import { instantInWords } from '../../core/instant.ts';
import { csvDownload } from '../downloads/csv.ts';
import type { TabularRow, WorkbookNote } from '../downloads/tabular-data.ts';
import { xlsxDownload } from '../downloads/xlsx.ts';
import { notFoundPage } from '../http/problem-page.tsx';
import type { Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import { type FileNaming, namingAsked } from './file-naming.ts';
import type { Filters, ValuesOf } from './filters.tsx';
import type { FileRows, List, ListColumn, Loaded } from './list.ts';
import { actingFilters, columnsOf, readFilters, sortingOf, valueInWords } from './list-query.ts';

type Coded = Pick<ListColumn<never, never, never>, 'key' | 'words'>;

/** Every row of the list, as a file holds them. */
async function fileRows<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
  values: ValuesOf<F>,
  naming: FileNaming,
): Promise<FileRows> {
  const { key, order } = sortingOf(of, request, values);
  const pageSize = Number.MAX_SAFE_INTEGER;
  const asked = { values, order: { key, order }, page: 1, pageSize };
  if (of.file !== undefined) return of.file(request, asked, naming);
  const { rows } = await of.load(request, asked);
  const written = of.fileRow ?? ((row: unknown) => row as TabularRow);
  return { rows: rows.map((row) => written(row, naming)), total: rows.length };
}

/** The rows with the codes of columns that have words for them in words. */
async function* inWords(
  rows: FileRows['rows'],
  columns: readonly Coded[],
): AsyncGenerator<TabularRow> {
  const coded = columns.filter(({ words }) => words !== undefined);
  for await (const row of rows) {
    const said = coded.map((column) => [column.key, valueInWords(column, row[column.key])]);
    yield coded.length === 0 ? row : { ...row, ...Object.fromEntries(said) };
  }
}

const UNDER_PSEUDONYMS =
  'Under pseudonyms: the same child has the same one in every file and report of this council.';

/** What a file tells of the children whom it is about. */
interface Told {
  readonly naming: FileNaming;
  /** That some are left out, for a reader from whom they are hidden. */
  readonly leftOut: string | undefined;
}

/** What a file of a list says of itself: what it is, who had it when, how it is narrowed, and what is left out. */
async function notesOf<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
  values: ValuesOf<F>,
  { naming, leftOut }: Told,
): Promise<readonly WorkbookNote[]> {
  const acting = actingFilters(of, request.query, values, undefined).map(({ text }) => text);
  const what = of.fileOf?.(request, values);
  return [
    ['List', what === undefined ? of.title : `${of.title}, ${what}`],
    ['Council', request.council.name],
    ['Downloaded', `${instantInWords(request.now)} by ${request.person.name}`],
    ['Filters', acting.length === 0 ? 'None' : acting.join('; ')],
    ...(naming === 'under pseudonyms' ? [['Children', UNDER_PSEUDONYMS] as const] : []),
    ...(await (of.notes?.(request, values) ?? [])),
    ...(leftOut === undefined ? [] : [['Left out', leftOut] as const]),
    ...(of.fileNote === undefined ? [] : [['Note', of.fileNote] as const]),
  ];
}

/** What a file is called: the list, what it is of, and the filters that act, but for words that may name somebody. A table of plain text has no other place to say that rows are left out. */
function fileName<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
  values: ValuesOf<F>,
  { naming, leftOut }: Told,
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
  const narrowed = acting.length === 0 ? whole : `${whole} (${acting.join(', ').slice(0, 120)})`;
  return [
    narrowed,
    ...(naming === 'under pseudonyms' ? [naming] : []),
    ...(leftOut === undefined ? [] : ['restricted children left out']),
  ].join(', ');
}

/** The list as the file that is asked for, CSV or XLSX: every row that the filters leave. */
export async function sendList<P extends string, F extends Filters, Found extends Loaded<unknown>>(
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
  const naming = namingAsked(request, of.namesChildren?.(request) === true);
  const held = columnsOf(of, request, values).filter(
    ({ only, tells = naming }) => only !== 'page' && tells === naming,
  );
  const columns = held.map(({ key, heading, type, about, summed }) => ({
    ...{ key, heading, type },
    ...(about === undefined ? {} : { about }),
    ...(summed === undefined ? {} : { summed }),
  }));
  const { rows, total } = await fileRows(of, request, values, naming);
  const leftOut = await of.leftOut?.(request);
  const table = { title: of.title, columns, rows: inWords(rows, held) };
  const name = `${fileName(of, request, values, { naming, leftOut })}.${format}`;
  const file =
    format === 'csv'
      ? csvDownload(table, name)
      : xlsxDownload(table, name, await notesOf(of, request, values, { naming, leftOut }));
  return total === undefined ? file : { ...file, rows: total };
}
