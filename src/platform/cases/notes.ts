import { randomUUID } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';
import type { Acting, CouncilTransaction } from '../database/ground.ts';
import type { CaseOf, CaseTables, PersonThen } from './case.ts';

type Transaction = CouncilTransaction<CaseTables>;

/** Something that a person wrote on a case. */
export interface Note {
  readonly noteId: string;
  readonly text: string;
  /** The note that this one puts right. */
  readonly corrects: string | null;
  readonly by: PersonThen;
  readonly at: Date;
}

/** Notes and files are people's: a program has none to add. */
export function personOf({ person }: Pick<Acting, 'person'>): NonNullable<Acting['person']> {
  if (person === undefined) throw new Error('a case is written on by a person');
  return person;
}

/** What people wrote on the case, the latest first. */
export async function loadNotes(tx: Transaction, of: CaseOf): Promise<readonly Note[]> {
  const rows = await tx.db
    .selectFrom('case_note')
    .select(['note_id', 'note', 'corrects', 'written_by', 'person_id', 'written_at'])
    .where('authority_id', '=', tx.authority)
    .where('case_kind', '=', of.kind)
    .where('case_key', '=', of.key)
    .orderBy('written_at', 'desc')
    .orderBy('note_id')
    .execute();
  return rows.map((row) => ({
    noteId: row.note_id,
    text: row.note,
    corrects: row.corrects,
    by: { personId: row.person_id, name: row.written_by },
    at: row.written_at,
  }));
}

/** Adds a note; nothing written is ever changed. Throws `note-unknown` when it would put right a note that the case does not have. */
export async function writeNote(
  tx: Transaction,
  { of, by, now }: { readonly of: CaseOf; readonly by: Acting; readonly now: Date },
  { text, corrects }: Pick<Note, 'text' | 'corrects'>,
): Promise<void> {
  const { personId, role } = personOf(by);
  const known =
    corrects === null || (await loadNotes(tx, of)).some((each) => each.noteId === corrects);
  if (!known) {
    throw new WellplacedError(
      'note-unknown',
      'The note that you correct is not on this case. Nothing was stored.',
      'Go back to the case and choose the note again.',
    );
  }
  await tx.insertMany(
    'case_note',
    [
      ...['case_kind', 'case_key', 'note_id', 'child_id', 'note', 'corrects'],
      ...['written_by', 'person_id', 'person_role', 'written_at'],
    ],
    [
      [
        ...[of.kind, of.key, randomUUID(), of.childId, text, corrects],
        ...[by.actor, personId, role, now],
      ],
    ],
  );
}
