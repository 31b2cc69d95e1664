import type { VNode } from 'preact';
import { inFigures, oneOrMore } from '../../../core/english.ts';
import type { PlatformTables } from '../../database/platform-tables.ts';
import { list } from '../../lists/list.ts';
import type { AuditEntry, Names } from '../entry.ts';
import { changesInWords, deedInWords, momentInWords, reasonInWords } from '../entry-in-words.ts';
import { auditPaths } from '../paths.ts';
import {
  asked,
  countEntries,
  leavesSomeOut,
  loadEntries,
  MOST_COUNTED,
  type TrailFilter,
} from './store.ts';
import { rowsOfFile } from './trail-file.ts';
import { choicesOf, TRAIL_FILTERS } from './trail-filters.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

function Who({ entry }: { readonly entry: AuditEntry }): VNode {
  return (
    <>
      <a class={LINK} href={auditPaths.ofPerson(entry)}>
        {entry.actor}
      </a>
      {entry.role !== null && <span class="govuk-hint wellplaced-cell-note">{entry.role}</span>}
    </>
  );
}

function What(props: { readonly entry: AuditEntry; readonly names: Names }): VNode {
  const child = props.entry.key.child_id;
  return (
    <>
      {deedInWords(props.entry, props.names)}
      {typeof child === 'string' && (
        <span class="govuk-hint wellplaced-cell-note">
          <a class={LINK} href={auditPaths.ofChild(child)}>
            History of child {child}
          </a>
        </span>
      )}
    </>
  );
}

function changes(entry: AuditEntry, names: Names): readonly VNode[] | null {
  const lines = changesInWords(entry, names);
  return lines.length === 0 ? null : lines.map((line) => <div key={line}>{line}</div>);
}

/** The title of the page and the words of its heading. `byName` is how the person of `by` is called now. */
function titleOf({ child, person }: TrailFilter, byName: string | undefined): string {
  if (child !== undefined) return `Who looked at or changed child ${child}`;
  if (byName !== undefined) return `What ${byName} did`;
  return person === undefined ? 'Audit trail' : `What was done under the name ${person}`;
}

function countInWords(total: number): string {
  if (total >= MOST_COUNTED) return `More than ${inFigures(MOST_COUNTED - 1)} entries`;
  return `${inFigures(total)} ${oneOrMore(total, 'entry', 'entries')}`;
}

interface FoundEntries {
  readonly rows: readonly AuditEntry[];
  /** How many match, at most MOST_COUNTED. */
  readonly total: number;
  /** How the person whose number was asked for is called now. */
  readonly name: string | undefined;
}

/** The audit trail: every change, and every look at records; looking at it is on it too. */
export function trailList(names: Names) {
  return list<'see audit trail', typeof TRAIL_FILTERS, FoundEntries>({
    name: 'audit-trail',
    thing: 'audit trail',
    path: auditPaths.trail,
    section: 'Audit',
    permission: 'see audit trail',
    title: 'Audit trail',
    titled: (values, { name }) => titleOf(values, name),
    filters: TRAIL_FILTERS,
    load: ({ read }, { values, page, pageSize }) =>
      read<PlatformTables, FoundEntries>(async (tx) => {
        const question = await asked(tx, values);
        const part = { limit: pageSize, offset: (page - 1) * pageSize };
        return {
          rows: await loadEntries(tx, question, part),
          total: await countEntries(tx, question),
          name: question.who?.name,
        };
      }),
    choices: ({ name }, { by }) => ({
      thing: choicesOf(names.things),
      ...(by !== undefined && name !== undefined ? { by: [{ value: by, text: name }] } : {}),
    }),
    leftOut: async ({ read }) =>
      (await read<PlatformTables, boolean>(leavesSomeOut))
        ? 'Entries about records that you may not see are left out'
        : undefined,
    columns: [
      { key: 'seq', heading: 'Number', type: 'whole', only: 'file', sortable: false },
      {
        ...{ key: 'when', heading: 'When (London)', type: 'text', sortable: false },
        cell: ({ happenedAt }) => momentInWords(happenedAt),
      },
      {
        ...{ key: 'who', heading: 'Who', type: 'text', sortable: false },
        cell: (entry) => <Who entry={entry} />,
      },
      { key: 'role', heading: 'In the role', type: 'text', only: 'file', sortable: false },
      { key: 'person', heading: 'Person’s number', type: 'text', only: 'file', sortable: false },
      {
        ...{ key: 'what', heading: 'What', type: 'text', sortable: false },
        cell: (entry) => <What entry={entry} names={names} />,
      },
      {
        ...{ key: 'why', heading: 'Why', type: 'text', sortable: false },
        cell: (entry) => reasonInWords(entry) ?? null,
      },
      {
        ...{ key: 'changes', heading: 'Before and after', type: 'text', sortable: false },
        cell: (entry) => changes(entry, names),
      },
      { key: 'import', heading: 'Import', type: 'text', only: 'file', sortable: false },
    ],
    rowHeader: 'when',
    first: { key: 'seq', order: 'descending' },
    pageSize: 25,
    file: (request, { values }) => ({ rows: rowsOfFile(request, values, names) }),
    fileNote: 'Looking at this page and downloading it are on the trail too.',
    counted: (total) => (
      <>
        <strong>{countInWords(total)}</strong>, the latest first
      </>
    ),
    empty: 'Nothing is on the trail yet.',
    noMatch: 'Nothing on the trail matches. Take a filter away.',
    lead: (_request, shown) => (
      <p class="govuk-body">
        {shown?.values.child === undefined
          ? 'Every change, and every look at or download of records: who, what, when and why.'
          : 'Every look at this child’s own record and every change to it. Lists and reports in which the child stood are entries of their own, without the child.'}
      </p>
    ),
  });
}
