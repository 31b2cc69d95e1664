import type { CouncilTransaction } from '../database/ground.ts';
import { type Attachment, loadAttachments } from './attachments.ts';
import type { CaseOf, CaseTables, PersonThen } from './case.ts';
import { loadNotes, type Note } from './notes.ts';
import { type Involved, loadNamesNow, type NamesNow, peopleInvolved } from './people-then.tsx';
import { type CaseEvent, eventsOf, loadLooks } from './timeline.ts';

/** What a wing knows of its case. */
export interface OwnOfCase {
  readonly events: readonly CaseEvent[];
  readonly involved: readonly Involved[];
}

/** Everything that stands on a case's page beside what is the wing's own. */
export interface CaseFile {
  readonly notes: readonly Note[];
  readonly attachments: readonly Attachment[];
  readonly events: readonly CaseEvent[];
  readonly people: ReturnType<typeof peopleInvolved>;
  readonly names: NamesNow;
}

/** Everything about the case, with how its people are called now. Who looked at it stands in it for whoever may see the trail. */
export async function loadCaseFile(
  tx: CouncilTransaction<CaseTables>,
  of: CaseOf,
  own: OwnOfCase,
  seesTrail: boolean,
): Promise<CaseFile> {
  const notes = await loadNotes(tx, of);
  const attachments = await loadAttachments(tx, of);
  const looks = seesTrail ? await loadLooks(tx, of, attachments) : [];
  const events = [...own.events, ...eventsOf(notes, attachments), ...looks];
  const involved = [
    ...own.involved,
    ...notes.map(({ by }) => ({ who: by, as: 'wrote notes' })),
    ...attachments.map(({ by }) => ({ who: by, as: 'attached files' })),
    ...attachments.flatMap(({ removed }) =>
      removed === undefined ? [] : [{ who: removed.by, as: 'removed files' }],
    ),
  ];
  const named: PersonThen[] = [
    ...involved.map(({ who }) => who),
    ...events.flatMap(({ who }) => who ?? []),
  ];
  const names = await loadNamesNow(tx, named);
  return { notes, attachments, events, names, people: peopleInvolved(involved, names) };
}

/** A case as the tabs of its page show it. */
export interface OnCase {
  readonly file: CaseFile;
  /** The case's own page. */
  readonly path: string;
  /** Whether the reader may add notes and files, and remove them. */
  readonly writes: boolean;
}
