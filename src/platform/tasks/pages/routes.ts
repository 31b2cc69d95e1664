import { dateInWords } from '../../../core/plain-date.ts';
import type { Sent } from '../../forms/take-form.ts';
import { viewOf } from '../../http/audit-event.ts';
import { fieldsOf } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import { type PersonWithRoles, peopleWithRoles } from '../../identity/people-who-may.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import { type ActingOnWork, actOnWork, possibleHolders } from '../act-on-work.ts';
import { kindsFor, loadOneWork, loadWork } from '../load-work.ts';
import { taskPaths } from '../paths.ts';
import type { Work } from '../rules.ts';
import { saidOfWork } from '../said.ts';
import type { TaskTables } from '../task-tables.ts';
import { type WorkForms, workForms, workMeant } from './forms.ts';
import { LIST_TITLE, PrintedWorkView, WorkListView } from './list-view.tsx';
import { type OneWorkPage, OneWorkView } from './one-view.tsx';

const SECTION = { section: 'Home', breadcrumbs: [{ text: 'Home', href: taskPaths.home }] } as const;
const SECTION_OF_ONE = {
  section: 'Home',
  breadcrumbs: [...SECTION.breadcrumbs, { text: LIST_TITLE, href: taskPaths.work }],
} as const;

async function showList(all: ActingOnWork, request: PageRequest): Promise<Reply> {
  const { query, today } = request;
  const kinds = kindsFor(all, request);
  const only = kinds.find(({ id }) => id === query.get('kind'))?.id;
  const found = await loadWork(all, request, request.note, only);
  const content = WorkListView({ found, kinds, query, today });
  return page({ title: LIST_TITLE, ...SECTION, content });
}

async function showPrinted(all: ActingOnWork, request: PageRequest): Promise<Reply> {
  const { person, today } = request;
  const day = dateInWords(today);
  const found = await loadWork(all, request, request.note);
  return page({
    title: `Work that waits for ${person.name}, ${day}`,
    ...SECTION,
    content: PrintedWorkView({ found, name: person.name, today, day }),
  });
}

async function formsFor(all: ActingOnWork, { person, today, whole }: PageRequest, work: Work) {
  const people = await whole.read<TaskTables, readonly PersonWithRoles[]>(peopleWithRoles);
  const possible = possibleHolders(all, work, person.personId, people);
  return { forms: workForms(work, possible, today), mayBeHandedOver: possible.length > 0 };
}

async function showOne(
  all: ActingOnWork,
  request: PageRequest,
  work: Work,
  sent?: Sent,
): Promise<Reply> {
  const { read, today } = request;
  const said = await read<TaskTables, OneWorkPage['said']>((tx) => saidOfWork(tx, work));
  const asked = await formsFor(all, request, work);
  const content = OneWorkView({ work, said, ...asked, today, sent });
  return page({ title: work.title, ...SECTION_OF_ONE, content });
}

/** The work that the query or the form means; undefined where it does not wait for the person. */
async function workOf(
  all: ActingOnWork,
  request: PageRequest,
  fields: PageRequest['body'],
): Promise<{ readonly work: Work; readonly number: number } | undefined> {
  const meant = workMeant.safeParse(fields);
  if (!meant.success) return undefined;
  const { kind, key, seen } = meant.data;
  const work = await loadOneWork(all, request, kind, key);
  return work === undefined ? undefined : { work, number: seen };
}

const DONE = {
  takeUp: 'It is with you now.',
  handOver: 'It is handed over.',
  putOff: 'It is put off.',
  giveBack: 'It is given back.',
} as const satisfies Record<keyof WorkForms, string>;

/** Takes what is said about the work that the form means; afterwards it leads home, or to the work that is one's own now. */
async function say(all: ActingOnWork, request: PageRequest, form: keyof WorkForms): Promise<Reply> {
  const seen = await workOf(all, request, request.body);
  if (seen === undefined) return notFoundPage();
  const { forms } = await formsFor(all, request, seen.work);
  const again = async (sent: Sent) => {
    const now = await workOf(all, request, request.body);
    return now === undefined ? notFoundPage() : showOne(all, request, now.work, sent);
  };
  return forms[form].take(request, again, async (act) => {
    await actOnWork(all, request, seen, act);
    return doneAt(form === 'takeUp' ? taskPaths.oneOf(seen.work) : taskPaths.home, DONE[form]);
  });
}

/** Work that waits: the list, one piece, and what can be said about it. */
export function taskRoutes(all: ActingOnWork): readonly Route[] {
  const doing = (path: string, form: keyof WorkForms): Route => ({
    method: 'POST',
    path,
    permission: 'take up work',
    handle: (request) => say(all, request, form),
  });
  const seeing = (path: string, thing: string, handle: Route['handle']): Route => ({
    method: 'GET',
    path,
    permission: 'see own home',
    audit: viewOf(thing),
    handle,
  });
  return [
    seeing(taskPaths.work, 'waiting work', (request) => showList(all, request)),
    seeing(taskPaths.print, 'waiting work to print', (request) => showPrinted(all, request)),
    seeing(taskPaths.one, 'piece of waiting work', async (request) => {
      const seen = await workOf(all, request, fieldsOf(request.query));
      return seen === undefined ? notFoundPage() : showOne(all, request, seen.work);
    }),
    doing(taskPaths.takeUp, 'takeUp'),
    doing(taskPaths.handOver, 'handOver'),
    doing(taskPaths.putOff, 'putOff'),
    doing(taskPaths.giveBack, 'giveBack'),
  ];
}
