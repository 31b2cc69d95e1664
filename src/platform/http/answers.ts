import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Section } from '../components/navigation.tsx';
import { isDiskFull } from '../database/disk-full.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { isOfApi } from './api/paths.ts';
import { failure, sendProblem } from './api/problem.ts';
import { brandSheet } from './brand.ts';
import { type CookieName, nameInBrowser } from './cookies.ts';
import { saidDone } from './done.ts';
import type { Door, Doors } from './door.ts';
import { failurePage } from './failures.ts';
import type { Session } from './gate.ts';
import { loggableError } from './log.ts';
import type { Reply } from './reply.ts';
import { respond, type Surroundings } from './respond.ts';
import { sendAgain } from './send-again.tsx';
import type { SharedSettings } from './server-settings.ts';

/** How a server answers: as the person signed in sees it, and with a page when something fails. */
export interface Answers {
  /** The door of the council that is asked, the same until the request is answered. */
  door(request: FastifyRequest): Door;
  /** Whether the request asks for a council. */
  hasDoor(request: FastifyRequest): boolean;
  /** Finds out who sends the request, and remembers it for the answer. */
  whoSends(request: FastifyRequest): Promise<Session | undefined>;
  /** What was found out; undefined when nobody is signed in. */
  sender(request: FastifyRequest): Session | undefined;
  send(request: FastifyRequest, reply: FastifyReply, answer: Reply): FastifyReply;
  /** Logs what failed in a part of a page that is sent all the same; gives the reference. */
  note(error: unknown, request: FastifyRequest): string;
  fail(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  cookie(request: FastifyRequest, name: CookieName): string | undefined;
}

/** Whether a program asks, which wants JSON and no page. */
export function isProgram(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** The pattern of the route that answers, as it is declared: without what its last part is held to. */
function routePattern({ routeOptions }: FastifyRequest): string {
  return routeOptions.url?.replace(/\(\^.*\)$/, '') ?? 'none';
}

/** The sections of which the person may see some page, each leading to the first of those. */
function sectionsFor(settings: SharedSettings, session: Session | undefined): readonly Section[] {
  if (session === undefined) return [];
  const maySee = ({ href }: { readonly href: string }) => {
    const route = settings.routes.find(({ path }) => path === href);
    return (
      route !== undefined && settings.permissions.mayDo(session.person.roles, route.permission)
    );
  };
  return settings.sections.flatMap(({ name, href, pages: all = [{ text: name, href }] }) => {
    const pages = all.filter(maySee);
    const [first] = pages;
    return first === undefined ? [] : [{ name, href: first.href, pages }];
  });
}

/** Finds the door of a request once: a council that changes its name meanwhile makes it no other's. */
function pinned(doors: Doors): (request: FastifyRequest) => Door | undefined {
  const found = new WeakMap<FastifyRequest, Door>();
  return (request) => {
    const door = found.get(request) ?? doors.of(request.headers.host);
    if (door !== undefined) found.set(request, door);
    return door;
  };
}

/** The answers of a server with these settings and doors. */
export function answersOf(settings: SharedSettings, doors: Doors): Answers {
  const sessions = new WeakMap<FastifyRequest, Session>();
  const doorOf = pinned(doors);
  const newReference = settings.reference ?? (() => randomUUID().slice(0, 8).toUpperCase());
  const door: Answers['door'] = (request) => {
    const found = doorOf(request);
    // Whoever asks by a name that is no council's was answered before.
    if (found === undefined) throw new Error('the request is of no council');
    return found;
  };
  const around = (request: FastifyRequest): Surroundings => {
    const found = doorOf(request);
    const { council, secure = false } = found ?? {};
    const session = sessions.get(request);
    const kept = request.cookies?.[nameInBrowser('done', secure)];
    return {
      council,
      session,
      done: session && saidDone(kept, session.formToken, request.url),
      sections: sectionsFor(settings, session),
      path: request.url.split('?')[0] ?? '/',
      trial:
        council !== undefined && (council.demonstration || settings.ground.kind === 'embedded'),
      brandPath: brandSheet(council?.brandColour)?.path,
      secure,
    };
  };
  const cookie: Answers['cookie'] = (request, name) =>
    request.cookies[nameInBrowser(name, door(request).secure === true)];
  const send: Answers['send'] = (request, reply, answer) => respond(reply, answer, around(request));
  return {
    door,
    hasDoor: (request) => doorOf(request) !== undefined,
    cookie,
    send,
    sender: (request) => sessions.get(request),
    async whoSends(request) {
      const session = await door(request).gate.sessionOf(cookie(request, 'session'));
      if (session !== undefined) sessions.set(request, session);
      return session;
    },
    note(error, request) {
      const reference = newReference();
      settings.log({
        level: 'error',
        event: 'part-failed',
        reference,
        method: request.method,
        route: routePattern(request),
        status: 200,
        ...loggableError(error),
      });
      return reference;
    },
    async fail(error, request, reply) {
      const reference = newReference();
      const ofApi = isOfApi(request.url);
      const passes = isUnavailable(error) || isDiskFull(error);
      const again = passes && !isProgram(request) && !ofApi;
      const way = again ? await sendAgain(request, sessions.has(request)) : undefined;
      const answer = failurePage(error, reference, way);
      const problem = ofApi ? failure(error, reference, answer.status) : undefined;
      const status = problem?.status ?? answer.status ?? 500;
      settings.log({
        level: status >= 500 ? 'error' : 'warning',
        event: status >= 500 ? 'request-failed' : 'request-refused',
        reference,
        method: request.method,
        route: routePattern(request),
        status,
        ...loggableError(error),
      });
      if (problem !== undefined) return sendProblem(reply, problem);
      if (!isProgram(request)) return send(request, reply, answer);
      return reply.code(status).send({ problem: answer.title, reference });
    },
  };
}
