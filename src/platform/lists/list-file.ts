import { instantInWords } from '../../core/instant.ts';
import { csvDownload } from '../downloads/csv.ts';
import type { TabularRow, WorkbookNote } from '../downloads/tabular-data.ts';
import { xlsxDownload } from '../downloads/xlsx.ts';
import type { FieldProblem } from '../http/form.ts';
import { notFoundPage, problemPage } from '../http/problem-page.tsx';
import type { Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import { byPseudonym } from './by-pseudonym.ts';
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

/** Said of a filter that may hold a name, an identifier or a pseudonym: beside the rows it would tell who they are. */
const SEARCHED = 'A search, whose words are not repeated here';

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
  const acting = actingFilters(of, request.query, values, undefined).map(({ text, personal }) =>
    personal ? SEARCHED : text,
  );
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
  // Last what may be cut off where it is long.
  const parts = [
    whole,
    ...(naming === 'under pseudonyms' ? [naming] : []),
    ...(leftOut === undefined ? [] : ['restricted children left out']),
  ].join(', ');
  return acting.length === 0 ? parts : `${parts} (${acting.join(', ')})`;
}

/** Says what is wrong with the filters of a file that was asked for. */
function refused(problems: readonly FieldProblem[], path: string): Reply {
  return problemPage({
    status: 422,
    title: 'The file cannot be made',
    message: problems.map(({ message }) => `${message}.`).join(' '),
    remedy:
      'Go back to the list, choose again what it is narrowed to, and take the file from there.',
    way: { text: 'Back to the list', href: path },
  });
}

/** The list as the file that is asked for, CSV or XLSX: every row that the filters leave. */
export async function sendList<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  request: PageRequest,
): Promise<Reply> {
  const { format } = request.params;
  const check = readFilters(of.filters, request);
  if (!check.ok) return refused(check.problems, of.path);
  if (format !== 'csv' && format !== 'xlsx') {
    return notFoundPage('The list cannot be had in this form.');
  }
  const { values } = check;
  const pseudonyms = of.namesChildren?.(request);
  const naming = namingAsked(request, pseudonyms !== undefined);
  if (naming === undefined) return notFoundPage('The list cannot be had in this form.');
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
  const mixed = naming === 'under pseudonyms' ? byPseudonym(rows, pseudonyms ?? '') : rows;
  const table = { title: of.title, columns, rows: inWords(mixed, held) };
  const name = `${fileName(of, request, values, { naming, leftOut })}.${format}`;
  const file =
    format === 'csv'
      ? csvDownload(table, name)
      : xlsxDownload(table, name, await notesOf(of, request, values, { naming, leftOut }));
  return total === undefined ? file : { ...file, rows: total };
}
