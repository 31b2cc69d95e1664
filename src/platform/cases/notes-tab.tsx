import type { VNode } from 'preact';
import { instantInWords } from '../../core/instant.ts';
import { Button } from '../components/button.tsx';
import type { OnCase } from './case-file.ts';
import { casePaths } from './case-paths.ts';
import { nameThen } from './people-then.tsx';

/** What people noted, with corrections. */
export function Notes({ file: { notes, names }, path, writes }: OnCase): VNode {
  const byId = new Map(notes.map((note) => [note.noteId, note]));
  return (
    <>
      {writes && <Button text="Add a note" href={casePaths.newNote(path)} kind="secondary" />}
      {notes.length === 0 && <p class="govuk-body">Nobody has written a note yet.</p>}
      {notes.map(({ noteId, text, corrects, by, at }) => {
        const before = corrects === null ? undefined : byId.get(corrects);
        return (
          <article class="wellplaced-note" key={noteId}>
            <h3 class="govuk-heading-s">
              {nameThen(by, names)}, {instantInWords(at)}
            </h3>
            {corrects !== null && (
              <p class="govuk-hint">
                Corrects the note
                {before === undefined
                  ? ' of somebody'
                  : ` of ${nameThen(before.by, names)}, ${instantInWords(before.at)}`}
              </p>
            )}
            <p class="govuk-body wellplaced-words">{text}</p>
            {writes && (
              <a class="govuk-link" href={casePaths.newNote(path, noteId)}>
                Correct<span class="govuk-visually-hidden"> the note of {instantInWords(at)}</span>
              </a>
            )}
          </article>
        );
      })}
    </>
  );
}
