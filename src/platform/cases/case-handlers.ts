import type { VNode } from 'preact';
import { z } from 'zod';
import { WellplacedError } from '../../core/errors.ts';
import type { Crumb } from '../components/breadcrumbs.tsx';
import type { CouncilTransaction } from '../database/ground.ts';
import type { Audit } from '../http/audit-event.ts';
import { checkForm } from '../http/form.ts';
import { notFoundPage } from '../http/problem-page.tsx';
import { page, type Reply, redirect } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import { addAttachment, loadAttachments, loadContent, removeAttachment } from './attachments.ts';
import type { CaseOf, CaseTables } from './case.ts';
import { AttachmentForm, NoteForm, type Refused, RemovalForm } from './case-forms.tsx';
import { loadNotes, writeNote } from './notes.ts';
import { receiveFile } from './received-file.ts';

type Transaction = CouncilTransaction<CaseTables>;

/** A case as its pages need it. */
export interface FoundCase {
  readonly of: CaseOf;
  /** As its page is headed. */
  readonly heading: string;
  /** Its page's address. */
  readonly path: string;
}

/** What a wing says of its cases. */
export interface CasesOfWing {
  readonly section: string;
  readonly breadcrumbs: readonly Crumb[];
  /** The case that the address names, as the person may see it. */
  readonly find: (request: PageRequest) => Promise<FoundCase | undefined>;
}

/** Says to the trail which case is shown, in the words by which the case's timeline finds it. */
export function viewOfCase(kind: string, parameter: string): Audit {
  return ({ params }) => ({
    action: 'view',
    thing: kind,
    key: { case_kind: kind, case_key: params[parameter] ?? '' },
  });
}

/** The same of a file that is taken from a case. */
export function exportOfAttachment(kind: string, parameter: string): Audit {
  return ({ params }) => ({
    action: 'export',
    thing: 'case_attachment',
    key: {
      case_kind: kind,
      case_key: params[parameter] ?? '',
      attachment_id: params.attachmentId ?? '',
    },
  });
}

const UUID = z.uuid().nullable().catch(null);
const noteForm = z.object({
  note: z
    .string()
    .trim()
    .min(1, 'Enter the note')
    .max(4_000, 'Enter at most 4,000 characters')
    .prefault(''),
  corrects: UUID,
});
const removalForm = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'Enter why it is removed')
    .max(500, 'Enter at most 500 characters')
    .prefault(''),
});

const REFUSED_FILES = ['attachments-full'];

/** Handlers for the notes and attachments of a wing's cases; the wing gives each its address and its permission. */
export function caseHandlers({ find, ...place }: CasesOfWing) {
  const answer = (
    { heading, path }: FoundCase,
    title: string,
    content: VNode,
    status: number | undefined,
  ): Reply =>
    page({
      title,
      section: place.section,
      breadcrumbs: [...place.breadcrumbs, { text: heading, href: path }],
      ...(status !== undefined && { status }),
      content,
    });

  /** What the request names, or a page that says it is not there. */
  const within =
    (work: (request: PageRequest, found: FoundCase) => Promise<Reply>) =>
    async (request: PageRequest): Promise<Reply> => {
      const found = await find(request);
      if (found !== undefined) return work(request, found);
      // What is sent to no case is let through unread, so that the browser can end its sending.
      for await (const _file of request.files) break;
      return notFoundPage('There is no such case.');
    };

  async function noteAnswer(
    request: PageRequest,
    found: FoundCase,
    corrects: string | null,
    refused?: Refused,
  ): Promise<Reply> {
    const notes =
      corrects === null ? [] : await request.read((tx: Transaction) => loadNotes(tx, found.of));
    const before = notes.find(({ noteId }) => noteId === corrects);
    if (corrects !== null && before === undefined) return notFoundPage('There is no such note.');
    const title = before === undefined ? 'Add a note' : 'Correct a note';
    const content = NoteForm({ title, of: found.heading, corrects: before, refused });
    return answer(found, title, content, refused && 422);
  }

  function attachmentAnswer(found: FoundCase, why?: string, status?: number): Reply {
    const title = 'Attach a file';
    const problems = why === undefined ? [] : [{ field: 'file', message: why }];
    const refused = why === undefined ? undefined : { problems, typed: {} };
    return answer(found, title, AttachmentForm({ title, of: found.heading, refused }), status);
  }

  async function removalAnswer(
    request: PageRequest,
    found: FoundCase,
    refused?: Refused,
  ): Promise<Reply> {
    const all = await request.read((tx: Transaction) => loadAttachments(tx, found.of));
    const attachment = all.find(
      ({ attachmentId, removed }) => attachmentId === request.params.attachmentId && !removed,
    );
    if (attachment === undefined) return notFoundPage('There is no such attachment.');
    const title = 'Remove an attachment';
    const content = RemovalForm({ title, of: found.heading, attachment, refused });
    return answer(found, title, content, refused && 422);
  }

  return {
    showNoteForm: within((request, found) => {
      const corrects = UUID.parse(request.query.get('corrects'));
      return noteAnswer(request, found, corrects);
    }),
    takeNote: within(async (request, found) => {
      const check = checkForm(noteForm, request.body);
      if (!check.ok) {
        return noteAnswer(request, found, UUID.parse(check.typed.corrects), check);
      }
      const { note: text, corrects } = check.values;
      await request.change('a note on the case', (tx: Transaction, by) =>
        writeNote(tx, { of: found.of, by, now: request.now }, { text, corrects }),
      );
      return redirect(`${found.path}#notes`);
    }),
    showAttachmentForm: within(async (_request, found) => attachmentAnswer(found)),
    takeAttachment: within(async (request, found) => {
      const received = await receiveFile(request.files);
      if (!received.ok) return attachmentAnswer(found, received.why, received.status);
      try {
        // What all cases hold together is counted, also what the person may not see.
        await request.whole.change('a file for the case', (tx: Transaction, by) =>
          addAttachment(tx, { of: found.of, by, now: request.now }, received.file),
        );
      } catch (error) {
        if (!(error instanceof WellplacedError && REFUSED_FILES.includes(error.code))) throw error;
        return attachmentAnswer(found, `${error.message} ${error.remedy}`, 413);
      }
      return redirect(`${found.path}#attachments`);
    }),
    sendAttachment: within(async (request, found) => {
      const attachmentId = UUID.parse(request.params.attachmentId) ?? '';
      const file =
        attachmentId === ''
          ? undefined
          : await request.read((tx: Transaction) => loadContent(tx, found.of, attachmentId));
      if (file === undefined) return notFoundPage('There is no such attachment.');
      const { name: filename, mediaType: contentType, content } = file;
      return { kind: 'download', filename, contentType, content };
    }),
    showRemovalForm: within((request, found) => removalAnswer(request, found)),
    takeRemoval: within(async (request, found) => {
      const check = checkForm(removalForm, request.body);
      if (!check.ok) return removalAnswer(request, found, check);
      const attachmentId = UUID.parse(request.params.attachmentId);
      if (attachmentId === null) return notFoundPage('There is no such attachment.');
      await request.change(check.values.reason, (tx: Transaction, by) =>
        removeAttachment(tx, { of: found.of, by, now: request.now }, attachmentId),
      );
      return redirect(`${found.path}#attachments`);
    }),
  };
}
