import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Ground } from '../database/ground.ts';
import { serveHealth } from './health.ts';

async function asked(path: string, authorities: Ground['authorities']) {
  const server = Fastify();
  serveHealth(server, { authorities } as Ground);
  const { statusCode, body } = await server.inject(path);
  await server.close();
  return [statusCode, body];
}

test('a service is healthy while it answers, and ready while it reaches its database', async () => {
  const reached = async () => [{ code: 'E1', name: 'Alpha' }];
  const gone = () => Promise.reject(new Error('connection to 10.0.0.1 refused'));
  expect(await asked('/healthz', gone)).toEqual([200, 'well\n']);
  expect(await asked('/readyz', reached)).toEqual([200, 'ready\n']);
  expect(await asked('/readyz', gone)).toEqual([503, 'no database\n']);
});

test('a service that is about to stop is not ready, still answers, and lets its connections go', async () => {
  const server = Fastify();
  const health = serveHealth(server, { authorities: async () => [] as const } as unknown as Ground);
  server.get('/page', async () => 'a page');
  expect((await server.inject('/page')).headers.connection).not.toBe('close');
  health.leave();
  const { statusCode, body } = await server.inject('/readyz');
  expect([statusCode, body]).toEqual([503, 'leaving\n']);
  const page = await server.inject('/page');
  expect([page.statusCode, page.body, page.headers.connection]).toEqual([200, 'a page', 'close']);
  await server.close();
});

test('a database that does not answer is not waited for', async () => {
  const silent = () => new Promise<never>(() => undefined);
  expect(await asked('/readyz', silent)).toEqual([503, 'no database\n']);
});
