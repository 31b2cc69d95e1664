import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { Select } from '../../../../platform/components/choices.tsx';
import { DownloadLinks } from '../../../../platform/components/download-links.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { Filter, type SelectedFilter } from '../../../../platform/components/filter.tsx';
import { Tag } from '../../../../platform/components/messages.tsx';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import type { TabularColumn } from '../../../../platform/downloads/tabular-data.ts';
import {
  type FieldProblem,
  fieldsOf,
  problemOf,
  typedValue,
} from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import { IMPORT_STATUSES, kindsInWords, STATUS_WORDS } from '../../import-in-words.ts';
import type { ImportsFilter } from '../../list-imports.ts';
import { type ImportsPage, type ListedImport, PAGE_SIZE } from '../../list-imports.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

const COLUMNS: readonly TabularColumn[] = [
  { key: 'when', heading: 'When', type: 'text' },
  { key: 'what', heading: 'What', type: 'text' },
  { key: 'who', heading: 'Who and why', type: 'text' },
  { key: 'status', heading: 'Status', type: 'text' },
  { key: 'accepted', heading: 'Rows accepted', type: 'whole' },
  { key: 'rejected', heading: 'Rows rejected', type: 'whole' },
  { key: 'findings', heading: 'New findings', type: 'whole' },
];

function What({ one }: { readonly one: ListedImport }): VNode {
  if (one.firstPath === undefined) return <>Not read</>;
  const others = one.files - 1;
  return (
    <>
      <span class="wellplaced-path">{one.firstPath}</span>
      {others > 0 && ` and ${counted(others, 'other file')}`}
      <span class="govuk-hint wellplaced-cell-note">{kindsInWords(one.kinds, 3)}</span>
    </>
  );
}

function tableRow(one: ListedImport): TableRow {
  const page = paths.import(one.importId);
  const figure = (value: number, part: string, of: string) =>
    value === 0 ? (
      0
    ) : (
      <a class={LINK} href={`${page}#${part}`}>
        {value.toLocaleString('en-GB')}
        <span class="govuk-visually-hidden"> {of}</span>
      </a>
    );
  return {
    cells: {
      when: (
        <a class={`${LINK} wellplaced-when`} href={page}>
          {instantInWords(one.requestedAt)}
        </a>
      ),
      what: <What one={one} />,
      who: (
        <>
          {one.requestedBy}
          <span class="govuk-hint wellplaced-cell-note">{one.reason}</span>
        </>
      ),
      status: (
        <>
          <Tag {...STATUS_WORDS[one.status]} />
          {one.status === 'complete' && one.refused > 0 && (
            <span class="govuk-hint wellplaced-cell-note">
              {counted(one.refused, 'file')} refused
            </span>
          )}
        </>
      ),
      accepted: figure(one.accepted, 'files', 'rows accepted'),
      rejected: figure(one.rejected, 'rejected', 'rows rejected'),
      findings: figure(one.findings, 'findings', 'new findings'),
    },
  };
}

function selected(filter: ImportsFilter, query: URLSearchParams): SelectedFilter[] {
  const without = (name: string) =>
    addressWith(paths.imports, query, { [name]: undefined, page: undefined });
  return [
    ...(filter.search === undefined
      ? []
      : [{ text: `File: ${filter.search}`, without: without('search') }]),
    ...(filter.status === undefined
      ? []
      : [{ text: STATUS_WORDS[filter.status].text, without: without('status') }]),
  ];
}

/** The page: a button to import, filters, and a page of the list; without a list, what is wrong with the filters. */
export function ImportsView(props: {
  readonly mayImport: boolean;
  readonly query: URLSearchParams;
  readonly filter: ImportsFilter;
  readonly page: number;
  readonly problems?: readonly FieldProblem[];
  readonly list?: ImportsPage;
}): VNode {
  const { mayImport, query, filter, problems, list } = props;
  const typed = fieldsOf(query);
  const narrowed = filter.search !== undefined || filter.status !== undefined;
  const file = (format: 'csv' | 'xlsx') =>
    addressWith(paths.importsFile(format), query, { page: undefined });
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">Imports</h1>
      <p class="govuk-body">
        Returns, placement costs, payments and budgets come in here. Every import is kept with what
        it took, what it turned away and why.
      </p>
      {mayImport && (
        <div class="wellplaced-actions wellplaced-no-print">
          <Button text="Import files" href={paths.newImport} />
          <a class={`${LINK} govuk-body`} href={paths.mappings}>
            Saved column layouts
          </a>
        </div>
      )}
      <Filter label="Filter imports" path={paths.imports} selected={selected(filter, query)}>
        <TextInput
          name="search"
          label="File or folder name"
          value={typedValue(typed, 'search')}
          problem={problemOf(problems, 'search')}
        />
        <Select
          name="status"
          label="Status"
          value={typedValue(typed, 'status')}
          problem={problemOf(problems, 'status')}
          choices={[
            { value: '', text: 'All' },
            ...IMPORT_STATUSES.map((value) => ({ value, text: STATUS_WORDS[value].text })),
          ]}
        />
      </Filter>
      {list !== undefined && (
        <>
          <p class="govuk-body" role="status">
            <strong>{counted(list.total, 'import')}</strong>, newest first
          </p>
          <Table
            caption="Imports, newest first"
            captionSize="hidden"
            columns={COLUMNS}
            rows={list.imports.map(tableRow)}
            rowHeader="when"
            empty={
              narrowed
                ? 'No imports match. Take a filter away.'
                : 'Nothing has been imported yet. Start with the council’s last SSDA903 returns.'
            }
          />
          <Pagination
            path={paths.imports}
            query={query}
            page={props.page}
            pageSize={PAGE_SIZE}
            total={list.total}
          />
          {list.total > 0 && (
            <DownloadLinks of="the whole list" csv={file('csv')} xlsx={file('xlsx')} />
          )}
        </>
      )}
    </>
  );
}
