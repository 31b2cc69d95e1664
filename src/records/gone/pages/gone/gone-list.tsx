import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import type { CellValue } from '../../../../platform/downloads/tabular-data.ts';
import { computedRows } from '../../../../platform/lists/computed-rows.ts';
import { choiceFilter } from '../../../../platform/lists/filters.tsx';
import { type ListColumn, list } from '../../../../platform/lists/list.ts';
import { codeName } from '../../../codes/code-status.ts';
import { paths } from '../../../paths.ts';
import { mayDo } from '../../../permissions.ts';
import { loadPseudonyms } from '../../../reports/weekly-report/load-report.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { asKnownNote } from '../../../revisions/as-known-note.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { answerInWords, QUESTION_STATES } from '../../answer-in-words.ts';
import { type GoneQuestion, loadQuestions } from '../../questions.ts';

/** A child gone, as a row: every value a cell. */
type GoneRow = Readonly<Record<string, CellValue>> & {
  readonly childId: string;
  readonly pseudonym: string;
  readonly name: string | null;
  readonly state: string;
  readonly place: string;
};
type Column = ListColumn<GoneRow, unknown, unknown>;

const STATE = choiceFilter({
  label: 'Answer',
  any: 'Not answered',
  choices: [
    { value: 'ended', text: QUESTION_STATES.ended },
    { value: 'moved', text: QUESTION_STATES.moved },
    { value: 'missing', text: 'For the next return: missing by mistake' },
    { value: 'settled', text: QUESTION_STATES.settled },
    { value: 'all', text: 'Answered or not' },
  ],
  problem: 'Choose an answer from the list',
});

function rowOf(question: GoneQuestion, pseudonym: string): GoneRow {
  const { childId, name, state, decom, lastNamed, lastNight, weekly, place } = question;
  const { latest, providerName } = question;
  const said = latest !== undefined && latest.answer === state;
  return {
    ...{ childId, name, state, child: childId, pseudonym, decom, place, provider: providerName },
    ...{ lastNamed: String(lastNamed), lastNight, weekly },
    answer: said ? answerInWords(latest) : QUESTION_STATES[state],
  };
}

function childCell({ childId, name }: GoneRow): VNode {
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={paths.child(childId)}>
        {childId}
      </a>
      {name !== null && <span class="wellplaced-cell-note">{name}</span>}
    </>
  );
}

function answerCell({ answer, childId, state }: GoneRow, answers: boolean) {
  if (!answers || state === 'settled') return answer;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={paths.childGone(childId)}>
      {answer}
      <span class="govuk-visually-hidden"> about {childId}</span>
    </a>
  );
}

/** The children whom an older return left open and the newest does not name. */
export const goneList = list({
  name: 'children-gone',
  thing: 'list of children gone',
  path: paths.childrenGone,
  section: 'Records',
  breadcrumbs: () => [{ text: 'Children', href: paths.children }],
  permission: 'see children',
  title: 'Children gone from the newest return',
  filters: { state: STATE },
  leftOut: restrictedLeftOut,
  notes: asKnownNote,
  async load({ read, today }, asked) {
    const { state = 'waiting' } = asked.values;
    const rows = await read<RecordsTables, GoneRow[]>(async (tx) => {
      const questions = await loadQuestions(tx, today);
      const pseudonym = await loadPseudonyms(tx);
      return questions
        .filter((each) => state === 'all' || each.state === state)
        .map((each) => rowOf(each, pseudonym(each.childId)));
    });
    return computedRows(asked, rows, {});
  },
  columns: ({ person }): readonly Column[] => [
    { key: 'child', heading: 'Child', type: 'text', cell: childCell },
    {
      ...{ key: 'answer', heading: 'What became of the child', type: 'text' },
      cell: (row) => answerCell(row, mayDo(person.roles, 'decide on findings')),
    },
    { key: 'lastNamed', heading: 'Last named in the return of', type: 'text' },
    { key: 'lastNight', heading: 'Last night counted', type: 'date' },
    { key: 'decom', heading: 'Last episode began', type: 'date' },
    {
      ...{ key: 'place', heading: 'Placement', type: 'text' },
      cell: ({ place }) => (
        <abbr title={codeName('placementType', place) ?? 'A code of no return'}>{place}</abbr>
      ),
    },
    { key: 'provider', heading: 'Provider', type: 'text' },
    {
      ...{ key: 'weekly', heading: 'Weekly cost', type: 'money', summed: true },
      about: 'What the package cost a week on the last night counted, whoever pays.',
    },
  ],
  rowHeader: 'child',
  first: { key: 'child', order: 'ascending' },
  fileOf: ({ today }) => today,
  namesChildren: () => 'child',
  fileRow: (row, naming) =>
    naming === 'under pseudonyms' ? { ...row, child: row.pseudonym } : row,
  counted: (total) => <strong>{counted(total, 'child', 'children')}</strong>,
  empty: 'The newest return names every child whom an older one left open, or each is answered.',
  noMatch: 'No child is answered so.',
  lead: () => (
    <p class="govuk-body">
      An older return left these children open and the newest whole one does not name them. Until
      somebody says what became of a child, the child is counted up to 31 March of the last return
      that names the child and is in no count after it. A later return that says so itself goes
      before the answer.
    </p>
  ),
});
