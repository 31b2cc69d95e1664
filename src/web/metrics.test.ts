import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { apiService, ask } from '../../tests/support/api-service.ts';
import { openCareCouncil, TODAY } from '../../tests/support/care-council.ts';
import { API_ROUTES } from '../../tests/support/open-wings.ts';
import { signedInAs } from '../../tests/support/signed-in.ts';
import type { Ground } from '../platform/database/ground.ts';
import { buildServer } from '../platform/http/server.ts';
import { serveMetrics } from '../platform/metrics/serve-metrics.ts';
import { childRoutes } from '../records/children/pages/child/routes.ts';
import { childrenRoutes } from '../records/children/pages/children/routes.ts';
import { PERMISSIONS } from './whole.ts';

const TOKEN = 'a-token-of-thirty-two-characters';
const HEADERS = { authorization: `Bearer ${TOKEN}` };
const ROUTES = [...childrenRoutes(), ...childRoutes()];
const SOON = { timeout: 5_000, interval: 20 };

const metricsOf = async (server: FastifyInstance): Promise<string> =>
  (await server.inject({ url: '/metrics', headers: HEADERS })).body;

function labels(text: string, label: string): readonly string[] {
  const found = text.matchAll(new RegExp(`[{,]${label}="([^"]*)"`, 'g'));
  return [...new Set(Array.from(found, ([, value]) => value ?? ''))].sort();
}

/** How many requests are in flight, the one that asks included. */
function inFlightIn(text: string): number {
  return Number(/^wellplaced_requests_in_flight (\d+)/m.exec(text)?.[1]);
}

describe('metrics of requests', () => {
  let ground: Ground;
  const servers: FastifyInstance[] = [];
  beforeAll(async () => {
    ground = await openCareCouncil();
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  afterAll(() => ground?.close());

  async function pagesOver(records: Ground): Promise<FastifyInstance> {
    const server = await buildServer({
      council: { code: 'A', name: 'Wensbury Council' },
      permissions: PERMISSIONS,
      gate: signedInAs('Data officer', 'Amina Yusuf'),
      ground: records,
      narrowed: (whole) => whole,
      today: () => TODAY,
      now: () => new Date(),
      sections: [],
      routes: ROUTES,
      log: () => undefined,
    });
    servers.push(server);
    serveMetrics(server, ground, TOKEN);
    return server;
  }

  test('name the pattern of a route and never what was asked for', async () => {
    const pages = await pagesOver(ground);
    const asked = [
      '/children/A100',
      '/children/A100?search=A200',
      '/children?search=A100',
      '/A300/nowhere',
      '/children/%zz-A400',
    ];
    for (const url of asked) await pages.inject({ url });
    const api = await apiService(ground, 'Data officer');
    servers.push(api);
    serveMetrics(api, ground, TOKEN);
    await ask(api, '/children/A100');
    await ask(api, '/A300');
    for (const [text, patterns] of [
      [await metricsOf(pages), ROUTES.map(({ path }) => path)],
      [await metricsOf(api), API_ROUTES.map(({ path }) => `/api/v1${path}`)],
    ] as const) {
      expect(text).not.toMatch(/A[1-5]00|Amina|Wensbury/);
      const unknown = labels(text, 'route').filter(
        (route) => !patterns.includes(route) && !['none', '/metrics', '/api/v1/*'].includes(route),
      );
      expect(unknown).toEqual([]);
    }
    expect(await metricsOf(pages)).toContain(
      'wellplaced_request_duration_seconds_count{method="GET",route="/children/:childId",status="200"} 2',
    );
    expect(await metricsOf(api)).toContain('route="/api/v1/children/:childId",status="200"} 1');
  });

  test('count a request that whoever sent it gave up, and no longer as in flight', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow: Ground = {
      ...ground,
      read: async (authority, work) => {
        await held;
        return ground.read(authority, work);
      },
    };
    const pages = await pagesOver(slow);
    const { port } = new URL(await pages.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET /children HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    const inFlight = async () => inFlightIn(await metricsOf(pages));
    await vi.waitFor(async () => expect(await inFlight()).toBe(2), SOON);
    socket.destroy();
    await vi.waitFor(async () => expect(await inFlight()).toBe(1), SOON);
    expect(await metricsOf(pages)).toContain('route="/children",status="aborted"} 1');
    answer();
  });
});
