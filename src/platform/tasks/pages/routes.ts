import type { z } from 'zod';
import { WellplacedError } from '../../../core/errors.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import { viewOf } from '../../http/audit-event.ts';
import { checkForm, type FieldProblem, fieldsOf } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import { peopleWithRoles } from '../../identity/people-who-may.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import { type Act, type ActingOnWork, actOnWork, possibleHolders } from '../act-on-work.ts';
import { kindsFor, loadOneWork, loadWork } from '../load-work.ts';
import { taskPaths } from '../paths.ts';
import type { Work } from '../rules.ts';
import { saidOfWork } from '../said.ts';
import type { TaskTables } from '../task-tables.ts';
import { LIST_TITLE, PrintedWorkView, WorkListView } from './list-view.tsx';
import { type OneWorkPage, OneWorkView } from './one-view.tsx';
import {
  type FormName,
  giveBackForm,
  handOverForm,
  putOffForm,
  takeFromForm,
  takeUpForm,
  workMeant,
} from './schema.ts';

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

async function showOne(
  all: ActingOnWork,
  request: PageRequest,
  work: Work,
  refused: Pick<OneWorkPage, 'sent' | 'problems' | 'typed'> = {},
): Promise<Reply> {
  const { person, read, today, whole } = request;
  const said = await read<TaskTables, OneWorkPage['said']>((tx) => saidOfWork(tx, work));
  const people = await whole.read<TaskTables, OneWorkPage['possible']>(peopleWithRoles);
  const possible = possibleHolders(all, work, person.personId, people);
  return page({
    title: work.title,
    ...SECTION_OF_ONE,
    ...(refused.problems === undefined ? {} : { status: 422 }),
    content: OneWorkView({ work, said, possible, today, ...refused }),
  });
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

/** The field that a refusal of the rules belongs to; throws what is none. */
function problemOfRefusal(error: unknown, form: FormName): FieldProblem {
  if (!(error instanceof WellplacedError)) throw error;
  const message = `${error.message} ${error.remedy}`;
  if (error.code === 'cannot-put-off') return { field: 'until-day', message };
  if (error.code === 'cannot-take-over' && form === 'hand-over') return { field: 'to', message };
  throw error;
}

async function act(
  all: ActingOnWork,
  request: PageRequest,
  form: FormName,
  schemaFor: (work: Work) => z.ZodType<Act>,
): Promise<Reply> {
  const seen = await workOf(all, request, request.body);
  if (seen === undefined) return notFoundPage();
  const check = checkForm(schemaFor(seen.work), request.body);
  if (!check.ok) return showOne(all, request, seen.work, { sent: form, ...check });
  try {
    await actOnWork(all, request, seen, check.values);
  } catch (error) {
    const problems = [problemOfRefusal(error, form)];
    return showOne(all, request, seen.work, { sent: form, problems, typed: request.body });
  }
  return redirect(form === 'take-up' ? taskPaths.oneOf(seen.work) : taskPaths.home);
}

/** Work that waits: the list, one piece, and what can be said about it. */
export function taskRoutes(all: ActingOnWork): readonly Route[] {
  const doing = (
    path: string,
    form: FormName,
    schemaFor: (work: Work) => z.ZodType<Act>,
  ): Route => ({
    method: 'POST',
    path,
    permission: 'take up work',
    handle: (request) => act(all, request, form, schemaFor),
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
    doing(taskPaths.takeUp, 'take-up', ({ whose }) =>
      whose === 'other' ? takeFromForm : takeUpForm,
    ),
    doing(taskPaths.handOver, 'hand-over', () => handOverForm),
    doing(taskPaths.putOff, 'put-off', () => putOffForm),
    doing(taskPaths.giveBack, 'give-back', () => giveBackForm),
  ];
}
