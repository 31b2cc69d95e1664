import type { VNode } from 'preact';
import { counted, inFigures } from '../../../../core/english.ts';
import type { Choice } from '../../../../platform/components/choices.tsx';
import { list } from '../../../../platform/lists/list.ts';
import { paths } from '../../../paths.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { asKnownNote } from '../../../revisions/as-known-note.ts';
import { CHANGE_KIND_WORDS, CHANGE_KINDS } from '../../change-kind.ts';
import { countOf } from '../../change-sums.ts';
import { CHANGED_TABLES } from '../../records-called.ts';
import { revisionInWords } from '../../revision-in-words.ts';
import type { RevisionTold } from '../../revisions-told.ts';
import {
  afterCell,
  beforeCell,
  causeCell,
  childCell,
  fileCell,
  kindCell,
  recordCell,
} from './cells.tsx';
import { ChangeTiles } from './change-tiles.tsx';
import { changesFile } from './changes-file.ts';
import { CHANGES_FILTERS, type ChangesValues } from './filters.tsx';
import { type FoundChanges, foundChanges, MOST_OFFERED } from './found-changes.ts';
import { Meanings } from './meanings.tsx';
import { SumsTable } from './sums-table.tsx';

const FIRST = 'before the first numbered import';

function stateInWords(loaded: FoundChanges, revision: number): string {
  const one = loaded.revisions.get(revision);
  return one === undefined ? FIRST : `after: ${revisionInWords(one)}`;
}

function Lead({ shown }: { readonly shown: { readonly loaded: FoundChanges } | undefined }): VNode {
  const loaded = shown?.loaded;
  return (
    <>
      <p class="govuk-body">
        What became different in the records between two states of them, record by record and in
        sum, and which import did it. Choose two imports, or two days; a day goes before an import.
        {loaded?.offered.length === MOST_OFFERED &&
          ` The newest ${MOST_OFFERED} are offered: for an earlier state, enter its day.`}
      </p>
      {loaded?.between !== undefined && (
        <p class="govuk-body wellplaced-summary">
          From {stateInWords(loaded, loaded.between.from)}.<br />
          To {stateInWords(loaded, loaded.between.until)}.
        </p>
      )}
    </>
  );
}

/** The states to choose from; those of which the list is, by a link to earlier ones, are always among them. */
function statesOffered({ offered, between, revisions }: FoundChanges): readonly Choice[] {
  const asked = [between?.until, between?.from].flatMap((each) => revisions.get(each ?? 0) ?? []);
  const earlier = asked.filter((one) => !offered.some(({ revision }) => revision === one.revision));
  const choices = [...offered, ...earlier].map((one) => ({
    value: String(one.revision),
    text: `After: ${revisionInWords(one)}`,
  }));
  return [...choices, { value: '0', text: 'Before the first numbered import' }];
}

function causesOf({ sums, revisions }: FoundChanges): readonly RevisionTold[] {
  const numbers = new Set(sums.sums.map(({ revision }) => revision));
  return [...revisions.values()].filter(({ revision }) => numbers.has(revision));
}

function choicesOf(loaded: FoundChanges, { records, kind }: ChangesValues) {
  const { sums } = loaded.sums;
  const withCount = (text: string, count: number) => `${text} (${inFigures(count)})`;
  return {
    from: statesOffered(loaded),
    until: statesOffered(loaded),
    kind: CHANGE_KINDS.map((value) => ({
      value,
      text: withCount(
        CHANGE_KIND_WORDS[value].text,
        countOf(sums, { kind: value, table: records }),
      ),
    })),
    records: CHANGED_TABLES.map(({ value, text }) => ({
      value,
      text: withCount(text, countOf(sums, { table: value, kind })),
    })),
    cause: causesOf(loaded).map((one) => ({
      value: String(one.revision),
      text: revisionInWords(one),
    })),
  };
}

const FILE = { type: 'text', only: 'file', sortable: false } as const;
/** Columns by which a child could be known again stand in no file under pseudonyms. */
const TELLING = { tells: 'as on the page' } as const;

/** What changed between two states of the records. */
export const changesList = list({
  name: 'what-changed',
  thing: 'list of what changed',
  path: paths.whatChanged,
  section: 'Records',
  permission: 'see imports',
  title: 'What changed',
  filters: CHANGES_FILTERS,
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  load: foundChanges,
  choices: choicesOf,
  columns: [
    { key: 'change', heading: 'What became of it', type: 'text', cell: kindCell },
    { key: 'records', heading: 'Record', type: 'text', sentences: true, cell: recordCell },
    { ...FILE, key: 'record', heading: 'Which' },
    { key: 'child', heading: 'Child', type: 'text', cell: childCell },
    {
      ...{ key: 'before', heading: 'Before', type: 'text' },
      ...{ sortable: false, cell: beforeCell },
    },
    {
      ...{ key: 'after', heading: 'After', type: 'text' },
      ...{ sortable: false, cell: afterCell },
    },
    { key: 'cause', heading: 'Cause', type: 'text', cell: causeCell },
    { ...FILE, key: 'when', heading: 'When' },
    { ...FILE, key: 'who', heading: 'Who' },
    {
      ...TELLING,
      ...{ key: 'file', heading: 'File', type: 'text', sortable: false, cell: fileCell },
    },
    { ...FILE, ...TELLING, key: 'line', heading: 'Line', type: 'whole' },
  ],
  first: { key: 'change', order: 'ascending' },
  file: changesFile,
  namesChildren: () => 'child',
  fileNote:
    'Names and addresses stand in these files as withheld; under pseudonyms so do dates of birth, postcodes and numbers of payments, and the file and line of a record are left out.',
  counted: (total) => <strong>{counted(total, 'record')}</strong>,
  empty: 'Nothing is different between these two states, or nothing has been imported yet.',
  noMatch: 'Nothing that is different matches. Take a filter away to see more.',
  lead: (_request, shown) => <Lead shown={shown} />,
  between: ({ request, loaded }) =>
    loaded.sums.sums.length === 0 ? null : (
      <>
        <ChangeTiles {...loaded} />
        <SumsTable loaded={loaded} query={request.query} />
      </>
    ),
  below: () => <Meanings />,
});
