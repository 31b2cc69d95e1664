import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { warmUpCharts } from '../charts/warm-up.tsx';
import { type Answers, answersOf } from './answers.ts';
import { serveApi } from './api/serve-api.ts';
import { ASSETS_FOLDER } from './assets.ts';
import { limitBodies } from './body-clock.ts';
import { brandSheet } from './brand.ts';
import { type Doors, onlyDoor } from './door.ts';
import { elsewherePage } from './failures.ts';
import { fieldsOf } from './form.ts';
import { answerWithoutCouncil } from './no-council.ts';
import { refuseNullCharacters } from './no-null-character.ts';
import { notFoundPage } from './problem-page.tsx';
import { USUAL_LIMITS } from './request-limits.ts';
import { sentFromHere } from './same-site.ts';
import { headersWithoutHooks, securityHeaders } from './security-headers.ts';
import { serveOpenRoute, serveRoute } from './serve-routes.ts';
import type { ServerSettings, SharedSettings } from './server-settings.ts';
import { UPLOAD_LIMITS } from './uploads.ts';

async function registerReaders(server: FastifyInstance): Promise<void> {
  // The forms of this service send fields and files, and nothing else is read: neither JSON nor a text.
  server.removeAllContentTypeParsers();
  await server.register(fastifyCookie);
  await server.register(fastifyFormbody, {
    parser: (text: string) => ({ ...fieldsOf(new URLSearchParams(text)) }),
  });
  await server.register(fastifyMultipart, {
    preservePath: true,
    throwFileSizeLimit: true,
    limits: UPLOAD_LIMITS,
  });
}

async function serveFiles(server: FastifyInstance, answers: Pick<Answers, 'door'>): Promise<void> {
  await server.register(fastifyStatic, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1y',
  });
  server.get('/brand/:sheet', (request, reply) => {
    const brand = brandSheet(answers.door(request).council.brandColour);
    if (brand?.path !== request.url) return reply.callNotFound();
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(brand.css);
  });
}

/** The web server of one council with its routes, not yet listening. Throws WellplacedError when a setting cannot be used. */
export async function buildServer(settings: ServerSettings): Promise<FastifyInstance> {
  brandSheet(settings.council.brandColour);
  return buildServerOf(onlyDoor(settings, settings.hostNames ?? []), settings);
}

/** As buildServer, of the councils that the doors lead to, each by its host name. */
export async function buildServerOf(
  doors: Doors,
  settings: SharedSettings,
): Promise<FastifyInstance> {
  const answers = answersOf(settings, doors);
  const formTargets = (hostHeader: string | undefined) =>
    doors.of(hostHeader)?.formTargets?.() ?? [];
  const { limits = USUAL_LIMITS, proxies = [] } = settings;
  const server = Fastify({
    bodyLimit: 2 ** 20,
    // A request that came on an open connection before it was closed is answered like any other.
    return503OnClosing: false,
    // An address that cannot be read is answered before there is a route, and before any hook: by
    // `fail` as well, with the same headers.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headersWithoutHooks(formTargets(request.headers.host)));
      return answers.fail(error, request, reply);
    },
    // A proxy that is configured says whose address it speaks for; nobody else is believed.
    trustProxy: proxies.length === 0 ? false : [...proxies],
    // Longer than any body may take, so that whoever is late is first told so in words.
    requestTimeout: limits.uploadMilliseconds + 2 * limits.formMilliseconds,
    http: {
      headersTimeout: limits.headersMilliseconds,
      connectionsCheckingInterval: limits.lookMilliseconds,
    },
  });
  server.server.maxConnections = limits.connections;
  await server.register(fastifyHelmet, securityHeaders(formTargets));
  const withoutCouncil = answerWithoutCouncil(doors, settings.hostNames ?? [], answers);
  server.addHook('onRequest', async (request, reply) =>
    answers.hasDoor(request) ? undefined : withoutCouncil(request, reply),
  );
  limitBodies(server, limits);
  await registerReaders(server);
  await server.register(fastifyRateLimit, { global: false });
  await serveFiles(server, answers);
  server.setErrorHandler(answers.fail);
  refuseNullCharacters(server);
  server.setNotFoundHandler(async (request, reply) => {
    if (answers.hasDoor(request)) await answers.whoSends(request);
    return answers.send(request, reply, notFoundPage());
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    return sentFromHere(request.headers)
      ? undefined
      : answers.send(request, reply, elsewherePage());
  });
  for (const route of settings.routes) serveRoute(server, route, settings, answers);
  for (const route of settings.openRoutes ?? []) serveOpenRoute(server, route, settings, answers);
  if (settings.api !== undefined) {
    await serveApi(server, settings.api, settings, answers.door);
  }
  // After the server has begun to listen, so that a start is not slower by it.
  server.addHook('onListen', async () => warmUpCharts());
  return server;
}
