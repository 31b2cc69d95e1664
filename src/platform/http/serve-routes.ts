import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { answerAudited } from '../audit/answer-audited.ts';
import { actingAs } from './acting.ts';
import type { Answers } from './answers.ts';
import { isProgram } from './answers.ts';
import { boundTo } from './bound.ts';
import { elsewherePage } from './failures.ts';
import { isOfThisMachine } from './host-names.ts';
import { unsafeAddressPage } from './problem-page.tsx';
import { readRequest } from './read-request.ts';
import { refusedPage } from './refused-page.tsx';
import { redirect } from './reply.ts';
import { signInPath } from './return-path.ts';
import type { OpenRoute, Route } from './route.ts';
import type { SharedSettings } from './server-settings.ts';

/** Answers who is not signed in: a program in JSON, a person with the way to sign in and back. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply, answers: Answers): FastifyReply {
  if (isProgram(request)) {
    return reply.code(401).header('cache-control', 'no-store').send({ problem: 'Not signed in' });
  }
  const back = request.method === 'GET' || request.method === 'HEAD' ? request.url : '/';
  return answers.send(request, reply, redirect(signInPath(back)));
}

/** As what a file is had: no other word, for `/children/file/restriction` is about the child called "file". */
const FILE_FORMAT = ':format(^(csv|html|json|xlsx)$)';

/** Serves a route to those who hold its permission: asked anew at each request, before anything of it is read. */
export function serveRoute(
  server: FastifyInstance,
  route: Route,
  settings: SharedSettings,
  answers: Answers,
): void {
  server.route({
    method: route.method,
    url: route.path.replace(/:format$/, FILE_FORMAT),
    onRequest: async (request, reply) => {
      const session = await answers.whoSends(request);
      if (session === undefined) return askToSignIn(request, reply, answers);
      const { mayDo, rolesThatMay } = settings.permissions;
      if (mayDo(session.person.roles, route.permission)) return undefined;
      const administrators = await answers.door(request).gate.administrators();
      const page = refusedPage(session.person, {
        permission: route.permission,
        roles: rolesThatMay(route.permission),
        administrators,
      });
      return answers.send(request, reply, page);
    },
    handler: async (request, reply) => {
      const session = answers.sender(request);
      if (session === undefined) return askToSignIn(request, reply, answers);
      const { council } = answers.door(request);
      const read = await readRequest(request, settings, council, session.formToken);
      if (read === undefined) return answers.send(request, reply, elsewherePage());
      const { person, sessionId } = session;
      const ground = settings.narrowed(settings.ground, person);
      const acting = actingAs(council, person, route.permission, settings.permissions);
      const bound = { ...boundTo(ground, acting), whole: boundTo(settings.ground, acting) };
      const note = (error: unknown) => answers.note(error, request);
      const answer = await answerAudited(route, {
        ...{ ...read, ...bound, ground, person, acting, sessionId, note },
      });
      return answers.send(request, reply, answer);
    },
  });
}

function openHandler(
  route: OpenRoute,
  settings: SharedSettings,
  answers: Answers,
): RouteHandlerMethod {
  return async (request, reply) => {
    const { council, secure } = answers.door(request);
    if (secure !== true && !isOfThisMachine(request.headers.host)) {
      return answers.send(request, reply, unsafeAddressPage());
    }
    const session = await answers.whoSends(request);
    const read = await readRequest(request, settings, council, undefined);
    if (read === undefined) return answers.send(request, reply, elsewherePage());
    const answer = await route.handle({
      ...read,
      session,
      cookie: (name) => answers.cookie(request, name),
      browser: request.headers['user-agent'] ?? '',
    });
    return answers.send(request, reply, answer);
  };
}

/** Serves a page of signing in, so many times a minute to one address in each council. */
export function serveOpenRoute(
  server: FastifyInstance,
  route: OpenRoute,
  settings: SharedSettings,
  answers: Answers,
): void {
  server.route({
    method: route.method,
    url: route.path,
    config: {
      rateLimit: {
        max: route.timesAMinute,
        timeWindow: '1 minute',
        keyGenerator: (request) => `${answers.door(request).council.code} ${request.ip}`,
      },
    },
    handler: openHandler(route, settings, answers),
  });
}
