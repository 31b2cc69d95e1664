import type { CouncilTransaction } from '../database/ground.ts';
import type { Attachment } from './attachments.ts';
import type { CaseOf, CaseTables, PersonThen } from './case.ts';
import type { Note } from './notes.ts';

/** Something that happened to a case. */
export interface CaseEvent {
  readonly at: Date;
  /** Nobody where it came by itself. */
  readonly who: PersonThen | undefined;
  /** What happened, after the name: `wrote a note`; a whole sentence where there is nobody. */
  readonly what: string;
  /** In the words of whoever did it. */
  readonly words?: string | undefined;
}

/** The events of one day. */
interface Day {
  readonly day: string;
  readonly events: readonly CaseEvent[];
}

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

/** The day in the United Kingdom: `Thursday 2 July 2026`. */
function dayOf(moment: Date): string {
  return DAY_FORMAT.format(moment).replace(',', '');
}

/** All that happened by days of the United Kingdom, the latest first; of one moment in the order given. */
export function byDay(events: readonly CaseEvent[]): readonly Day[] {
  const days = new Map<string, CaseEvent[]>();
  for (const event of events.toSorted((one, other) => other.at.getTime() - one.at.getTime())) {
    const day = dayOf(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, ofDay]) => ({ day, events: ofDay }));
}

/** Notes and attachments as events. */
export function eventsOf(
  notes: readonly Note[],
  attachments: readonly Attachment[],
): readonly CaseEvent[] {
  return [
    ...notes.map(({ at, by, text, corrects }) => ({
      at,
      who: by,
      what: corrects === null ? 'wrote a note' : 'corrected a note',
      words: text,
    })),
    ...attachments.flatMap(({ at, by, name, removed }) => [
      ...(removed === undefined
        ? []
        : [
            {
              at: removed.at,
              who: removed.by,
              what: `removed the attachment ${name}`,
              words: removed.reason,
            },
          ]),
      { at, who: by, what: `attached ${name}` },
    ]),
  ];
}

/** How far back the trail of one case is read. */
const MOST_LOOKS = 1_000;

/** Who looked at the case and took its attachments, from the trail: once a day for each person and thing. */
export async function loadLooks(
  tx: CouncilTransaction<CaseTables>,
  of: CaseOf,
  attachments: readonly Attachment[],
): Promise<readonly CaseEvent[]> {
  const rows = await tx.rows(
    `select happened_at, actor, person_id, action, row_key ->> 'attachment_id' from audit_entry
     where authority_id = $1 and row_key ->> 'case_key' = $2 and row_key ->> 'case_kind' = $3
       and action in ('view', 'export')
     order by seq desc limit ${MOST_LOOKS}`,
    [tx.authority, of.key, of.kind],
  );
  const names = new Map(attachments.map(({ attachmentId, name }) => [attachmentId, name]));
  const once = new Map<string, CaseEvent>();
  for (const [happenedAt, actor, personId, action, attachmentId] of rows) {
    const at = new Date(happenedAt as string | Date);
    const file = names.get(String(attachmentId)) ?? 'an attachment';
    const what = action === 'export' ? `downloaded ${file}` : 'looked at it';
    const who = { personId: personId as string | null, name: String(actor) };
    const key = JSON.stringify([dayOf(at), who.personId ?? who.name, what]);
    if (!once.has(key)) once.set(key, { at, who, what });
  }
  return [...once.values()];
}
