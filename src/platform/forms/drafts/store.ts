import type { CouncilTransaction } from '../../database/ground.ts';
import type { FormFields } from '../../http/route.ts';
import type { MigratedTables } from '../../migrations/tables.d.ts';

/** The table of drafts, for typed queries. */
export type DraftTables = Pick<MigratedTables, 'form_draft'>;
type Transaction = CouncilTransaction<DraftTables>;

/** Most drafts that one person may keep, and the most characters of one. */
export const MOST_DRAFTS = 50;
const MOST_CHARACTERS = 100_000;

/** Whose draft of which form, about what. */
export interface WhichDraft {
  readonly personId: string;
  readonly form: string;
  readonly subject: string;
}

/** A draft as it is listed for whoever keeps it. */
export interface ListedDraft extends Omit<WhichDraft, 'personId'> {
  /** What it is, without a name or identifier of a child. */
  readonly title: string;
  /** The page on which it is gone on with. */
  readonly address: string;
  readonly keptAt: Date;
}

/** A draft with what was typed. */
export interface KeptDraft {
  readonly typed: FormFields;
  readonly keptAt: Date;
}

/** Why a draft was not kept. */
export type NotKept = 'too-long' | 'too-many';

function rowsOf(tx: Transaction, { personId, form, subject }: WhichDraft) {
  return {
    one: tx.db
      .selectFrom('form_draft')
      .select(['typed', 'kept_at'])
      .where('authority_id', '=', tx.authority)
      .where('person_id', '=', personId)
      .where('form', '=', form)
      .where('subject', '=', subject),
    change: tx.db
      .updateTable('form_draft')
      .where('authority_id', '=', tx.authority)
      .where('person_id', '=', personId)
      .where('form', '=', form)
      .where('subject', '=', subject),
  };
}

/** The person’s draft; undefined when they keep none. */
export async function loadDraft(
  tx: Transaction,
  which: WhichDraft,
): Promise<KeptDraft | undefined> {
  const row = await rowsOf(tx, which).one.executeTakeFirst();
  if (row === undefined) return undefined;
  return { typed: JSON.parse(row.typed) as FormFields, keptAt: row.kept_at };
}

/** All drafts of the person, the latest first. */
export async function draftsOf(tx: Transaction, personId: string): Promise<ListedDraft[]> {
  const rows = await tx.db
    .selectFrom('form_draft')
    .select(['form', 'subject', 'title', 'address', 'kept_at'])
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .orderBy('kept_at', 'desc')
    .orderBy('title')
    .execute();
  return rows.map(({ kept_at: keptAt, ...row }) => ({ ...row, keptAt }));
}

/** Keeps what was typed in place of the draft before; says why where it does not. */
export async function keepDraft(
  tx: Transaction,
  which: WhichDraft,
  draft: Pick<ListedDraft, 'title' | 'address'> & KeptDraft,
): Promise<'kept' | NotKept> {
  const { title, address, keptAt } = draft;
  const typed = JSON.stringify(draft.typed);
  if (typed.length > MOST_CHARACTERS) return 'too-long';
  const { numUpdatedRows } = await rowsOf(tx, which)
    .change.set({ title, address, typed, kept_at: keptAt })
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return 'kept';
  if ((await draftsOf(tx, which.personId)).length >= MOST_DRAFTS) return 'too-many';
  await tx.insertMany(
    'form_draft',
    ['person_id', 'form', 'subject', 'title', 'address', 'typed', 'kept_at'],
    [[which.personId, which.form, which.subject, title, address, typed, keptAt]],
    { onConflict: 'ignore' },
  );
  return 'kept';
}

/** Throws the person’s draft away; gives whether there was one. */
export async function removeDraft(tx: Transaction, which: WhichDraft): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('form_draft')
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', which.personId)
    .where('form', '=', which.form)
    .where('subject', '=', which.subject)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Removes every draft of somebody who leaves. */
export async function removeDraftsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.db
    .deleteFrom('form_draft')
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .execute();
}

/** Removes the drafts kept before the moment; gives how many. */
export async function removeDraftsBefore(tx: Transaction, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('form_draft')
    .where('authority_id', '=', tx.authority)
    .where('kept_at', '<', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
