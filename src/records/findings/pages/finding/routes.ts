import { attachmentHandlers } from '../../../../platform/cases/attachment-handlers.ts';
import { exportOfAttachment, shownOf, viewOfCase } from '../../../../platform/cases/case-audit.ts';
import { loadCaseFile } from '../../../../platform/cases/case-file.ts';
import { casePaths } from '../../../../platform/cases/case-paths.ts';
import type { CasesOfWing } from '../../../../platform/cases/found-case.ts';
import { noteHandlers } from '../../../../platform/cases/note-handlers.ts';
import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { movedTo, page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { offersFor } from '../../../../platform/workflow/judge.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import { lastWholeWeek } from '../../../reports/weekly-report/week.ts';
import {
  FINDING_CASE,
  type FindingCase,
  type FindingCaseTables,
  headingOf,
  loadFindingCase,
  ownOf,
} from '../../finding-case.ts';
import { FINDING_WORKFLOW, standingOf, stateOf } from '../../finding-workflow.ts';
import { FindingView } from './view.tsx';

type Transaction = CouncilTransaction<FindingCaseTables>;

const PLACE = {
  section: 'Records',
  breadcrumbs: [{ text: 'Findings', href: paths.findings }],
} as const;

/** What is found of it now; where nothing is, it is gone. */
function standingNow({ rows, history }: FindingCase) {
  const open = rows.find(({ resolved }) => !resolved);
  const gone = { resolved: true, decided: false, decision: history[0] };
  return open ?? gone;
}

async function showCase(request: PageRequest): Promise<Reply> {
  const { params, person } = request;
  const { roles } = person;
  const seesTrail = mayDo(roles, 'see audit trail');
  const asked = await request.read(async (tx: Transaction) => {
    const found = await loadFindingCase(tx, lastWholeWeek(request.today), params.subjectKey ?? '');
    if (found === undefined) return undefined;
    return { found, file: await loadCaseFile(tx, found.of, ownOf(found), seesTrail) };
  });
  if (asked === undefined) return notFoundPage('There is no such finding.');
  const { found, file } = asked;
  const now = standingNow(found);
  const content = FindingView({
    ...{ found, file },
    ...{ state: stateOf(now), now: request.now },
    offers: offersFor(FINDING_WORKFLOW, [standingOf(now, person)]),
    may: { note: mayDo(roles, 'note on findings'), seeImports: mayDo(roles, 'see imports') },
  });
  return page({ title: headingOf(found), ...PLACE, shown: shownOf(found.of), content });
}

const CASES: CasesOfWing = {
  ...PLACE,
  async find(request) {
    const key = request.params.subjectKey ?? '';
    const found = await request.read((tx: Transaction) =>
      loadFindingCase(tx, lastWholeWeek(request.today), key),
    );
    return found && { of: found.of, heading: headingOf(found), path: paths.finding(key) };
  },
};
const notes = noteHandlers(CASES);
const attachments = attachmentHandlers(CASES);

/** The case of a finding, its notes and its attachments. */
export function findingCaseRoutes(): readonly Route[] {
  const at = paths.finding(':subjectKey');
  const note = { permission: 'note on findings' } as const;
  const view = viewOfCase(FINDING_CASE, 'subjectKey');
  const removal = casePaths.removeAttachment(at, ':attachmentId');
  return [
    { method: 'GET', path: at, permission: 'see findings', audit: view, handle: showCase },
    {
      method: 'GET',
      path: paths.formerDecision(':subjectKey'),
      permission: 'see findings',
      audit: 'shows no child',
      handle: ({ params }) => movedTo(paths.finding(encodeURIComponent(params.subjectKey ?? ''))),
    },
    {
      ...note,
      ...{ method: 'GET', path: casePaths.newNote(at), audit: view, handle: notes.showNoteForm },
    },
    { ...note, method: 'POST', path: casePaths.newNote(at), handle: notes.takeNote },
    {
      ...note,
      method: 'GET',
      path: casePaths.newAttachment(at),
      audit: view,
      handle: attachments.showAttachmentForm,
    },
    {
      ...note,
      method: 'POST',
      path: casePaths.newAttachment(at),
      handle: attachments.takeAttachment,
    },
    {
      method: 'GET',
      path: casePaths.attachment(at, ':attachmentId'),
      permission: 'see findings',
      audit: exportOfAttachment(FINDING_CASE, 'subjectKey'),
      handle: attachments.sendAttachment,
    },
    { ...note, method: 'GET', path: removal, audit: view, handle: attachments.showRemovalForm },
    { ...note, method: 'POST', path: removal, handle: attachments.takeRemoval },
  ];
}
