import { z } from 'zod';
import type { CouncilTransaction } from '../database/ground.ts';
import { checkForm } from '../http/form.ts';
import { notFoundPage } from '../http/problem-page.tsx';
import { type Reply, redirect } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { CaseTables } from './case.ts';
import { NoteForm, type Refused } from './case-forms.tsx';
import { type CasesOfWing, caseAnswers, type FoundCase } from './found-case.ts';
import { loadNotes, writeNote } from './notes.ts';

type Transaction = CouncilTransaction<CaseTables>;

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

/** Handlers for the notes of a wing's cases; the wing gives each its address and its permission. */
export function noteHandlers(cases: CasesOfWing) {
  const { answer, within } = caseAnswers(cases);

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
  };
}
