import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Audit } from '../../http/audit-event.ts';
import { checkForm, type FieldProblem } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../http/reply.ts';
import type { FormFields, PageRequest } from '../../http/route.ts';
import { type AnyList, keptOf } from './kept.ts';
import { changeView, type Doing, MOST_VIEWS, type NotStored, saveView, viewsOf } from './store.ts';
import { viewsPath } from './view-line.tsx';
import { ViewsPage } from './views-page.tsx';

const REASON = 'own views of a list';

const viewName = z
  .string('Enter a name for the view')
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, 'Enter a name for the view')
      .max(60, 'The name must be 60 characters or fewer'),
  );

const saveForm = z.object({
  name: viewName,
  query: z.string().max(4000).default(''),
  also: z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.enum(['default', 'replace'], 'Tick what is offered')),
    )
    .default([]),
});

const changeForm = z.discriminatedUnion(
  'action',
  [
    z.object({ action: z.literal('rename'), name: viewName }),
    z.object({ action: z.enum(['default', 'no-default', 'delete']) }),
  ],
  'Choose what to do with the view',
);

const WHY: Readonly<Record<Exclude<NotStored, 'gone'>, string>> = {
  'name-taken': 'You have a view of that name: choose another name, or replace it',
  'too-many': `You have ${MOST_VIEWS} views of this list: delete one first`,
};

type Handle = (request: PageRequest) => Promise<Reply>;

/** A route of a list: what it shows of the records is written to the trail. */
export type ListRoute<P extends string> = {
  readonly path: string;
  readonly permission: P;
  readonly handle: Handle;
} & (
  | { readonly method: 'GET'; readonly audit: Audit | 'shows no child' }
  | { readonly method: 'POST' }
);

interface Again {
  readonly typed?: FormFields;
  readonly problems?: readonly FieldProblem[];
  /** The query as the form had it. */
  readonly query?: string;
  readonly renaming?: string | undefined;
}

function owner(of: AnyList, { person }: PageRequest) {
  return { personId: person.personId, list: of.name };
}

async function show(of: AnyList, request: PageRequest, again: Again = {}): Promise<Reply> {
  const { typed, problems } = again;
  const query = again.query === undefined ? request.query : new URLSearchParams(again.query);
  const asking = { ...request, query };
  const views = await request.read((tx) => viewsOf(tx, owner(of, request)));
  const wanted = again.renaming ?? request.query.get('rename');
  const renaming = views.find(({ viewId }) => viewId === wanted);
  if (wanted !== null && renaming === undefined) return noSuchView();
  const above = of.breadcrumbs?.(request, undefined) ?? [];
  return page({
    title: `Your views: ${of.title.toLowerCase()}`,
    section: of.section,
    breadcrumbs: [...above, { text: of.title, href: of.path }],
    ...(problems === undefined ? {} : { status: 422 }),
    content: ViewsPage({
      ...{ of, request: asking, views, renaming },
      kept: keptOf(of, asking),
      ...(typed === undefined ? {} : { typed }),
      ...(problems === undefined ? {} : { problems }),
    }),
  });
}

/** Says that a view is nobody's, or not the reader's. */
export function noSuchView(): Reply {
  return notFoundPage('You have no such view of this list.');
}

function notStored(why: Exclude<NotStored, 'gone'>): readonly FieldProblem[] {
  return [{ field: 'name', message: WHY[why] }];
}

async function save(of: AnyList, request: PageRequest): Promise<Reply> {
  const { body: typed, now } = request;
  const check = checkForm(saveForm, typed);
  const asked = [typed.query].flat().at(-1) ?? '';
  if (!check.ok) return show(of, request, { typed, problems: check.problems, query: asked });
  const { name, query, also } = check.values;
  const kept = keptOf(of, { ...request, query: new URLSearchParams(query) });
  if (kept === undefined || kept.words.length === 0) {
    const message = 'There is nothing in this view that the list can be narrowed or sorted by';
    return show(of, request, { typed, problems: [{ field: 'name', message }], query: '' });
  }
  const stored = await request.change(REASON, (tx) =>
    saveView(tx, owner(of, request), {
      ...{ name, now, query: kept.query.toString(), newId: randomUUID() },
      isDefault: also.includes('default'),
      replaces: also.includes('replace'),
    }),
  );
  if (stored === 'gone') return noSuchView();
  if (typeof stored === 'string') {
    return show(of, request, { typed, problems: notStored(stored), query });
  }
  return redirect(`${of.path}?view=${stored.viewId}`);
}

function doingOf(values: z.output<typeof changeForm>): Doing {
  if (values.action === 'rename') return { rename: values.name };
  return values.action === 'delete' ? 'delete' : { isDefault: values.action === 'default' };
}

async function change(of: AnyList, request: PageRequest): Promise<Reply> {
  const { body: typed, params } = request;
  const viewId = z.uuid().safeParse(params.viewId);
  if (!viewId.success) return noSuchView();
  const renaming = viewId.data;
  const check = checkForm(changeForm, typed);
  if (!check.ok) return show(of, request, { typed, problems: check.problems, renaming });
  const done = await request.change(REASON, (tx) =>
    changeView(tx, owner(of, request), renaming, doingOf(check.values)),
  );
  if (done === 'gone') return noSuchView();
  if (done === 'done') return redirect(viewsPath(of));
  return show(of, request, { typed, problems: notStored(done), renaming });
}

/** The page of a person's own views of the list, and what they do with them. */
export function viewRoutes<P extends string>(of: AnyList, permission: P): readonly ListRoute<P>[] {
  const path = viewsPath(of);
  return [
    {
      ...{ method: 'GET', path, permission, audit: 'shows no child' },
      handle: (request) => show(of, request),
    },
    { method: 'POST', path, permission, handle: (request) => save(of, request) },
    {
      ...{ method: 'POST', path: `${path}/:viewId`, permission },
      handle: (request) => change(of, request),
    },
  ];
}
