import { type Sent, takeForm } from '../../../../platform/forms/take-form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { answerQuestion } from '../../answer-question.ts';
import { type AnswerGiven, loadAnswers } from '../../answers.ts';
import { type GoneQuestion, loadQuestions } from '../../questions.ts';
import { answerForm, answeringOf } from './form.ts';
import { AnswerView, answerTitle } from './view.tsx';

interface Asked {
  readonly question: GoneQuestion;
  readonly history: readonly AnswerGiven[];
}

/** The question about the child of the address, as far as the person may see the child. */
function load({ params, read, today }: PageRequest): Promise<Asked | undefined> {
  const childId = params.childId ?? '';
  return read<RecordsTables, Asked | undefined>(async (tx) => {
    const [question] = await loadQuestions(tx, today, childId);
    return question && { question, history: await loadAnswers(tx, [childId]) };
  });
}

function notAsked(): Reply {
  return notFoundPage(
    'Nobody asks what became of a child with this identifier, or none that you may see.',
  );
}

async function show(request: PageRequest, sent?: Sent): Promise<Reply> {
  const asked = await load(request);
  if (asked === undefined) return notAsked();
  const { person, today } = request;
  return page({
    title: answerTitle(asked.question),
    section: 'Records',
    breadcrumbs: [
      { text: 'Children', href: paths.children },
      { text: 'Children gone', href: paths.childrenGone },
    ],
    content: AnswerView({
      ...asked,
      form: answerForm(asked.question, today),
      may: {
        seeImports: mayDo(person.roles, 'see imports'),
        seeFindings: mayDo(person.roles, 'see findings'),
      },
      sent,
    }),
  });
}

async function take(request: PageRequest): Promise<Reply> {
  const asked = await load(request);
  if (asked === undefined) return notAsked();
  const { question } = asked;
  const { now, today } = request;
  return takeForm(request, answerForm(question, today), {
    again: (sent) => show(request, sent),
    async work(values) {
      const answering = answeringOf(question, values);
      // Who is gone follows from every child, those hidden from the person among them.
      await request.whole.change<RecordsTables, void>(values.reason, (tx, by) =>
        answerQuestion(tx, { by, today, now }, answering),
      );
      return doneAt(paths.childGone(question.childId), 'Your answer is stored.');
    },
  });
}

/** Saying what became of a child who is gone from the newest return. */
export function goneAnswerRoutes(): readonly Route[] {
  const route = { path: '/children-gone/:childId', permission: 'decide on findings' } as const;
  return [
    {
      ...{ ...route, method: 'GET' },
      audit: ({ params }) => ({
        action: 'view',
        thing: 'child',
        key: { child_id: params.childId ?? '' },
      }),
      handle: (request) => show(request),
    },
    { ...route, method: 'POST', handle: take },
  ];
}
