import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { dateInWords, type PlainDate } from '../../../../core/plain-date.ts';
import { addressWith } from '../../../../platform/components/address.ts';
import { DownloadLinks } from '../../../../platform/components/download-links.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { InsetText, Tag } from '../../../../platform/components/messages.tsx';
import { Pagination } from '../../../../platform/components/pagination.tsx';
import { Table, type TableColumn, type TableRow } from '../../../../platform/components/table.tsx';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import { NotShown } from '../../../restrictions/not-shown.tsx';
import { COLUMNS, type FindingRow, kindName } from '../../finding-row.ts';
import { type FindingsPage, orderFrom, PAGE_SIZE } from '../../list-findings.ts';
import { SORT_KEYS } from '../../load-findings.ts';
import { RULE_EXPLANATIONS, ruleName } from '../../rule-explanations.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { ChooseFinding, ChoosingForm, decisionCell, type Reader } from './choose-findings.tsx';
import { FindingsFilterForm } from './filter-form.tsx';
import { RulesTable } from './rules-table.tsx';

const SORTABLE: readonly string[] = SORT_KEYS;

function File(props: { readonly row: FindingRow; readonly linked: boolean }): VNode | null {
  const { row, linked } = props;
  if (row.importId === null || row.path === null) return null;
  if (!linked) return <>{row.path}</>;
  return (
    <a class="govuk-link" href={paths.import(row.importId)}>
      {row.path}
    </a>
  );
}

/** The way to the finding's case, which is of the records as they are now: what was only found in an earlier week has none. */
function WhatWasFound(props: { readonly row: FindingRow; readonly asNow: boolean }): VNode {
  const { message, importId, subjectKey } = props.row;
  if (!props.asNow && importId === null) return <>{message}</>;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={paths.finding(subjectKey)}>
      {message}
    </a>
  );
}

function tableRow(row: FindingRow, may: Reader): TableRow {
  const { childId, returnYear } = row;
  return {
    cells: {
      choose: <ChooseFinding row={row} />,
      severity: (
        <>
          <SeverityTag severity={row.severity} />
          {row.resolved && <Tag text="Resolved" colour="green" />}
        </>
      ),
      rule: ruleName(row.rule),
      child:
        childId === null ? null : (
          <a class="govuk-link govuk-link--no-visited-state" href={paths.child(childId)}>
            {childId}
          </a>
        ),
      message: <WhatWasFound row={row} asNow={may.asNow} />,
      decision: decisionCell(row, may),
      kind: kindName(row.kind),
      year: returnYear === 0 ? null : String(returnYear),
      file: <File row={row} linked={may.seesImports} />,
      line: row.line,
      column: row.column,
      value: row.value,
    },
  };
}

function Explained({ rule }: { readonly rule: string }): VNode | null {
  const explanation = RULE_EXPLANATIONS[rule];
  if (explanation === undefined) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{explanation.name}.</strong> {explanation.whatToDo}
      </p>
      <p class="govuk-body">Who can mend it: {explanation.whoMends}.</p>
    </InsetText>
  );
}

/** The columns for a reader; of one rule, whoever may decide can choose several findings. */
function columnsFor(choosing: boolean): readonly TableColumn[] {
  const [severity, rule, child, message, ...rest] = COLUMNS.map((column) => ({
    ...column,
    sortable: SORTABLE.includes(column.key),
    sentences: column.key === 'message',
  }));
  const first = choosing ? [{ key: 'choose', heading: 'Choose', type: 'text' } as const] : [];
  const decision = { key: 'decision', heading: 'Decision', type: 'text' } as const;
  const shown = [severity, rule, child, message].filter((column) => column !== undefined);
  return [...first, ...shown, decision, ...rest];
}

function List(props: {
  readonly list: FindingsPage;
  readonly query: URLSearchParams;
  readonly may: Reader;
  readonly choosing: boolean;
  readonly leavesOut: boolean;
}): VNode {
  const { list, query, may, choosing } = props;
  const file = (format: 'csv' | 'xlsx') =>
    addressWith(paths.findingsFile(format), query, { page: undefined });
  return (
    <>
      <h2 class="govuk-heading-m">{counted(list.total, 'finding')}</h2>
      <NotShown some={props.leavesOut} />
      <ChoosingForm choosing={choosing && list.total > 0} weekEnding={query.get('week-ending')}>
        <Table
          caption="Findings"
          captionSize="hidden"
          columns={columnsFor(choosing)}
          rows={list.rows.map((row) => tableRow(row, may))}
          sorting={{ path: paths.findings, query, ...orderFrom(query) }}
          empty="No findings match. Take a filter away to see more."
        />
      </ChoosingForm>
      <Pagination
        path={paths.findings}
        query={query}
        page={list.page}
        pageSize={PAGE_SIZE}
        total={list.total}
      />
      {list.total > 0 && (
        <>
          <DownloadLinks of="these findings" csv={file('csv')} xlsx={file('xlsx')} />
          <p class="govuk-hint">Files carry pseudonyms in place of the children’s identifiers.</p>
        </>
      )}
    </>
  );
}

/** The page: filters, the findings by rule, and the findings; without a list, what is wrong with the filters. */
export function FindingsView(props: {
  readonly query: URLSearchParams;
  readonly weekEnding: PlainDate;
  readonly rule?: string | undefined;
  readonly list?: FindingsPage;
  /** Whether any child is hidden from the reader, in this list or not. */
  readonly leavesOut?: boolean;
  readonly may?: Reader;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { query, weekEnding, rule, list, problems } = props;
  const may = props.may ?? { seesImports: false, decides: false, asNow: false };
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">Findings</h1>
      <p class="govuk-body">
        What a person should look at: in the files as they were imported, and in costs and
        placements as they are recorded now, up to the week ending {dateInWords(weekEnding)}.
      </p>
      <FindingsFilterForm query={query} weekEnding={weekEnding} list={list} problems={problems} />
      {list !== undefined && (
        <>
          {rule === undefined ? (
            <RulesTable rules={list.rules} query={query} />
          ) : (
            <Explained rule={rule} />
          )}
          <List
            list={list}
            query={query}
            leavesOut={props.leavesOut ?? false}
            may={may}
            choosing={may.decides && rule !== undefined}
          />
        </>
      )}
    </>
  );
}
