import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Ground } from '../database/ground.ts';
import { measureDatabase } from './database-metrics.ts';
import { measureRequests } from './request-metrics.ts';

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Measures the service and answers `/metrics` to whoever sends the token, in the text format of
 * Prometheus: requests, connections, jobs, and of the process the lag of its event loop, memory and
 * processor time.
 */
export function serveMetrics(server: FastifyInstance, ground: Ground, token: string): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureRequests(server, registry);
  measureDatabase(ground, registry);
  const expected = hashOf(`Bearer ${token}`);
  server.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!timingSafeEqual(hashOf(request.headers.authorization ?? ''), expected)) {
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer realm="Wellplaced metrics"')
        .type('text/plain; charset=utf-8')
        .send('Send the token in WELLPLACED_METRICS_TOKEN as "Authorization: Bearer ...".\n');
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
