import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { writeShown } from '../../audit/answer-audited.ts';
import { actingAs } from '../acting.ts';
import type { Answers } from '../answers.ts';
import { boundTo } from '../bound.ts';
import type { Door } from '../door.ts';
import type { SharedSettings } from '../server-settings.ts';
import type { ApiOutcome, ApiRequest, ApiRoute } from './api-route.ts';
import { apiPaths } from './paths.ts';
import {
  notPermitted,
  notSignedIn,
  resting,
  sendProblem,
  tooMany,
  unknown,
  unprocessable,
} from './problem.ts';
import type { TokenHolder } from './token-gate.ts';

const A_MINUTE = '1 minute';
/** How many requests a minute one token may send, and how many without a token that works one address. */
const REQUESTS = 120;
const REFUSALS = 30;

const holders = new WeakMap<FastifyRequest, TokenHolder>();

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1];
}

function challenge(reply: FastifyReply, error?: string): FastifyReply {
  const why = error === undefined ? '' : `, error="${error}"`;
  return reply.header('www-authenticate', `Bearer realm="Wellplaced"${why}`);
}

/** Lets requests in by their token, and by nothing else: a browser sends its session along unasked. */
function admit(inside: FastifyInstance, door: Answers['door']): void {
  const refused = inside.createRateLimit({
    max: REFUSALS,
    timeWindow: A_MINUTE,
    keyGenerator: (request) => `refused ${door(request).council.code} ${request.ip}`,
  });
  const used = inside.createRateLimit({
    max: REQUESTS,
    timeWindow: A_MINUTE,
    keyGenerator: (request) => `token ${holders.get(request)?.tokenId}`,
  });
  inside.addHook('onRequest', async (request, reply) => {
    const secret = bearerOf(request);
    const { tokenGate: gate } = door(request);
    const holder = secret === undefined ? undefined : await gate?.holderOf(secret);
    if (holder !== undefined) holders.set(request, holder);
    const limit = await (holder === undefined ? refused(request) : used(request));
    if (!limit.isAllowed && limit.isExceeded) {
      return sendProblem(reply.header('retry-after', limit.ttlInSeconds), tooMany);
    }
    if (holder !== undefined) return undefined;
    if (secret !== undefined && (await gate?.rests(secret))) {
      return sendProblem(challenge(reply, 'invalid_token'), resting);
    }
    const error = secret === undefined ? undefined : 'invalid_token';
    return sendProblem(challenge(reply, error), notSignedIn);
  });
}

function readApiRequest(
  route: ApiRoute,
  request: FastifyRequest,
  token: TokenHolder,
  { council }: Door,
  { ground, narrowed, now, permissions, today }: SharedSettings,
): ApiRequest {
  const acting = actingAs(council, token.person, route.permission, permissions);
  const seen = narrowed(ground, token.person);
  const address = new URL(request.url, 'http://service');
  return {
    council,
    ...boundTo(seen, acting),
    whole: boundTo(ground, acting),
    ground: seen,
    wholeGround: ground,
    today: today(),
    now: now(),
    path: address.pathname,
    params: request.params as Record<string, string>,
    query: address.searchParams,
    person: token.person,
    acting,
    token,
  };
}

function rowsIn(value: unknown): number | undefined {
  const { rows } = (value ?? {}) as { readonly rows?: unknown };
  return Array.isArray(rows) ? rows.length : undefined;
}

/** Reads, and writes to the audit trail what the answer shows, and by which token, before anyone gets it. */
async function readAudited(route: ApiRoute, request: ApiRequest): Promise<ApiOutcome> {
  const outcome = await route.read(request);
  if (outcome.kind !== 'answer' || typeof route.audit !== 'function') return outcome;
  const event = route.audit(request);
  const key = { ...event.key, format: 'JSON', token: request.token.tokenName };
  await writeShown(request, { ...event, key }, rowsIn(outcome.value));
  return outcome;
}

function send(reply: FastifyReply, outcome: ApiOutcome): FastifyReply {
  if (outcome.kind === 'unknown') return sendProblem(reply, unknown);
  if (outcome.kind === 'unprocessable') return sendProblem(reply, unprocessable(outcome.problems));
  return reply
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(outcome.value));
}

function serveApiRoute(
  inside: FastifyInstance,
  route: ApiRoute,
  settings: SharedSettings,
  door: Answers['door'],
): void {
  inside.get(route.path, async (request, reply) => {
    const token = holders.get(request);
    if (token === undefined) return sendProblem(challenge(reply), notSignedIn);
    const { mayDo, rolesThatMay } = settings.permissions;
    if (!mayDo(token.person.roles, route.permission)) {
      return sendProblem(
        challenge(reply, 'insufficient_scope'),
        notPermitted(token, route.permission, rolesThatMay(route.permission)),
      );
    }
    const asked = readApiRequest(route, request, token, door(request), settings);
    return send(reply, await readAudited(route, asked));
  });
}

/** Serves the API under its version: every address of it, those that there are not included, asks for a token first. */
export async function serveApi(
  server: FastifyInstance,
  routes: readonly ApiRoute[],
  settings: SharedSettings,
  door: Answers['door'],
): Promise<void> {
  await server.register(
    async (inside) => {
      admit(inside, door);
      inside.setNotFoundHandler((_request, reply) => sendProblem(reply, unknown));
      for (const route of routes) serveApiRoute(inside, route, settings, door);
    },
    { prefix: apiPaths.first },
  );
}
