import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { instantInWords } from '../../../../core/instant.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { InsetText, Tag } from '../../../../platform/components/messages.tsx';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { ReadingRequest } from '../../../../platform/http/route.ts';
import { type Asked, type ListColumn, list, type Shown } from '../../../../platform/lists/list.ts';
import { paths } from '../../../paths.ts';
import { mayDo } from '../../../permissions.ts';
import { WeekMoved } from '../../../reports/document/week-named.tsx';
import { inWords } from '../../../reports/value-in-words.ts';
import {
  isOver,
  lastSunday,
  lastWholeWeek,
  type WeekShown,
} from '../../../reports/weekly-report/week.ts';
import { nightsInWords, weekInFileName } from '../../../reports/weekly-report/week-in-words.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { asKnownNote } from '../../../revisions/as-known-note.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { daysStood } from '../../finding-imports.ts';
import { type FindingRow, kindName } from '../../finding-row.ts';
import { type FindingsPage, loadFindingsPage } from '../../list-findings.ts';
import type { FindingsOrder } from '../../load-findings.ts';
import { RULE_EXPLANATIONS, ruleName } from '../../rule-explanations.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { ChooseFinding, ChoosingForm, decisionCell } from './choose-findings.tsx';
import { findingsFile } from './file-rows.ts';
import { choicesFound, FINDINGS_FILTERS, type FindingsValues, findingsAsked } from './filters.tsx';
import { RulesTable } from './rules-table.tsx';

type FindingsShown = Shown<FindingsValues, FindingsPage>;
type Column = ListColumn<FindingRow, FindingsValues, FindingsPage>;

function loadPage(request: ReadingRequest, asked: Asked<FindingsValues>): Promise<FindingsPage> {
  const { values, page, pageSize } = asked;
  const order = asked.order as FindingsOrder;
  return request.read((tx: CouncilTransaction<RecordsTables>) =>
    loadFindingsPage(tx, { ...findingsAsked(values), order, page, pageSize }),
  );
}

/** Of one rule, whoever may decide can choose several findings. */
function chooses({ person }: ReadingRequest, { rule }: FindingsValues): boolean {
  return rule !== undefined && mayDo(person.roles, 'decide on findings');
}

/** The way to the finding's case, which is of the records as they are now: what was only found in an earlier week has none. */
function whatWasFound(
  { message, importId, subjectKey }: FindingRow,
  { request, values }: FindingsShown,
) {
  const asNow = values['week-ending'].weekEnding === lastSunday(request.today);
  if (!asNow && importId === null) return message;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={paths.finding(subjectKey)}>
      {message}
    </a>
  );
}

function upTo(week: WeekShown): string {
  const upToWeek = `up to the week ending ${dateInWords(week.weekEnding)}`;
  return isOver(week) ? upToWeek : `${upToWeek}, of which ${nightsInWords(week)} are there`;
}

function childCell({ childId }: FindingRow): VNode | null {
  if (childId === null) return null;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={paths.child(childId)}>
      {childId}
    </a>
  );
}

function fileCell({ importId, path }: FindingRow, { request }: FindingsShown) {
  if (importId === null || path === null) return null;
  if (!mayDo(request.person.roles, 'see imports')) return path;
  return (
    <a class="govuk-link" href={paths.import(importId)}>
      {path}
    </a>
  );
}

/** The import's moment, with the way to it. */
function importCell(importId: string | null, { request, loaded }: FindingsShown) {
  const one = loaded.imports.get(importId ?? '');
  if (one === undefined) return null;
  const when = instantInWords(one.at);
  if (!mayDo(request.person.roles, 'see imports')) return when;
  return (
    <a class="govuk-link" href={paths.import(one.importId)}>
      {when}
    </a>
  );
}

function severityCell({ severity, resolved }: FindingRow): VNode {
  return (
    <>
      <SeverityTag severity={severity} />
      {resolved && <Tag text="Resolved" colour="green" />}
    </>
  );
}

const CHOOSE: Column = {
  ...{ key: 'choose', heading: 'Choose', type: 'text', only: 'page', sortable: false },
  cell: (row) => <ChooseFinding row={row} />,
};
/** Columns by which a child could be known again stand in no file under pseudonyms. */
const TELLING = { tells: 'as on the page' } as const;

const COLUMNS: readonly Column[] = [
  { key: 'severity', heading: 'Severity', type: 'text', cell: severityCell, words: inWords },
  { key: 'rule', heading: 'Rule', type: 'text', cell: ({ rule }) => ruleName(rule) },
  { key: 'child', heading: 'Child', type: 'text', cell: childCell },
  {
    ...{ key: 'message', heading: 'What was found', type: 'text' },
    ...{ sortable: false, sentences: true, cell: whatWasFound },
  },
  {
    ...{ key: 'decision', heading: 'Decision', type: 'text', only: 'page', sortable: false },
    cell: (row, { request }) =>
      decisionCell(row, mayDo(request.person.roles, 'decide on findings')),
  },
  { key: 'kind', heading: 'Records', type: 'text', cell: ({ kind }) => kindName(kind) },
  {
    ...{ key: 'year', heading: 'Return', type: 'text' },
    cell: ({ returnYear }) => (returnYear === 0 ? null : String(returnYear)),
  },
  {
    ...{ key: 'arose', heading: 'Found since', type: 'text', sortable: false },
    cell: ({ importId }, shown) => importCell(importId, shown),
  },
  {
    ...{ key: 'stood', heading: 'Days stood', type: 'whole', sortable: false },
    cell: (row, { request, loaded }) => daysStood(row, loaded.imports, request.now),
  },
  {
    ...{ key: 'ended', heading: 'Ended by import', type: 'text', sortable: false },
    cell: ({ resolvedImportId }, shown) => importCell(resolvedImportId, shown),
  },
  { ...TELLING, key: 'file', heading: 'File', type: 'text', cell: fileCell },
  { ...TELLING, key: 'line', heading: 'Line', type: 'whole', sortable: false },
  { key: 'column', heading: 'Column', type: 'text', sortable: false },
  { ...TELLING, key: 'value', heading: 'Value', type: 'text', sortable: false },
  { key: 'state', heading: 'State', type: 'text', only: 'file', sortable: false },
  { key: 'decision', heading: 'Decision', type: 'text', only: 'file', sortable: false },
  {
    ...TELLING,
    ...{ key: 'reason', heading: 'Why', type: 'text', only: 'file', sortable: false },
  },
  { key: 'decidedBy', heading: 'Decided by', type: 'text', only: 'file', sortable: false },
  { key: 'decidedAt', heading: 'Decided on', type: 'text', only: 'file', sortable: false },
];

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

/** What a person should look at in the records. */
export const findingsList = list({
  name: 'findings',
  thing: 'list of findings',
  path: paths.findings,
  section: 'Records',
  permission: 'see findings',
  title: 'Findings',
  filters: FINDINGS_FILTERS,
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  load: loadPage,
  choices: choicesFound,
  columns: (request, values) => (chooses(request, values) ? [CHOOSE, ...COLUMNS] : COLUMNS),
  // The gravest first.
  first: { key: 'severity', order: 'ascending' },
  file: findingsFile,
  fileOf: (_request, values) => weekInFileName(values['week-ending']),
  namesChildren: () => 'child',
  counted: (total) => <strong>{counted(total, 'finding')}</strong>,
  empty: 'Nothing was found that needs a look.',
  noMatch: 'No findings match. Take a filter away to see more.',
  lead: ({ today }, shown) => (
    <>
      {shown && <WeekMoved week={shown.values['week-ending']} />}
      <p class="govuk-body">
        What a person should look at: in the files as they were imported, and in costs and
        placements as they are recorded now,{' '}
        {upTo(shown?.values['week-ending'] ?? lastWholeWeek(today))}.{' '}
        <a class="govuk-link govuk-link--no-visited-state" href={paths.findingsTrend}>
          Import by import
        </a>
      </p>
    </>
  ),
  between: ({ request, values: { rule }, loaded }) =>
    rule === undefined ? (
      <RulesTable rules={loaded.rules} query={request.query} />
    ) : (
      <Explained rule={rule} />
    ),
  around: (table, { request, values, loaded }) => (
    <ChoosingForm
      choosing={chooses(request, values) && loaded.total > 0}
      weekEnding={request.query.get('week-ending')}
    >
      {table}
    </ChoosingForm>
  ),
});
