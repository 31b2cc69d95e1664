import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { poundsAndPence } from '../../../../core/money.ts';
import { dateInWords } from '../../../../core/plain-date.ts';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { SummaryList, type SummaryRow } from '../../../../platform/components/summary-list.tsx';
import { Table } from '../../../../platform/components/table.tsx';
import { DecidedMeanwhileText } from '../../../../platform/decisions/decided-meanwhile.tsx';
import type { Form } from '../../../../platform/forms/form.ts';
import { FormView } from '../../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../../platform/forms/take-form.ts';
import { codeName } from '../../../codes/code-status.ts';
import { paths } from '../../../paths.ts';
import { answerInWords, QUESTION_STATES } from '../../answer-in-words.ts';
import type { AnswerGiven } from '../../answers.ts';
import type { GoneQuestion } from '../../questions.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** What the page of one child's question shows. */
export interface AnswerPage {
  readonly question: GoneQuestion;
  /** All that was said, the latest first. */
  readonly history: readonly AnswerGiven[];
  readonly form: Form;
  readonly may: { readonly seeImports: boolean; readonly seeFindings: boolean };
  readonly sent?: Sent | undefined;
}

/** The title of the page, and its heading. */
export function answerTitle({ childId }: GoneQuestion): string {
  return `What became of child ${childId}`;
}

function facts({ question, may }: AnswerPage): readonly SummaryRow[] {
  const { childId, name, state, lastNamed, decom, place, providerName, lastNight } = question;
  const imported = instantInWords(question.since);
  return [
    {
      key: 'Child',
      value: (
        <>
          <a class={LINK} href={paths.child(childId)}>
            {childId}
          </a>
          {name !== null && ` ${name}`}
        </>
      ),
    },
    {
      key: 'Asked because',
      value: may.seeFindings ? (
        <a class={LINK} href={paths.finding(question.subjectKey)}>
          {question.message}
        </a>
      ) : (
        question.message
      ),
    },
    {
      key: 'Since the import of',
      value: may.seeImports ? (
        <a class={LINK} href={paths.import(question.importId)}>
          {imported}
        </a>
      ) : (
        imported
      ),
    },
    { key: 'Last named in', value: `The return of ${lastNamed}` },
    {
      key: 'Placed',
      value: `${codeName('placementType', place) ?? place}${providerName === null ? '' : `, ${providerName}`}, in the episode from ${dateInWords(decom)}`,
    },
    {
      key: 'Package today',
      value:
        question.weekly === null ? 'No cost today' : `${poundsAndPence(question.weekly)} a week`,
    },
    {
      key: 'Counted',
      value: lastNight === null ? 'On to today' : `Up to the night of ${dateInWords(lastNight)}`,
    },
    { key: 'Answer', value: QUESTION_STATES[state] },
  ];
}

function History({ history }: Pick<AnswerPage, 'history'>): VNode | null {
  if (history.length === 0) return null;
  return (
    <Table
      caption="What was answered"
      columns={[
        { key: 'at', heading: 'When', type: 'text' },
        { key: 'by', heading: 'By', type: 'text' },
        { key: 'what', heading: 'Answer', type: 'text' },
        { key: 'why', heading: 'How they know', type: 'text' },
      ]}
      rows={history.map((one) => ({
        cells: {
          at: instantInWords(one.decidedAt),
          by: one.decidedBy,
          what: answerInWords(one),
          why: one.reason,
        },
      }))}
      empty=""
    />
  );
}

/** The question what became of a child, the answers until now, and the form for the next. */
export function AnswerView(props: AnswerPage): VNode {
  const { question, history, form, sent } = props;
  const { childId, latest, state } = question;
  const [first] = history;
  const other = sent?.meanwhile === true ? first : undefined;
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      <h1 class="govuk-heading-l">{answerTitle(question)}</h1>
      {other !== undefined && (
        <DecidedMeanwhileText
          decisions={[
            {
              subject: `Child ${childId}`,
              decidedBy: other.decidedBy,
              decidedAt: other.decidedAt,
              inWords: `that: ${answerInWords(other)}, because: ${other.reason}`,
              href: paths.childGone(childId),
            },
          ]}
        />
      )}
      <SummaryList rows={facts(props)} />
      {state === 'settled' ? (
        <InsetText>
          An import has settled this since: what the return says of the child holds, and what was
          answered does not act.
        </InsetText>
      ) : (
        <FormView
          form={form}
          action={paths.childGone(childId)}
          begin={{ 'based-on': String(latest?.number ?? 0), decom: question.decom }}
          sent={sent}
        />
      )}
      <History history={history} />
    </>
  );
}
