import { createHash } from 'node:crypto';
import type { FieldProblem } from '../../http/form.ts';
import { doneAt, type Reply } from '../../http/reply.ts';
import type { FormFields, PageRequest } from '../../http/route.ts';
import { type Form, nameOf } from '../form.ts';
import {
  type DraftTables,
  type KeptDraft,
  keepDraft,
  loadDraft,
  MOST_DRAFTS,
  type NotKept,
  removeDraft,
} from './store.ts';

/** For how many days a draft is kept. */
export const DAYS_KEPT = 30;

/** What a draft is about, and where it is gone on with. */
export interface AboutDraft {
  /** What the form is about, among those of its kind: the keys of what was chosen. */
  readonly subject: readonly string[];
  /** Where drafts are listed, and on the trail: without a name or identifier of a child. Asked when one is kept. */
  readonly title: () => Promise<string>;
  /** The page of the form. */
  readonly address: string;
}

const NOT_KEPT: Readonly<Record<NotKept, string>> = {
  'too-long': 'This is too long to be kept as a draft: shorten it, or send it',
  'too-many': `You keep ${MOST_DRAFTS} drafts: throw one away first, on the page of your drafts`,
};

/** The draft of a form for one person, as the page of the form uses it. */
export interface Draft {
  readonly load: () => Promise<KeptDraft | undefined>;
  /** Keeps what was typed and goes back to the page, or says why it was not kept. */
  readonly keep: (typed: FormFields) => Promise<Reply | FieldProblem>;
  readonly throwAway: () => Promise<Reply>;
  /** The form was sent: its draft is of no more use. */
  readonly sent: () => Promise<void>;
}

/** What of a posted form is its own: not the token, not a step, and nothing that the page itself carries. */
function ownOf(form: Form, typed: FormFields): FormFields {
  const names = Object.entries(form.fields).flatMap(([name, { control }]) =>
    control.kind === 'carried' ? [] : [nameOf(form, name)],
  );
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)));
}

/** The person’s draft of the form about that. */
export function draftFor(
  { change, now, person, read }: Pick<PageRequest, 'change' | 'now' | 'person' | 'read'>,
  form: Form,
  { subject, title, address }: AboutDraft,
): Draft {
  const key = createHash('sha256').update(JSON.stringify(subject.toSorted())).digest('hex');
  const which = { personId: person.personId, form: form.name, subject: key };
  const remove = () =>
    change<DraftTables, boolean>('own draft of a form', (tx) => removeDraft(tx, which));
  return {
    load: () => read<DraftTables, KeptDraft | undefined>((tx) => loadDraft(tx, which)),
    async keep(typed) {
      const draft = { title: await title(), address, typed: ownOf(form, typed), keptAt: now };
      const kept = await change<DraftTables, 'kept' | NotKept>('own draft of a form', (tx) =>
        keepDraft(tx, which, draft),
      );
      if (kept !== 'kept') return { field: '', message: NOT_KEPT[kept] };
      return doneAt(
        address,
        `Nothing is sent yet. Your draft is kept for ${DAYS_KEPT} days, for you alone.`,
      );
    },
    async throwAway() {
      await remove();
      return doneAt(address, 'Your draft is thrown away.');
    },
    async sent() {
      if (
        await read<DraftTables, boolean>(async (tx) => (await loadDraft(tx, which)) !== undefined)
      )
        await remove();
    },
  };
}
