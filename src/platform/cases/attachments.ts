import { createHash, randomUUID } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';
import type { Acting, CouncilTransaction } from '../database/ground.ts';
import { checkStillActs } from '../identity/still-acts.ts';
import type { CaseOf, CaseTables, PersonThen } from './case.ts';
import { personOf } from './notes.ts';

type Transaction = CouncilTransaction<CaseTables>;

const MEGABYTE = 2 ** 20;

/** The largest file that is attached, in bytes. It is held in memory while its kind is looked at. */
export const LARGEST_ATTACHMENT = 10 * MEGABYTE;

/** A file on a case, or the fact that there was one. */
export interface Attachment {
  readonly attachmentId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly by: PersonThen;
  readonly at: Date;
  readonly removed:
    | { readonly by: PersonThen; readonly at: Date; readonly reason: string }
    | undefined;
}

/** A file that was sent. */
export type NewAttachment = Pick<Attachment, 'name' | 'mediaType'> & { readonly content: Buffer };

function ofCase(tx: Transaction, of: CaseOf) {
  return tx.db
    .selectFrom('case_attachment')
    .where('authority_id', '=', tx.authority)
    .where('case_kind', '=', of.kind)
    .where('case_key', '=', of.key);
}

/** The files of the case without their contents, the latest first, those removed among them. */
export async function loadAttachments(tx: Transaction, of: CaseOf): Promise<readonly Attachment[]> {
  const rows = await ofCase(tx, of)
    .select(['attachment_id', 'name', 'media_type', 'bytes', 'added_by', 'person_id', 'added_at'])
    .select(['removed_by', 'removed_person_id', 'removed_at', 'removed_reason'])
    .orderBy('added_at', 'desc')
    .orderBy('attachment_id')
    .execute();
  return rows.map((row) => ({
    attachmentId: row.attachment_id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    by: { personId: row.person_id, name: row.added_by },
    at: row.added_at,
    removed:
      row.removed_at === null
        ? undefined
        : {
            by: { personId: row.removed_person_id, name: row.removed_by ?? '' },
            at: row.removed_at,
            reason: row.removed_reason ?? '',
          },
  }));
}

/** One file of the case with its content; undefined for one that there is not, or no longer. */
export async function loadContent(
  tx: Transaction,
  of: CaseOf,
  attachmentId: string,
): Promise<NewAttachment | undefined> {
  const row = await ofCase(tx, of)
    .select(['name', 'media_type', 'content'])
    .where('attachment_id', '=', attachmentId)
    .executeTakeFirst();
  if (row === undefined || row.content === null) return undefined;
  return { name: row.name, mediaType: row.media_type, content: Buffer.from(row.content) };
}

/**
 * Throws `attachments-full` when so many bytes more would be more than the council may hold. Files that
 * come in the same moment are not counted: holding the council's row would wait for its imports.
 */
async function checkRoom(tx: Transaction, bytes: number): Promise<void> {
  const [row] = await tx.rows(
    `select a.attachments_mb, coalesce((select sum(c.bytes) from case_attachment c
       where c.authority_id = $1 and c.removed_at is null), 0)
     from authority a where a.authority_id = $1`,
    [tx.authority],
  );
  const [most, held] = [Number(row?.[0]), Number(row?.[1])];
  if (held + bytes <= most * MEGABYTE) return;
  throw new WellplacedError(
    'attachments-full',
    `There is no room for this file: the attachments of the council may hold ${most.toLocaleString('en-GB')} MB together, and ${Math.ceil(held / MEGABYTE).toLocaleString('en-GB')} MB are held. Nothing was stored.`,
    'Remove what is no longer needed, or ask whoever runs the service for more room.',
  );
}

interface Writing {
  readonly of: CaseOf;
  readonly by: Acting;
  readonly now: Date;
}

/** Adds a file. The transaction must see the whole of the council, for its room is counted. Throws `no-longer-allowed` when the person's role ended while the file came. */
export async function addAttachment(
  tx: Transaction,
  { of, by, now }: Writing,
  { name, mediaType, content }: NewAttachment,
): Promise<void> {
  const { personId, role } = personOf(by);
  await checkStillActs(tx.over(), by);
  await checkRoom(tx, content.length);
  await tx.insertMany(
    'case_attachment',
    [
      ...['case_kind', 'case_key', 'attachment_id', 'child_id', 'name', 'media_type', 'bytes'],
      ...['content', 'sha256', 'added_by', 'person_id', 'person_role', 'added_at'],
    ],
    [
      [
        ...[of.kind, of.key, randomUUID(), of.childId, name, mediaType, content.length],
        ...[content, createHash('sha256').update(content).digest(), by.actor, personId, role, now],
      ],
    ],
  );
}

/** Takes a file's content away for good; that it was there, who took it away and why is kept. Throws `attachment-gone` when somebody was quicker. */
export async function removeAttachment(
  tx: Transaction,
  { of, by, now }: Writing,
  attachmentId: string,
): Promise<void> {
  const removed = await tx.db
    .updateTable('case_attachment')
    .set({
      content: null,
      removed_by: by.actor,
      removed_person_id: personOf(by).personId,
      removed_at: now,
      removed_reason: by.reason,
    })
    .where('authority_id', '=', tx.authority)
    .where('case_kind', '=', of.kind)
    .where('case_key', '=', of.key)
    .where('attachment_id', '=', attachmentId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (removed.numUpdatedRows > 0n) return;
  throw new WellplacedError(
    'attachment-gone',
    'The file is no longer there: somebody has removed it since you opened the page.',
    'Go back to the case.',
  );
}
