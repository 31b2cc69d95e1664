import type { ComponentChildren, VNode } from 'preact';
import { DownloadLinks } from '../components/download-links.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Filter } from '../components/filter.tsx';
import { Details } from '../components/messages.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { type FieldProblem, fieldsOf, problemOf, typedValue } from '../http/form.ts';
import type { PageRequest } from '../http/route.ts';
import { type FileNaming, fileAddress } from './file-naming.ts';
import type { Filters, ValuesOf } from './filters.tsx';
import type { Asked, List, ListColumn, Loaded, Shown } from './list.ts';
import { actingFilters, clearedAddress, columnsOf, valueInWords } from './list-query.ts';

/** What of a page's address says nothing about its rows. */
/** A list of more columns than these is printed across the sheet. */
const WIDE_FROM = 8;

/** What stands on the page of a list; without rows, what is wrong with its filters. */
export interface ListViewProps<P extends string, F extends Filters, Found extends Loaded<unknown>> {
  readonly of: List<P, F, Found>;
  readonly request: PageRequest;
  readonly title: string;
  readonly problems?: readonly FieldProblem[];
  readonly found?: {
    readonly values: ValuesOf<F>;
    readonly loaded: Found;
    readonly asked: Asked<ValuesOf<F>>;
    readonly leftOut: string | undefined;
  };
  /** The views of the reader’s own. */
  readonly views?: VNode | null;
}

type Props = ListViewProps<string, Filters, Loaded<unknown>>;

function ListFilter({ of, request, problems, found }: Props): VNode | null {
  const { query } = request;
  const typed = fieldsOf(query);
  const choices = found && of.choices?.(found.loaded, found.values);
  const fields = Object.entries(of.filters).map(([name, filter]) => ({
    more: filter.more === true,
    filled: typedValue(typed, name) !== '',
    field: filter.field({
      name,
      typed: typedValue(typed, name),
      value: found?.values[name],
      problem: problemOf(problems, name),
      request,
      choices: choices?.[name],
    }),
  }));
  if (fields.length === 0) return null;
  const more = fields.filter((field) => field.more);
  const kept = Object.fromEntries(
    ['sort', 'order'].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : [])),
  );
  return (
    <Filter
      label={`Filter: ${of.title.toLowerCase()}`}
      path={of.path}
      cleared={clearedAddress(of, found?.values, query)}
      kept={kept}
      selected={found === undefined ? [] : actingFilters(of, query, found.values, choices)}
    >
      {fields.filter((field) => !field.more).map(({ field }) => field)}
      {more.length > 0 && (
        <Details
          summary="More filters"
          class="wellplaced-filter__more"
          open={more.some(({ filled }) => filled)}
        >
          <div class="wellplaced-filter__fields">{more.map(({ field }) => field)}</div>
        </Details>
      )}
    </Filter>
  );
}

type FoundProps = Props & { readonly found: NonNullable<Props['found']> };

function cellsOf<Values, Found>(
  row: unknown,
  columns: readonly ListColumn<unknown, Values, Found>[],
  shown: Shown<Values, Found>,
): Readonly<Record<string, ComponentChildren>> {
  const plain = row as Readonly<Record<string, ComponentChildren>>;
  return Object.fromEntries(
    columns.map((column) => {
      const { key, cell } = column;
      return [key, cell === undefined ? valueInWords(column, plain[key]) : cell(row, shown)];
    }),
  );
}

function Rows({ of, request, found }: FoundProps): VNode {
  const { values, loaded, asked } = found;
  const shown = { request, values, loaded };
  const columns = columnsOf(of, request, values).filter(({ only }) => only !== 'file');
  const narrowed = actingFilters(of, request.query, values, undefined).length > 0;
  const body = loaded.rows.map((row) => ({ cells: cellsOf(row, columns, shown) }));
  const sums = body.length === 0 ? undefined : of.sums?.(shown);
  const table = (
    <Table
      caption={of.title}
      captionSize="hidden"
      columns={columns.map((column) => ({ ...column, sortable: column.sortable !== false }))}
      rows={sums === undefined ? body : [...body, { cells: sums, total: true }]}
      sorting={{ path: of.path, query: request.query, ...asked.order }}
      empty={narrowed ? of.noMatch : of.empty}
      {...(of.rowHeader === undefined ? {} : { rowHeader: of.rowHeader })}
    />
  );
  return (
    <div class={columns.length > WIDE_FROM ? 'wellplaced-wide' : ''}>
      {of.around === undefined ? table : of.around(table, shown)}
      {narrowed && loaded.total === 0 && (
        <p class="govuk-body">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={clearedAddress(of, found.values, request.query)}
          >
            Clear the filters
          </a>
        </p>
      )}
    </div>
  );
}

function Files({ of, request }: FoundProps): VNode {
  const links = (naming: FileNaming, words: string) => {
    const file = (format: string) =>
      fileAddress(`${of.path}/file/${format}`, request.query, naming);
    return <DownloadLinks of={words} csv={file('csv')} xlsx={file('xlsx')} />;
  };
  const whole = `${of.title.toLowerCase()}, the whole list`;
  return (
    <>
      {links('as on the page', whole)}
      {of.namesChildren?.(request) !== undefined && (
        <div class="wellplaced-no-print">
          <p class="govuk-hint">To hand on, with pseudonyms in place of children’s identifiers:</p>
          {links('under pseudonyms', `${whole}, under pseudonyms`)}
        </div>
      )}
      {of.fileNote !== undefined && <p class="govuk-hint wellplaced-no-print">{of.fileNote}</p>}
    </>
  );
}

function Result(props: FoundProps): VNode {
  const { of, request, found } = props;
  const { values, loaded, asked, leftOut } = found;
  const shown = { request, values, loaded };
  return (
    <>
      {of.between?.(shown)}
      <p class="govuk-body" role="status">
        {of.counted(loaded.total, shown)}
      </p>
      {leftOut !== undefined && <p class="govuk-body">{leftOut}.</p>}
      <Rows {...props} />
      <Pagination
        path={of.path}
        query={request.query}
        page={asked.page}
        pageSize={asked.pageSize}
        total={loaded.total}
      />
      {loaded.total > 0 && <Files {...props} />}
      {of.below?.(shown)}
    </>
  );
}

/** The page of a list: heading, filters, how many, the rows, its pages and its files. */
export function ListView<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  given: ListViewProps<P, F, Found>,
): VNode {
  const props = given as unknown as Props;
  const { of, request, found, title, problems, views } = props;
  const shown = found && { request, values: found.values, loaded: found.loaded };
  return (
    <>
      <ErrorSummary problems={problems} />
      {shown !== undefined && of.caption !== undefined && (
        <span class="govuk-caption-l">{of.caption(shown)}</span>
      )}
      <h1 class="govuk-heading-l">{title}</h1>
      {of.lead?.(request, shown)}
      {views}
      <ListFilter {...props} />
      {found !== undefined && <Result {...props} found={found} />}
    </>
  );
}
