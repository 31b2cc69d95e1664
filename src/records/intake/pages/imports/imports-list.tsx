import type { ComponentChildren, VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { Tag } from '../../../../platform/components/messages.tsx';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import { choiceFilter, textFilter, type ValuesOf } from '../../../../platform/lists/filters.tsx';
import { type Asked, type FileRows, list } from '../../../../platform/lists/list.ts';
import { paths } from '../../../paths.ts';
import { mayDo } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { IMPORT_STATUSES, kindsInWords, STATUS_WORDS } from '../../import-in-words.ts';
import { allImports, type ListedImport, loadImports } from '../../list-imports.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

const FILTERS = {
  search: textFilter({
    label: 'File or folder name',
    called: 'File',
    most: 200,
    problem: 'Enter at most 200 characters of the file name',
    personal: true,
  }),
  status: choiceFilter({
    label: 'Status',
    any: 'All',
    choices: IMPORT_STATUSES.map((value) => ({ value, text: STATUS_WORDS[value].text })),
    problem: 'Choose a status from the list',
  }),
};

type ImportsAsked = Asked<ValuesOf<typeof FILTERS>>;

function loadPage(request: ReadingRequest, asked: ImportsAsked) {
  return request.read((tx: CouncilTransaction<RecordsTables>) =>
    loadImports(tx, asked.values, asked),
  );
}

function fileRow(one: ListedImport): TabularRow {
  const { files, refused, accepted, rejected, findings } = one;
  return {
    ...{ files, refused, accepted, rejected, findings },
    when: instantInWords(one.requestedAt),
    who: one.requestedBy,
    why: one.reason,
    first: one.firstPath ?? withoutFiles(one),
    kinds: kindsInWords(one.kinds),
    status: one.takenBack ? 'Taken back' : (one.waits ? WAITS : STATUS_WORDS[one.status]).text,
  };
}

function importsFile(request: ReadingRequest, { values }: ImportsAsked): FileRows {
  async function* rows(): AsyncGenerator<TabularRow> {
    for await (const one of allImports(request, values)) yield fileRow(one);
  }
  return { rows: rows() };
}

function whenCell({ importId, requestedAt }: ListedImport): VNode {
  return (
    <a class={`${LINK} wellplaced-when`} href={paths.import(importId)}>
      {instantInWords(requestedAt)}
    </a>
  );
}

/** What an import without files is for; undefined for one with files. */
function withoutFiles({ turn, isLink }: ListedImport): string | undefined {
  if (turn === null) return isLink ? 'Links two identifiers of a child' : undefined;
  if (isLink)
    return turn === 'taken back' ? 'Undoes a link of two identifiers' : 'Links them again';
  return turn === 'taken back' ? 'Takes an import back' : 'Puts an import back';
}

function whatCell(one: ListedImport): VNode {
  const { firstPath, files, kinds } = one;
  if (firstPath === undefined) return <>{withoutFiles(one) ?? 'Not read'}</>;
  const others = files - 1;
  return (
    <>
      <span class="wellplaced-path">{firstPath}</span>
      {others > 0 && ` and ${counted(others, 'other file')}`}
      <span class="govuk-hint wellplaced-cell-note">{kindsInWords(kinds, 3)}</span>
    </>
  );
}

/** How an import stands whose change is so large that somebody must say yes first. */
const WAITS = { text: 'Waits for a word', colour: 'yellow' } as const;

function whoCell({ requestedBy, reason }: ListedImport): VNode {
  return (
    <>
      {requestedBy}
      <span class="govuk-hint wellplaced-cell-note">{reason}</span>
    </>
  );
}

function statusCell({ status, refused, takenBack, waits }: ListedImport): VNode {
  return (
    <>
      <Tag {...(waits ? WAITS : STATUS_WORDS[status])} />
      {takenBack && <span class="govuk-hint wellplaced-cell-note">Taken back since</span>}
      {status === 'complete' && refused > 0 && (
        <span class="govuk-hint wellplaced-cell-note">{counted(refused, 'file')} refused</span>
      )}
    </>
  );
}

/** A figure that leads to its part of the import's page. */
function figure(key: 'accepted' | 'rejected' | 'findings', heading: string, part: string) {
  const cell = ({ importId, [key]: value }: ListedImport): ComponentChildren =>
    value === 0 ? (
      0
    ) : (
      <a class={LINK} href={`${paths.import(importId)}#${part}`}>
        {value.toLocaleString('en-GB')}
        <span class="govuk-visually-hidden"> {heading.toLowerCase()}</span>
      </a>
    );
  return { key, heading, type: 'whole', sortable: false, cell } as const;
}

function ways({ person }: ReadingRequest): VNode | null {
  if (!mayDo(person.roles, 'import records')) return null;
  return (
    <div class="wellplaced-actions wellplaced-no-print">
      <Button text="Import files" href={paths.newImport} />
      <a class={`${LINK} govuk-body`} href={paths.mappings}>
        Saved column layouts
      </a>
    </div>
  );
}

const PAGE = { type: 'text', only: 'page', sortable: false } as const;
const FILE = { type: 'text', only: 'file', sortable: false } as const;

/** Every import with what it came to, newest first. */
export const importsList = list({
  name: 'imports',
  thing: 'list of imports',
  path: paths.imports,
  section: 'Records',
  permission: 'see imports',
  title: 'Imports',
  filters: FILTERS,
  load: loadPage,
  columns: [
    { key: 'when', heading: 'When', type: 'text', sortable: false, cell: whenCell },
    { ...PAGE, key: 'what', heading: 'What', cell: whatCell },
    { ...PAGE, key: 'who', heading: 'Who and why', cell: whoCell },
    { ...FILE, key: 'who', heading: 'Who' },
    { ...FILE, key: 'why', heading: 'Why' },
    { ...FILE, key: 'files', heading: 'Files', type: 'whole' },
    { ...FILE, key: 'first', heading: 'First file' },
    { ...FILE, key: 'kinds', heading: 'Kinds' },
    { key: 'status', heading: 'Status', type: 'text', sortable: false, cell: statusCell },
    { ...FILE, key: 'refused', heading: 'Files refused', type: 'whole' },
    figure('accepted', 'Rows accepted', 'files'),
    figure('rejected', 'Rows rejected', 'rejected'),
    figure('findings', 'New findings', 'findings'),
  ],
  rowHeader: 'when',
  first: { key: 'when', order: 'descending' },
  pageSize: 20,
  file: importsFile,
  counted: (total) => (
    <>
      <strong>{counted(total, 'import')}</strong>, newest first
    </>
  ),
  empty: 'Nothing has been imported yet. Start with the council’s last SSDA903 returns.',
  noMatch: 'No imports match. Take a filter away.',
  lead: (request) => (
    <>
      <p class="govuk-body">
        Returns, placement costs, payments and budgets come in here. Every import is kept with what
        it took, what it turned away and why.
      </p>
      {ways(request)}
    </>
  ),
});
