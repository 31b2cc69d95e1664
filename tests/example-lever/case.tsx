import type { VNode } from 'preact';
import { attachmentHandlers } from '../../src/platform/cases/attachment-handlers.ts';
import { exportOfAttachment, viewOfCase } from '../../src/platform/cases/case-audit.ts';
import { type CaseFile, loadCaseFile } from '../../src/platform/cases/case-file.ts';
import { casePaths } from '../../src/platform/cases/case-paths.ts';
import { CaseView } from '../../src/platform/cases/case-view.tsx';
import type { CasesOfWing } from '../../src/platform/cases/found-case.ts';
import { noteHandlers } from '../../src/platform/cases/note-handlers.ts';
import { ErrorSummary } from '../../src/platform/components/error-summary.tsx';
import { WarningText } from '../../src/platform/components/messages.tsx';
import type { CouncilTransaction } from '../../src/platform/database/ground.ts';
import { FormView } from '../../src/platform/forms/form-view.tsx';
import { type Sent, takeForm } from '../../src/platform/forms/take-form.ts';
import { notFoundPage } from '../../src/platform/http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../src/platform/http/reply.ts';
import type { PageRequest } from '../../src/platform/http/route.ts';
import type { SettledValue } from '../../src/platform/settings/settled-value.ts';
import { offersFor } from '../../src/platform/workflow/judge.ts';
import { NotOffered } from '../../src/platform/workflow/offers.tsx';
import { VISITS, visitPath } from './paths.ts';
import { mayDo, type Route } from './permissions.ts';
import { visitForm } from './visit-form.ts';
import { stateOf, VISIT_WORKFLOW } from './visit-workflow.ts';
import { decideOnVisit, loadCases, type VisitCase, type VisitTables, whyVisit } from './visits.ts';

const KIND = 'visit';
const PLACE = {
  section: 'Services',
  breadcrumbs: [{ text: 'Visits to distant placements', href: VISITS }],
} as const;

type Transaction = CouncilTransaction<VisitTables>;

/** The case that the address names, if the reader may see it. */
export async function caseOf(request: PageRequest): Promise<VisitCase | undefined> {
  const { council, ground, params, today } = request;
  for (let number = 1; ; number += 1) {
    const { cases } = await loadCases(ground, council.code, today, number);
    const found = cases.find(({ child }) => child.childId === params.childId);
    if (found !== undefined || cases.length === 0 || number > 40) return found;
  }
}

function headingOf({ child }: VisitCase): string {
  return `Visit to child ${child.childId}`;
}

function ofCase({ child: { childId } }: VisitCase) {
  return { kind: KIND, key: childId, childId };
}

/** What may be decided now, by whoever asks. */
function offersTo({ person }: PageRequest, { visit }: VisitCase) {
  return offersFor(VISIT_WORKFLOW, [{ state: stateOf(visit?.verdict), taken: [], doer: person }]);
}

function Decide(props: {
  readonly one: VisitCase;
  readonly offers: ReturnType<typeof offersTo>;
  readonly sent: Sent | undefined;
}): VNode {
  const { offers, one, sent } = props;
  return (
    <>
      {sent?.meanwhile && (
        <WarningText text="Somebody else has decided since you opened the page. Nothing of yours was stored." />
      )}
      <FormView
        form={visitForm(offers)}
        action={visitPath(one.child.childId)}
        begin={{ seen: String(one.visit?.number ?? 0) }}
        sent={sent}
        below={{ verdict: <NotOffered offers={offers} /> }}
      />
    </>
  );
}

function factsOf(one: VisitCase, why: string) {
  const { visit } = one;
  const decided = visit && `${VISIT_WORKFLOW.actions[visit.verdict].label}: ${visit.reason}`;
  return [
    { key: 'Why it is looked at', value: `${why}.` },
    { key: 'Decision', value: decided ?? 'Nothing was decided.' },
  ];
}

function loadFile(request: PageRequest, one: VisitCase): Promise<CaseFile> {
  const own = {
    events: one.history.map(({ at, by: who, verdict, reason }) => {
      const what = `decided: ${VISIT_WORKFLOW.actions[verdict].label}`;
      return { at, who, what, words: reason };
    }),
    involved: one.history.map(({ by: who }) => ({ who, as: 'decided' })),
  };
  const seesTrail = mayDo(request.person.roles, 'see audit trail');
  return request.read((tx: Transaction) => loadCaseFile(tx, ofCase(one), own, seesTrail));
}

async function showCase(
  request: PageRequest,
  farFrom: SettledValue<number>,
  sent?: Sent,
): Promise<Reply> {
  const one = await caseOf(request);
  if (one === undefined) return notFoundPage();
  const decides = mayDo(request.person.roles, 'decide on visits');
  const far = await farFrom(request, request.today);
  const content = (
    <>
      <ErrorSummary problems={sent?.problems} />
      <CaseView
        caption="Visit"
        heading={headingOf(one)}
        state={VISIT_WORKFLOW.states[stateOf(one.visit?.verdict)]}
        facts={factsOf(one, whyVisit(one.child, far.value))}
        actions={decides ? <Decide one={one} offers={offersTo(request, one)} sent={sent} /> : null}
        tabs={[]}
        file={await loadFile(request, one)}
        path={visitPath(one.child.childId)}
        writes={decides}
      />
    </>
  );
  return page({ title: headingOf(one), ...PLACE, content });
}

async function takeDecision(request: PageRequest, farFrom: SettledValue<number>): Promise<Reply> {
  const one = await caseOf(request);
  if (one === undefined) return notFoundPage();
  const { childId } = one.child;
  return takeForm(request, visitForm(offersTo(request, one)), {
    again: (sent) => showCase(request, farFrom, sent),
    async work(decision) {
      await request.change(decision.reason, (tx: Transaction, by) =>
        decideOnVisit(tx, { by, doer: request.person }, childId, decision),
      );
      return doneAt(visitPath(childId), 'The decision is stored.');
    },
  });
}

const CASES: CasesOfWing = {
  ...PLACE,
  async find(request) {
    const one = await caseOf(request);
    return one && { of: ofCase(one), heading: headingOf(one), path: visitPath(one.child.childId) };
  },
};
const notes = noteHandlers(CASES);
const attachments = attachmentHandlers(CASES);

/** The case of one visit, the decision on it, its notes and its attachments. */
export function visitCaseRoutes(farFrom: SettledValue<number>): readonly Route[] {
  const at = `${VISITS}/:childId`;
  const audit = viewOfCase(KIND, 'childId');
  const see = { method: 'GET', permission: 'see visits' } as const;
  const ask = { method: 'GET', permission: 'decide on visits', audit } as const;
  const take = { method: 'POST', permission: 'decide on visits' } as const;
  const removal = casePaths.removeAttachment(at, ':attachmentId');
  return [
    { ...see, path: at, audit, handle: (request) => showCase(request, farFrom) },
    { ...take, path: at, handle: (request) => takeDecision(request, farFrom) },
    { ...ask, path: casePaths.newNote(at), handle: notes.showNoteForm },
    { ...take, path: casePaths.newNote(at), handle: notes.takeNote },
    { ...ask, path: casePaths.newAttachment(at), handle: attachments.showAttachmentForm },
    { ...take, path: casePaths.newAttachment(at), handle: attachments.takeAttachment },
    {
      ...see,
      path: casePaths.attachment(at, ':attachmentId'),
      audit: exportOfAttachment(KIND, 'childId'),
      handle: attachments.sendAttachment,
    },
    { ...ask, path: removal, handle: attachments.showRemovalForm },
    { ...take, path: removal, handle: attachments.takeRemoval },
  ];
}
