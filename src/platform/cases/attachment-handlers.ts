import { WellplacedError } from '../../core/errors.ts';
import type { CouncilTransaction } from '../database/ground.ts';
import { type Sent, takeForm } from '../forms/take-form.ts';
import { notFoundPage } from '../http/problem-page.tsx';
import { doneAt, type Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import { addAttachment, loadAttachments, loadContent, removeAttachment } from './attachments.ts';
import type { CaseTables } from './case.ts';
import { shownOf } from './case-audit.ts';
import { AttachmentView, MEANT, REMOVAL_FORM, RemovalView } from './case-forms.tsx';
import { type CasesOfWing, caseAnswers, type FoundCase } from './found-case.ts';
import { type ReceivedFile, receiveFile } from './received-file.ts';

type Transaction = CouncilTransaction<CaseTables>;

const REFUSED_FILES = ['attachments-full'];

/** Files are held in memory as they come: so many of one person at once, and so many in all. */
const AT_ONCE = { person: 2, all: 20 };
const receiving: string[] = [];

/** Receives the file unless too many are coming already. */
async function receiveInTurn({ files, person: { personId } }: PageRequest): Promise<ReceivedFile> {
  const own = receiving.filter((each) => each === personId).length;
  if (own >= AT_ONCE.person || receiving.length >= AT_ONCE.all) {
    for await (const _file of files) break;
    const why = 'Other files are still being sent: wait until they are there, and try again';
    return { ok: false, why, status: 429 };
  }
  receiving.push(personId);
  try {
    return await receiveFile(files);
  } finally {
    receiving.splice(receiving.indexOf(personId), 1);
  }
}

/** Handlers for the attachments of a wing's cases; the wing gives each its address and its permission. */
export function attachmentHandlers(cases: CasesOfWing) {
  const { answer, within } = caseAnswers(cases);

  function attachmentAnswer(found: FoundCase, why?: string, status?: number): Reply {
    const title = 'Attach a file';
    return answer(found, title, AttachmentView({ title, of: found.heading, why }), status);
  }

  async function removalAnswer(
    request: PageRequest,
    found: FoundCase,
    sent?: Sent,
  ): Promise<Reply> {
    const all = await request.read((tx: Transaction) => loadAttachments(tx, found.of));
    const attachment = all.find(
      ({ attachmentId, removed }) => attachmentId === request.params.attachmentId && !removed,
    );
    if (attachment === undefined) return notFoundPage('There is no such attachment.');
    const title = 'Remove an attachment';
    return answer(found, title, RemovalView({ title, of: found.heading, attachment, sent }));
  }

  return {
    showAttachmentForm: within(async (_request, found) => attachmentAnswer(found)),
    takeAttachment: within(async (request, found) => {
      const received = await receiveInTurn(request);
      if (!received.ok) return attachmentAnswer(found, received.why, received.status);
      // A file may come for minutes, in which the child may have been hidden from the person.
      if ((await cases.find(request)) === undefined) return notFoundPage('There is no such case.');
      try {
        // What all cases hold together is counted, also what the person may not see.
        await request.whole.change('a file for the case', (tx: Transaction, by) =>
          addAttachment(tx, { of: found.of, by, now: request.now }, received.file),
        );
      } catch (error) {
        if (!(error instanceof WellplacedError && REFUSED_FILES.includes(error.code))) throw error;
        return attachmentAnswer(found, `${error.message} ${error.remedy}`, 413);
      }
      return doneAt(`${found.path}#attachments`, 'The file was attached.');
    }),
    sendAttachment: within(async (request, found) => {
      const attachmentId = MEANT.parse(request.params.attachmentId) ?? '';
      const file =
        attachmentId === ''
          ? undefined
          : await request.read((tx: Transaction) => loadContent(tx, found.of, attachmentId));
      if (file === undefined) return notFoundPage('There is no such attachment.');
      const { name: filename, mediaType: contentType, content } = file;
      return { kind: 'download', filename, contentType, content, shown: shownOf(found.of) };
    }),
    showRemovalForm: within((request, found) => removalAnswer(request, found)),
    takeRemoval: within((request, found) =>
      takeForm(request, REMOVAL_FORM, {
        again: (sent) => removalAnswer(request, found, sent),
        async work({ reason }) {
          const attachmentId = MEANT.parse(request.params.attachmentId);
          if (attachmentId === null) return notFoundPage('There is no such attachment.');
          await request.change(reason, (tx: Transaction, by) =>
            removeAttachment(tx, { of: found.of, by, now: request.now }, attachmentId),
          );
          return doneAt(`${found.path}#attachments`, 'The attachment was removed.');
        },
      }),
    ),
  };
}
