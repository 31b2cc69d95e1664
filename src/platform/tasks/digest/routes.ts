import { type Sent, takeForm } from '../../forms/take-form.ts';
import { doneAt, page, type Reply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import { taskPaths } from '../paths.ts';
import type { HowOften, TaskTables } from '../task-tables.ts';
import { choose, chosenBy } from './choice.ts';
import { DIGEST_FORM, DIGEST_TITLE, DigestView } from './view.tsx';

async function show(request: PageRequest, sent?: Sent): Promise<Reply> {
  const { person, read } = request;
  const chosen = await read<TaskTables, HowOften>((tx) => chosenBy(tx, person.personId));
  return page({
    title: DIGEST_TITLE,
    section: 'Home',
    breadcrumbs: [{ text: 'Home', href: taskPaths.home }],
    content: DigestView({ chosen, sent }),
  });
}

function save(request: PageRequest): Promise<Reply> {
  const { now, person } = request;
  return takeForm(request, DIGEST_FORM, {
    again: (sent) => show(request, sent),
    async work({ often }) {
      await request.change<TaskTables, void>('how often to be sent what waits', (tx) =>
        choose(tx, person.personId, often, now),
      );
      return doneAt(taskPaths.digest, 'Your choice is kept.');
    },
  });
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
