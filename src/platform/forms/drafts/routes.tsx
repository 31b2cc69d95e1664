import type { VNode } from 'preact';
import { z } from 'zod';
import { counted } from '../../../core/english.ts';
import { instantInWords } from '../../../core/instant.ts';
import { Table } from '../../components/table.tsx';
import { notFoundPage } from '../../http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import { carriedField } from '../field.ts';
import { declareForm, readForm } from '../form.ts';
import { DAYS_KEPT } from './draft.ts';
import { type DraftTables, draftsOf, type ListedDraft, removeDraft } from './store.ts';

const PATH = '/drafts';
const TITLE = 'Your drafts';

const THROW_AWAY = declareForm({
  name: 'throw-away',
  submit: 'Throw away',
  fields: {
    form: carriedField(z.string().max(100)),
    subject: carriedField(z.string().max(100)),
  },
});

function mine({ person, read }: PageRequest): Promise<readonly ListedDraft[]> {
  return read<DraftTables, readonly ListedDraft[]>((tx) => draftsOf(tx, person.personId));
}

function ThrowAway({ form, subject, title }: ListedDraft): VNode {
  return (
    <form method="post" action={PATH}>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="subject" value={subject} />
      <button type="submit" class="wellplaced-link-button">
        Throw away<span class="govuk-visually-hidden"> the draft: {title}</span>
      </button>
    </form>
  );
}

function DraftsView({ drafts }: { readonly drafts: readonly ListedDraft[] }): VNode {
  return (
    <>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      <p class="govuk-body">
        What you typed into forms and have not sent. Nobody else sees it. Each is kept for{' '}
        {DAYS_KEPT} days after you last kept it.
      </p>
      <Table
        caption={TITLE}
        captionSize="hidden"
        columns={[
          { key: 'title', heading: 'Draft', type: 'text' },
          { key: 'kept', heading: 'Kept', type: 'text' },
          { key: 'away', heading: 'Action', type: 'text' },
        ]}
        rows={drafts.map((draft) => ({
          cells: {
            title: (
              <a class="govuk-link" href={draft.address}>
                {draft.title}
              </a>
            ),
            kept: instantInWords(draft.keptAt),
            away: <ThrowAway {...draft} />,
          },
        }))}
        empty="You keep no drafts. A long form offers to keep what you typed."
      />
    </>
  );
}

async function showDrafts(request: PageRequest): Promise<Reply> {
  const breadcrumbs = [{ text: 'Home', href: '/' }];
  const content = DraftsView({ drafts: await mine(request) });
  return page({ title: TITLE, section: 'Home', breadcrumbs, showsRecords: false, content });
}

async function throwAway(request: PageRequest): Promise<Reply> {
  const { body, change, person } = request;
  const check = readForm(THROW_AWAY, body);
  const which = check.ok ? { personId: person.personId, ...check.values } : undefined;
  const removed =
    which !== undefined &&
    (await change<DraftTables, boolean>('own draft of a form', (tx) => removeDraft(tx, which)));
  if (!removed) return notFoundPage('You keep no such draft.');
  return doneAt(PATH, 'Your draft is thrown away.');
}

/** The page of a person’s own drafts. */
export function draftRoutes(): readonly Route[] {
  const permission = 'keep own account';
  return [
    { method: 'GET', path: PATH, permission, handle: showDrafts },
    { method: 'POST', path: PATH, permission, handle: throwAway },
  ];
}

/** A way to a person’s drafts on the page that they start from, where they keep some. */
export async function draftsAtHome(request: PageRequest): Promise<readonly VNode[]> {
  const { length } = await mine(request);
  if (length === 0) return [];
  return [
    <p class="govuk-body">
      <a class="govuk-link govuk-link--no-visited-state" href={PATH}>
        You keep {counted(length, 'draft')} of forms
      </a>
      , not sent yet.
    </p>,
  ];
}
