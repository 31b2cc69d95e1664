import { randomUUID } from 'node:crypto';
import fastifyFormbody from '@fastify/formbody';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { PlainDate } from '../../core/plain-date.ts';
import { answerAudited } from '../audit/answer-audited.ts';
import { warmUpCharts } from '../charts/warm-up.tsx';
import type { Section } from '../components/navigation.tsx';
import type { Ground } from '../database/ground.ts';
import { ASSETS_FOLDER } from './assets.ts';
import { brandSheet } from './brand.ts';
import { elsewherePage, failurePage } from './failures.ts';
import { fieldsOf } from './form.ts';
import { isAskedFor, NOT_ASKED_FOR } from './host-names.ts';
import { type Log, loggableError } from './log.ts';
import { mayDo } from './permission.ts';
import { notFoundPage } from './problem-page.tsx';
import { refusedPage } from './refused-page.tsx';
import { respond, type Surroundings } from './respond.ts';
import type { Council, Person, Route } from './route.ts';
import { sentFromHere } from './same-site.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { LARGEST_FILE_BYTES, MOST_FILES, uploadedFiles } from './uploads.ts';

/** What a server is made of. */
export interface ServerSettings {
  readonly council: Council;
  /** The one demonstration user, until people sign in. */
  readonly person: Person;
  readonly ground: Ground;
  readonly today: () => PlainDate;
  /** The sections that have pages, each with the address of its first. */
  readonly sections: readonly Section[];
  readonly routes: readonly Route[];
  readonly log: Log;
  /** Names by which it may be asked for, besides those of this machine. */
  readonly hostNames?: readonly string[];
  /** Makes the reference shown with a failure. */
  readonly reference?: () => string;
}

function isProgram(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** The sections that the person may see the first page of. */
function sectionsFor(settings: ServerSettings): readonly Section[] {
  return settings.sections.filter((section) => {
    const first = settings.routes.find((route) => route.path === section.href);
    return first !== undefined && mayDo(settings.person.role, first.permission);
  });
}

async function handle(request: FastifyRequest, route: Route, settings: ServerSettings) {
  const address = new URL(request.url, 'http://service');
  const multipart = request.isMultipart();
  const fields: Record<string, string | string[]> = multipart
    ? Object.create(null)
    : { ...(request.body as Record<string, string | string[]> | undefined) };
  return answerAudited(route, {
    council: settings.council,
    person: settings.person,
    today: settings.today(),
    ground: settings.ground,
    path: address.pathname,
    params: request.params as Record<string, string>,
    query: address.searchParams,
    body: fields,
    files: uploadedFiles(request, fields),
  });
}

/** The web server with its routes, not yet listening. Throws WellplacedError when a setting cannot be used. */
export async function buildServer(settings: ServerSettings): Promise<FastifyInstance> {
  const brand = brandSheet(settings.council.brandColour);
  const around: Surroundings = {
    council: settings.council,
    person: settings.person,
    sections: sectionsFor(settings),
    trial: settings.council.demonstration === true || settings.ground.kind === 'embedded',
    brandPath: brand?.path,
  };
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const reference = (settings.reference ?? (() => randomUUID().slice(0, 8).toUpperCase()))();
    const answer = failurePage(error, reference);
    const status = answer.status ?? 500;
    settings.log({
      level: status >= 500 ? 'error' : 'warning',
      event: status >= 500 ? 'request-failed' : 'request-refused',
      reference,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status,
      ...loggableError(error),
    });
    if (isProgram(request)) {
      return reply.code(status).send({ problem: answer.title, reference });
    }
    return respond(reply, answer, around);
  };

  // An address that cannot be read is answered before there is a route, by `fail` as well.
  const server = Fastify({ bodyLimit: 2 ** 20, frameworkErrors: fail });
  await server.register(fastifyHelmet, SECURITY_HEADERS);
  const asksForUs = isAskedFor(settings.hostNames ?? []);
  server.addHook('onRequest', async (request, reply) => {
    if (asksForUs(request.headers.host)) return undefined;
    return reply.code(421).type('text/plain; charset=utf-8').send(NOT_ASKED_FOR);
  });
  await server.register(fastifyFormbody, {
    parser: (text: string) => ({ ...fieldsOf(new URLSearchParams(text)) }),
  });
  await server.register(fastifyMultipart, {
    preservePath: true,
    throwFileSizeLimit: true,
    limits: { fileSize: LARGEST_FILE_BYTES, files: MOST_FILES, parts: MOST_FILES + 1_000 },
  });
  await server.register(fastifyStatic, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1y',
  });
  if (brand !== undefined) {
    server.get(brand.path, (_request, reply) =>
      reply
        .type('text/css; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(brand.css),
    );
  }
  server.setErrorHandler(fail);
  server.setNotFoundHandler((_request, reply) => respond(reply, notFoundPage(), around));
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    return sentFromHere(request.headers) ? undefined : respond(reply, elsewherePage(), around);
  });
  for (const route of settings.routes) {
    server.route({
      method: route.method,
      url: route.path,
      onRequest: async (_request, reply) =>
        mayDo(settings.person.role, route.permission)
          ? undefined
          : respond(reply, refusedPage(settings.person, route.permission), around),
      handler: async (request, reply) =>
        respond(reply, await handle(request, route, settings), around),
    });
  }
  // After the server has begun to listen, so that a start is not slower by it.
  server.addHook('onListen', async () => warmUpCharts());
  return server;
}
