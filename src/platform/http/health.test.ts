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
