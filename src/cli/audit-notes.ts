import { WellplacedError } from '../core/errors.ts';
import type { ChainHead } from '../platform/audit/check-chain.ts';
import { readMark, readNotes } from '../platform/audit/note.ts';

/** What was noted of each council's trail. */
export type NotesByCouncil = ReadonlyMap<string, readonly ChainHead[]>;

/**
 * Reads each `--noted`: NUMBER:HASH of the council named, or a file of notes. Of notes of several
 * councils those of the one named count, if one is; throws when none is left, for then nothing
 * would be proved.
 */
export async function notesGiven(
  noted: readonly string[],
  council: string | undefined,
): Promise<NotesByCouncil> {
  const notes = new Map<string, ChainHead[]>();
  const add = (code: string, note: ChainHead) =>
    notes.set(code, [...(notes.get(code) ?? []), note]);
  for (const text of noted) {
    const mark = readMark(text);
    if (mark !== undefined && council === undefined) {
      throw new WellplacedError(
        'bad-option',
        `--noted ${text.trim().slice(0, 20)}… does not say whose trail it is of.`,
        'Name the council with --authority CODE.',
      );
    }
    if (mark !== undefined) add(council ?? '', mark);
    else for (const note of await readNotes(text)) add(note.authority, note);
  }
  if (council === undefined || noted.length === 0) return notes;
  const own = notes.get(council);
  if (own !== undefined) return new Map([[council, own]]);
  throw new WellplacedError(
    'bad-note',
    `None of the notes is of ${council}: they are of ${[...notes.keys()].join(', ')}.`,
    'Give a note of that council, or verify all councils without --authority.',
  );
}
