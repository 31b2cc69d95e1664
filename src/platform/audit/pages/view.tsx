import type { VNode } from 'preact';
import { counted, inFigures } from '../../../core/english.ts';
import { addressWith } from '../../components/address.ts';
import { DownloadLinks } from '../../components/download-links.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Table, type TableRow } from '../../components/table.tsx';
import type { FieldProblem } from '../../http/form.ts';
import type { AuditEntry, Names } from '../entry.ts';
import { changesInWords, deedInWords, momentInWords, reasonInWords } from '../entry-in-words.ts';
import { auditPaths } from '../paths.ts';
import { TrailFilterForm } from './filter-form.tsx';
import type { TrailFilter } from './schema.ts';
import { MOST_COUNTED, PAGE_SIZE } from './store.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** A page of the trail. */
export interface TrailPage {
  readonly entries: readonly AuditEntry[];
  /** How many match, at most MOST_COUNTED. */
  readonly total: number;
  readonly page: number;
  /** Whether entries about records hidden from the reader are left out, whatever the trail is narrowed to. */
  readonly leavesOut: boolean;
  /** How the person whose number was asked for is called now. */
  readonly name?: string | undefined;
}

/** The title of the page and the words of its heading. `byName` is how the person of `by` is called now. */
export function titleOf({ child, person }: TrailFilter, byName: string | undefined): string {
  if (child !== undefined) return `Who looked at or changed child ${child}`;
  if (byName !== undefined) return `What ${byName} did`;
  return person === undefined ? 'Audit trail' : `What was done under the name ${person}`;
}

function tableRow(entry: AuditEntry, names: Names): TableRow {
  const lines = changesInWords(entry, names);
  const child = entry.key.child_id;
  return {
    cells: {
      when: momentInWords(entry.happenedAt),
      who: (
        <>
          <a class={LINK} href={auditPaths.ofPerson(entry)}>
            {entry.actor}
          </a>
          {entry.role !== null && <span class="govuk-hint wellplaced-cell-note">{entry.role}</span>}
        </>
      ),
      what: (
        <>
          {deedInWords(entry, names)}
          {typeof child === 'string' && (
            <span class="govuk-hint wellplaced-cell-note">
              <a class={LINK} href={auditPaths.ofChild(child)}>
                History of child {child}
              </a>
            </span>
          )}
        </>
      ),
      why: reasonInWords(entry) ?? null,
      changes: lines.length === 0 ? null : lines.map((line) => <div key={line}>{line}</div>),
    },
  };
}

function countInWords(total: number): string {
  if (total >= MOST_COUNTED) return `More than ${inFigures(MOST_COUNTED - 1)} entries`;
  return counted(total, 'entry', 'entries');
}

function List(props: {
  readonly query: URLSearchParams;
  readonly names: Names;
  readonly list: TrailPage;
}): VNode {
  const { query, names, list } = props;
  const file = (format: 'csv' | 'xlsx') =>
    addressWith(auditPaths.file(format), query, { page: undefined });
  return (
    <>
      <p class="govuk-body" role="status">
        <strong>{countInWords(list.total)}</strong>, the latest first
      </p>
      {list.leavesOut && (
        <p class="govuk-body">Entries about records that you may not see are left out.</p>
      )}
      <Table
        caption="Entries"
        captionSize="hidden"
        columns={[
          { key: 'when', heading: 'When', type: 'text' },
          { key: 'who', heading: 'Who', type: 'text' },
          { key: 'what', heading: 'What', type: 'text' },
          { key: 'why', heading: 'Why', type: 'text' },
          { key: 'changes', heading: 'Before and after', type: 'text' },
        ]}
        rowHeader="when"
        rows={list.entries.map((entry) => tableRow(entry, names))}
        empty="Nothing on the trail matches. Take a filter away."
      />
      <Pagination
        path={auditPaths.trail}
        query={query}
        page={list.page}
        pageSize={PAGE_SIZE}
        total={list.total}
      />
      {list.total > 0 && (
        <>
          <DownloadLinks of="all entries that match" csv={file('csv')} xlsx={file('xlsx')} />
          <p class="govuk-hint">Looking at this page and downloading it are on the trail too.</p>
        </>
      )}
    </>
  );
}

/** The trail, filters and a page of it; without a list, what is wrong with the filters. */
export function TrailView(props: {
  readonly query: URLSearchParams;
  readonly filter: TrailFilter;
  readonly names: Names;
  readonly problems?: readonly FieldProblem[];
  readonly list?: TrailPage;
}): VNode {
  const { filter, list, problems, ...shown } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">{titleOf(filter, list?.name)}</h1>
      <p class="govuk-body">
        {filter.child === undefined
          ? 'Every change, and every look at or download of records: who, what, when and why.'
          : 'Every look at this child’s own record and every change to it. Lists and reports in which the child stood are entries of their own, without the child.'}
      </p>
      <TrailFilterForm {...shown} filter={filter} name={list?.name} problems={problems} />
      {list !== undefined && <List {...shown} list={list} />}
    </>
  );
}
