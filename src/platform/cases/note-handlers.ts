import type { CouncilTransaction } from '../database/ground.ts';
import { type Sent, takeForm } from '../forms/take-form.ts';
import { notFoundPage } from '../http/problem-page.tsx';
import { doneAt, type Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { CaseTables } from './case.ts';
import { MEANT, NOTE_FORM, NoteView } from './case-forms.tsx';
import { type CasesOfWing, caseAnswers, type FoundCase } from './found-case.ts';
import { loadNotes, writeNote } from './notes.ts';

type Transaction = CouncilTransaction<CaseTables>;

/** Handlers for the notes of a wing's cases; the wing gives each its address and its permission. */
export function noteHandlers(cases: CasesOfWing) {
  const { answer, within } = caseAnswers(cases);

  async function noteAnswer(
    request: PageRequest,
    found: FoundCase,
    corrects: string | null,
    sent?: Sent,
  ): Promise<Reply> {
    const notes =
      corrects === null ? [] : await request.read((tx: Transaction) => loadNotes(tx, found.of));
    const before = notes.find(({ noteId }) => noteId === corrects);
    if (corrects !== null && before === undefined) return notFoundPage('There is no such note.');
    const title = before === undefined ? 'Add a note' : 'Correct a note';
    return answer(found, title, NoteView({ title, of: found.heading, corrects: before, sent }));
  }

  return {
    showNoteForm: within((request, found) => {
      const corrects = MEANT.parse(request.query.get('corrects'));
      return noteAnswer(request, found, corrects);
    }),
    takeNote: within((request, found) =>
      takeForm(request, NOTE_FORM, {
        again: (sent) => noteAnswer(request, found, MEANT.parse(sent.typed.corrects), sent),
        async work({ note: text, corrects }) {
          await request.change('a note on the case', (tx: Transaction, by) =>
            writeNote(tx, { of: found.of, by, now: request.now }, { text, corrects }),
          );
          return doneAt(`${found.path}#notes`, 'The note was added.');
        },
      }),
    ),
  };
}
