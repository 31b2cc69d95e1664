import { z } from 'zod';
import { checkForm, type FieldProblem } from '../../http/form.ts';
import { page, type Reply, redirect } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import { taskPaths } from '../paths.ts';
import { HOW_OFTEN, type HowOften, type TaskTables } from '../task-tables.ts';
import { choose, chosenBy } from './choice.ts';
import { DIGEST_TITLE, DigestView } from './view.tsx';

const digestForm = z.object({ often: z.enum(HOW_OFTEN, 'Choose how often') });

async function show(request: PageRequest, problems?: readonly FieldProblem[]): Promise<Reply> {
  const { person, query, read } = request;
  const chosen = await read<TaskTables, HowOften>((tx) => chosenBy(tx, person.personId));
  return page({
    title: DIGEST_TITLE,
    section: 'Home',
    breadcrumbs: [{ text: 'Home', href: taskPaths.home }],
    ...(problems === undefined ? {} : { status: 422 }),
    content: DigestView({
      chosen,
      saved: query.get('saved') === 'yes',
      ...(problems === undefined ? {} : { problems }),
    }),
  });
}

async function save(request: PageRequest): Promise<Reply> {
  const check = checkForm(digestForm, request.body);
  if (!check.ok) return show(request, check.problems);
  const { now, person } = request;
  await request.change<TaskTables, void>('how often to be sent what waits', (tx) =>
    choose(tx, person.personId, check.values.often, now),
  );
  return redirect(`${taskPaths.digest}?saved=yes`);
}

/** Choosing how often to be sent what waits. */
export function digestRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: taskPaths.digest,
      permission: 'keep own account',
      handle: (request) => show(request),
    },
    { method: 'POST', path: taskPaths.digest, permission: 'keep own account', handle: save },
  ];
}
