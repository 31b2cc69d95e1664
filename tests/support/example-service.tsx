import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { WellplacedError } from '../../src/core/errors.ts';
import { isoDate } from '../../src/core/plain-date.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { viewOf } from '../../src/platform/http/audit-event.ts';
import { checkForm } from '../../src/platform/http/form.ts';
import type { LogEntry } from '../../src/platform/http/log.ts';
import { json, page, redirect } from '../../src/platform/http/reply.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import type { ServerSettings } from '../../src/platform/http/server-settings.ts';
import type { Role } from '../../src/platform/permission/roles.ts';
import { PERMISSIONS } from '../../src/web/whole.ts';
import { ExampleForm, ExampleReport } from './example-views.tsx';
import { signedInAs } from './signed-in.ts';

const unused = (): never => {
  throw new Error('The example has no database.');
};

/** A ground that is there in name only: it takes the entries of the audit trail and forgets them. */
const groundInNameOnly: Ground = {
  kind: 'embedded',
  transaction: async () => undefined as never,
  read: unused,
  beginningWith: () => groundInNameOnly,
  authorities: unused,
  freshenStatistics: unused,
  close: async () => {},
};

const exampleForm = z.object({
  provider: z.string().trim().min(1, 'Enter the name of the provider'),
  rate: z.string().regex(/^\d+(\.\d\d)?$/, 'Enter the weekly rate in pounds, such as 1450.00'),
});

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    permission: 'see own home',
    handle: () => page({ title: 'Home', section: 'Home', content: <h1>Home</h1> }),
  },
  {
    method: 'GET',
    path: '/report',
    permission: 'see placements report',
    audit: 'shows no child',
    handle: ({ path, query }) =>
      page({
        title: 'Weekly placements report',
        section: 'Reports',
        breadcrumbs: [{ text: 'Reports', href: '/report' }],
        content: <ExampleReport path={path} query={query} />,
      }),
  },
  {
    method: 'GET',
    path: '/children/:childId',
    permission: 'see a child',
    audit: viewOf('child'),
    handle: ({ params }) =>
      page({ title: 'Child', section: 'Records', content: <h1>Child {params.childId}</h1> }),
  },
  {
    method: 'GET',
    path: '/form',
    permission: 'import records',
    audit: 'shows no child',
    handle: () => page({ title: 'Add a rate', section: 'Records', content: <ExampleForm /> }),
  },
  {
    method: 'POST',
    path: '/form',
    permission: 'import records',
    handle: ({ body }) => {
      const check = checkForm(exampleForm, body);
      if (check.ok) return redirect('/report');
      return page({
        title: 'Add a rate',
        section: 'Records',
        status: 422,
        content: <ExampleForm problems={check.problems} typed={check.typed} />,
      });
    },
  },
  {
    method: 'POST',
    path: '/files',
    permission: 'import records',
    handle: async ({ files, body }) => {
      const received: { path: string; bytes: number; note: unknown }[] = [];
      for await (const { path, content } of files) {
        let bytes = 0;
        for await (const chunk of content) bytes += (chunk as Buffer).length;
        received.push({ path, bytes, note: body.note });
      }
      return json({ received, body });
    },
  },
  {
    method: 'POST',
    path: '/refuses-files',
    permission: 'import records',
    handle: async ({ files }) => {
      for await (const { path } of files) {
        throw new WellplacedError('not-a-return', `${path} is no return.`, 'Send a return.');
      }
      return redirect('/');
    },
  },
  {
    method: 'GET',
    path: '/broken',
    permission: 'see own home',
    handle: () => {
      throw new Error('child 4711 is not in the table');
    },
  },
  {
    method: 'GET',
    path: '/busy',
    permission: 'see own home',
    handle: () => {
      throw new WellplacedError('import-running', 'Another import runs.', 'Wait until it ends.');
    },
  },
  {
    method: 'GET',
    path: '/unavailable',
    permission: 'see own home',
    handle: () => {
      throw new WellplacedError('database-unavailable', 'No answer.', 'Try again in a minute.');
    },
  },
];

/** A small service on the shell that every page uses, with what it would have logged. */
export async function exampleService(
  role: Role | undefined = 'Data officer',
  hostNames: readonly string[] = [],
  more: Partial<ServerSettings> = {},
): Promise<{ server: FastifyInstance; logged: LogEntry[] }> {
  const logged: LogEntry[] = [];
  const server = await buildServer({
    council: { code: 'E99', name: 'Wensbury Council', demonstration: true, brandColour: '#5a2d6b' },
    permissions: PERMISSIONS,
    gate: signedInAs(role),
    ground: groundInNameOnly,
    narrowed: (ground) => ground,
    today: () => isoDate('2026-11-22'),
    now: () => new Date(),
    sections: [
      { name: 'Home', href: '/' },
      { name: 'Records', href: '/form' },
      { name: 'Reports', href: '/report' },
    ],
    routes,
    log: (entry) => logged.push(entry),
    reference: () => 'REF-1',
    hostNames,
    ...more,
  });
  return { server, logged };
}
