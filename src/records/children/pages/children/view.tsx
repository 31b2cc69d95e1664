import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { DownloadLinks } from '../../../../platform/components/download-links.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table, type TableRow } from '../../../../platform/components/table.tsx';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import { codeName } from '../../../codes/code-status.ts';
import { PLACEMENT_GROUP_NAMES } from '../../../codes/placement-group.ts';
import { type ChildrenFilter, paths } from '../../../paths.ts';
import type { FigureName } from '../../../reports/weekly-report/definitions.ts';
import { NotShown } from '../../../restrictions/not-shown.tsx';
import {
  AREA_NAMES,
  ageOf,
  type ChildRow,
  COLUMNS,
  groupOf,
  providerOf,
  sexOf,
} from '../../child-row.ts';
import { type ChildrenPage, orderFrom, PAGE_SIZE } from '../../list-children.ts';
import { ChildrenFilterForm } from './filter-form.tsx';

function Placement({ row }: { readonly row: ChildRow }): VNode {
  const group = groupOf(row);
  if (row.place === null || group === undefined) return <>None recorded</>;
  const name = codeName('placementType', row.place);
  return (
    <>
      <abbr title={name ?? 'A code of no return'}>{row.place}</abbr> {PLACEMENT_GROUP_NAMES[group]}
      {row.ended !== null && (
        <span class="govuk-hint wellplaced-cell-note">ended {dateInWords(row.ended)}</span>
      )}
    </>
  );
}

function tableRow(row: ChildRow, night: PlainDate): TableRow {
  const status = row.legalStatus;
  return {
    cells: {
      child: (
        <>
          <a class="govuk-link govuk-link--no-visited-state" href={paths.child(row.childId)}>
            {row.childId}
          </a>
          {row.name !== null && <span class="wellplaced-cell-note">{row.name}</span>}
        </>
      ),
      age: ageOf(row, night),
      sex: sexOf(row),
      placement: <Placement row={row} />,
      provider: providerOf(row),
      legalStatus:
        status === null ? null : (
          <abbr title={codeName('legalStatus', status) ?? 'A code of no return'}>{status}</abbr>
        ),
      area: row.place === null ? null : AREA_NAMES[row.area].replaceAll(' ', '\u00a0'),
      miles: row.miles,
      placementStart: row.placementStart,
      since: row.since,
      weekly: row.weekly,
    },
  };
}

/** The figure of the weekly report whose rows these are; undefined when filters of the list's own are on. */
function figureOf(filter: ChildrenFilter): FigureName | undefined {
  const { on: _night, ...narrowed } = filter;
  const names = Object.entries(narrowed).flatMap(([name, value]) => (value ? [name] : []));
  if (names.length === 0) return 'children.total';
  if (names.length > 1) return undefined;
  if (filter.area !== undefined) {
    return (
      { in: 'children.inArea', out: 'children.outOfArea', unknown: 'children.areaUnknown' } as const
    )[filter.area];
  }
  const figures: Readonly<Record<string, FigureName>> = {
    group: 'children.byGroup',
    far: 'children.over20MilesAndOut',
    age: 'children.aged16plus',
    uasc: 'children.uasc',
    shortBreaks: 'children.shortBreaks',
  };
  return figures[names[0] ?? ''];
}

function inWords(filter: ChildrenFilter, total: number, night: PlainDate): string {
  const children = counted(total, 'child', 'children');
  if (filter.known === 'all') return `${children} known by ${dateInWords(night)}`;
  const how = filter.shortBreaks === 'yes' ? 'in short breaks' : 'looked after';
  return `${children} ${how} on the night of ${dateInWords(night)}`;
}

/** The files that carry names, said apart from those that carry pseudonyms. */
function NamesFiles({ query }: { readonly query: URLSearchParams }): VNode {
  const link = (format: 'csv' | 'xlsx', name: string) => (
    <a
      class="govuk-link govuk-link--no-visited-state"
      href={addressWith(paths.namesFile(format), query, { page: undefined })}
    >
      {name}
    </a>
  );
  return (
    <p class="govuk-body wellplaced-no-print">
      Names and addresses of these children: {link('csv', 'names as CSV')},{' '}
      {link('xlsx', 'names as Excel (XLSX)')}
    </p>
  );
}

function Result(props: {
  readonly list: ChildrenPage;
  /** Whether any child is hidden from the reader, in this list or not. */
  readonly leavesOut: boolean;
  readonly seesNames: boolean;
  readonly filter: ChildrenFilter;
  readonly night: PlainDate;
  readonly query: URLSearchParams;
}): VNode {
  const { list, leavesOut, seesNames, filter, night, query } = props;
  const figure = figureOf(filter);
  const file = (format: 'csv' | 'xlsx') =>
    addressWith(paths.childrenFile(format), query, { page: undefined });
  return (
    <>
      <p class="govuk-body" role="status">
        <strong>{inWords(filter, list.total, night)}</strong>
        {figure !== undefined && (
          <>
            {' '}
            <a
              class="govuk-link govuk-link--no-visited-state wellplaced-no-print"
              href={paths.definition(figure)}
            >
              What this counts
            </a>
          </>
        )}
      </p>
      <NotShown some={leavesOut} />
      <Table
        caption="Children"
        captionSize="hidden"
        columns={COLUMNS.map((column) => ({ ...column, sortable: true }))}
        rows={list.rows.map((row) => tableRow(row, night))}
        rowHeader="child"
        sorting={{ path: paths.children, query, ...orderFrom(query) }}
        empty="No children match. Take a filter away, or choose another night."
      />
      <Pagination
        path={paths.children}
        query={query}
        page={list.page}
        pageSize={PAGE_SIZE}
        total={list.total}
      />
      {list.total > 0 && (
        <>
          <DownloadLinks of="the whole list" csv={file('csv')} xlsx={file('xlsx')} />
          <p class="govuk-hint">
            These files carry pseudonyms in place of the children’s identifiers.
          </p>
          {seesNames && <NamesFiles query={query} />}
        </>
      )}
    </>
  );
}

/** The page: filters, how many, and a page of the list; without a list, what is wrong with the filters. */
export function ChildrenView(props: {
  readonly query: URLSearchParams;
  readonly night: PlainDate;
  readonly filter: ChildrenFilter;
  readonly problems?: readonly FieldProblem[];
  readonly list?: ChildrenPage;
  readonly leavesOut?: boolean;
  readonly seesNames: boolean;
}): VNode {
  const { list, leavesOut = false, ...shown } = props;
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <h1 class="govuk-heading-l">Children</h1>
      <ChildrenFilterForm {...shown} />
      {list !== undefined && <Result {...shown} list={list} leavesOut={leavesOut} />}
    </>
  );
}
