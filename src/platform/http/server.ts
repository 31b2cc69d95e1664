import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { warmUpCharts } from '../charts/warm-up.tsx';
import { answersOf } from './answers.ts';
import { serveApi } from './api/serve-api.ts';
import { ASSETS_FOLDER } from './assets.ts';
import { limitBodies } from './body-clock.ts';
import { brandSheet } from './brand.ts';
import { elsewherePage } from './failures.ts';
import { fieldsOf } from './form.ts';
import { isAskedFor, NOT_ASKED_FOR } from './host-names.ts';
import { refuseNullCharacters } from './no-null-character.ts';
import { notFoundPage } from './problem-page.tsx';
import { USUAL_LIMITS } from './request-limits.ts';
import { sentFromHere } from './same-site.ts';
import { headersWithoutHooks, securityHeaders } from './security-headers.ts';
import { serveOpenRoute, serveRoute } from './serve-routes.ts';
import type { ServerSettings } from './server-settings.ts';
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

async function serveFiles(
  server: FastifyInstance,
  brand: ReturnType<typeof brandSheet>,
): Promise<void> {
  await server.register(fastifyStatic, {
    root: ASSETS_FOLDER,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: '1y',
  });
  if (brand === undefined) return;
  server.get(brand.path, (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(brand.css),
  );
}

/** The web server with its routes, not yet listening. Throws WellplacedError when a setting cannot be used. */
export async function buildServer(settings: ServerSettings): Promise<FastifyInstance> {
  const brand = brandSheet(settings.council.brandColour);
  const answers = answersOf(settings, brand?.path);
  const formTargets = settings.formTargets ?? (() => []);
  const { limits = USUAL_LIMITS, proxies = [] } = settings;
  const server = Fastify({
    bodyLimit: 2 ** 20,
    // A request that came on an open connection before it was closed is answered like any other.
    return503OnClosing: false,
    // An address that cannot be read is answered before there is a route, and before any hook: by
    // `fail` as well, with the same headers.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headersWithoutHooks(formTargets()));
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
  const asksForUs = isAskedFor(settings.hostNames ?? []);
  server.addHook('onRequest', async (request, reply) => {
    if (asksForUs(request.headers.host)) return undefined;
    return reply.code(421).type('text/plain; charset=utf-8').send(NOT_ASKED_FOR);
  });
  limitBodies(server, limits);
  await registerReaders(server);
  await server.register(fastifyRateLimit, { global: false });
  await serveFiles(server, brand);
  server.setErrorHandler(answers.fail);
  refuseNullCharacters(server);
  server.setNotFoundHandler(async (request, reply) => {
    await answers.whoSends(request);
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
  if (settings.api !== undefined) await serveApi(server, settings.api, settings);
  // After the server has begun to listen, so that a start is not slower by it.
  server.addHook('onListen', async () => warmUpCharts());
  return server;
}
