import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { WellplacedError } from '../../../core/errors.ts';
import { type Sent, takeForm } from '../../forms/take-form.ts';
import type { Audit } from '../../http/audit-event.ts';
import { typedValue } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import { type AnyList, keptOf } from './kept.ts';
import { changeView, type Doing, MOST_VIEWS, type NotStored, saveView, viewsOf } from './store.ts';
import { ACTION_FORM, NOTHING, RENAME_FORM, SAVE_FORM } from './view-forms.ts';
import { viewsPath } from './view-line.tsx';
import { ViewsPage } from './views-page.tsx';

const REASON = 'own views of a list';

const WHY: Readonly<Record<Exclude<NotStored, 'gone'>, readonly [string, string]>> = {
  'name-taken': ['You have a view of that name.', 'Choose another name, or replace it.'],
  'too-many': [`You have ${MOST_VIEWS} views of this list.`, 'Delete one first.'],
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
  readonly sent?: Sent;
  readonly renaming?: string;
}

function owner(of: AnyList, { person }: PageRequest) {
  return { personId: person.personId, list: of.name };
}

async function show(of: AnyList, request: PageRequest, again: Again = {}): Promise<Reply> {
  const { sent } = again;
  const query =
    sent === undefined ? request.query : new URLSearchParams(typedValue(sent.typed, 'query'));
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
    content: ViewsPage({ of, request: asking, views, renaming, kept: keptOf(of, asking), sent }),
  });
}

/** Says that a view is nobody's, or not the reader's. */
export function noSuchView(): Reply {
  return notFoundPage('You have no such view of this list.');
}

function refuse(why: Exclude<NotStored, 'gone'>): never {
  throw new WellplacedError('view-not-stored', ...WHY[why]);
}

function save(of: AnyList, request: PageRequest): Promise<Reply> {
  return takeForm(request, SAVE_FORM, {
    again: (sent) => show(of, request, { sent }),
    async work({ also, name, query }) {
      const kept = keptOf(of, { ...request, query: new URLSearchParams(query) });
      if (kept === undefined || kept.words.length === 0) {
        throw new WellplacedError('view-not-stored', NOTHING, 'Narrow or sort the list first.');
      }
      const stored = await request.change(REASON, (tx) =>
        saveView(tx, owner(of, request), {
          ...{ name, now: request.now, query: kept.query.toString(), newId: randomUUID() },
          isDefault: also.includes('default'),
          replaces: also.includes('replace'),
        }),
      );
      if (stored === 'gone') return noSuchView();
      if (typeof stored === 'string') return refuse(stored);
      return redirect(`${of.path}?view=${stored.viewId}`);
    },
  });
}

async function change(of: AnyList, request: PageRequest): Promise<Reply> {
  const viewId = z.uuid().safeParse(request.params.viewId).data;
  if (viewId === undefined) return noSuchView();
  const work = async (doing: Doing) => {
    const done = await request.change(REASON, (tx) =>
      changeView(tx, owner(of, request), viewId, doing),
    );
    if (done === 'gone') return noSuchView();
    return done === 'done' ? redirect(viewsPath(of)) : refuse(done);
  };
  if (typedValue(request.body, 'action') === 'rename') {
    return takeForm(request, RENAME_FORM, {
      again: (sent) => show(of, request, { sent, renaming: viewId }),
      work: ({ name }) => work({ rename: name }),
    });
  }
  return takeForm(request, ACTION_FORM, {
    again: (sent) => show(of, request, { sent }),
    work: ({ action }) => work(action === 'delete' ? action : { isDefault: action === 'default' }),
  });
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
