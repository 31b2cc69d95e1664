import type { VNode } from 'preact';
import { z } from 'zod';
import { Button } from '../../src/platform/components/button.tsx';
import { Radios } from '../../src/platform/components/choices.tsx';
import { ErrorSummary } from '../../src/platform/components/error-summary.tsx';
import { TextArea } from '../../src/platform/components/text-area.tsx';
import { viewOf } from '../../src/platform/http/audit-event.ts';
import {
  checkForm,
  type FieldProblem,
  problemOf,
  typedValue,
} from '../../src/platform/http/form.ts';
import { notFoundPage } from '../../src/platform/http/problem-page.tsx';
import { page, type Reply, redirect } from '../../src/platform/http/reply.ts';
import type { FormFields, PageRequest } from '../../src/platform/http/route.ts';
import { listRoutes } from '../../src/platform/lists/list-routes.ts';
import type { SettledValue } from '../../src/platform/settings/settled-value.ts';
import { VISITS } from './paths.ts';
import { mayDo, type Route } from './permissions.ts';
import { decideOnVisit, loadCases, VERDICTS, type VisitCase, whyVisit } from './visits.ts';
import { VERDICT_WORDS, visitsList } from './visits-list.tsx';

const SECTION = { section: 'Services' } as const;

const visitForm = z.object({
  verdict: z.enum(VERDICTS, 'Choose whether the placement is visited'),
  reason: z.string().trim().min(1, 'Enter why').max(500, 'Enter at most 500 characters'),
  seen: z.coerce.number().int().min(0),
});

async function caseOf(request: PageRequest): Promise<VisitCase | undefined> {
  const { council, ground, params, today } = request;
  for (let number = 1; ; number += 1) {
    const { cases } = await loadCases(ground, council.code, today, number);
    const found = cases.find(({ child }) => child.childId === params.childId);
    if (found !== undefined || cases.length === 0 || number > 40) return found;
  }
}

function CaseView(props: {
  readonly one: VisitCase;
  readonly why: string;
  readonly decides: boolean;
  readonly typed?: FormFields;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { one, decides, typed, problems, why } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name),
    problem: problemOf(problems, name),
  });
  return (
    <>
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">Visit to child {one.child.childId}</h1>
      <p class="govuk-body">{why}.</p>
      {one.visit !== undefined && (
        <p class="govuk-body">
          {VERDICT_WORDS[one.visit.verdict]}: {one.visit.reason} ({one.visit.decidedBy})
        </p>
      )}
      {decides && (
        <form method="post">
          <input type="hidden" name="seen" value={one.visit?.number ?? 0} />
          <Radios
            {...field('verdict')}
            label="Is the placement visited?"
            choices={VERDICTS.map((value) => ({ value, text: VERDICT_WORDS[value] }))}
          />
          <TextArea {...field('reason')} label="Why" rows={3} />
          <Button text="Decide" />
        </form>
      )}
    </>
  );
}

async function showCase(
  request: PageRequest,
  farFrom: SettledValue<number>,
  refused: { readonly typed: FormFields; readonly problems: readonly FieldProblem[] } | undefined,
): Promise<Reply> {
  const one = await caseOf(request);
  if (one === undefined) return notFoundPage();
  const decides = mayDo(request.person.roles, 'decide on visits');
  const far = await farFrom(request, request.today);
  return page({
    title: `Visit to child ${one.child.childId}`,
    ...SECTION,
    ...(refused && { status: 422 }),
    content: CaseView({ one, why: whyVisit(one.child, far.value), decides, ...refused }),
  });
}

async function takeDecision(request: PageRequest, farFrom: SettledValue<number>): Promise<Reply> {
  const { acting, body, ground, path } = request;
  const check = checkForm(visitForm, body);
  if (!check.ok) return showCase(request, farFrom, check);
  const one = await caseOf(request);
  if (one === undefined) return notFoundPage();
  const { seen, ...decision } = check.values;
  const made = { basedOn: seen, ...decision };
  await decideOnVisit(ground, acting(decision.reason), one.child.childId, made);
  return redirect(path);
}

/** What was decided, on the child's own page. */
export async function visitOfChild(request: PageRequest): Promise<VNode | undefined> {
  const one = await caseOf(request);
  if (one?.visit === undefined) return undefined;
  return <p class="govuk-body">{VERDICT_WORDS[one.visit.verdict]}</p>;
}

/** The list of cases, a case, and the decision on it; from `farFrom` miles on a placement is far. */
export const visitRoutes = (farFrom: SettledValue<number>): readonly Route[] => [
  ...listRoutes(visitsList(farFrom)),
  {
    method: 'GET',
    path: `${VISITS}/:childId`,
    permission: 'see visits',
    audit: viewOf('visit to a placement'),
    handle: (request) => showCase(request, farFrom, undefined),
  },
  {
    method: 'POST',
    path: `${VISITS}/:childId`,
    permission: 'decide on visits',
    handle: (request) => takeDecision(request, farFrom),
  },
];
