import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Measures every request from its first line to the end of its answer, under the pattern of its route: the address itself may name a child. */
export function measureRequests(server: FastifyInstance, registry: Registry): void {
  const duration = new Histogram({
    name: 'wellplaced_request_duration_seconds',
    help: 'From the request to the end of its answer, by the pattern of the route.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: 'wellplaced_requests_in_flight',
    help: 'Requests that are being answered.',
    registers: [registry],
  });
  server.addHook('onRequest', async (request, reply) => {
    inFlight.inc();
    let over = false;
    const end = (status: string) => {
      if (over) return;
      over = true;
      inFlight.dec();
      const route = request.routeOptions.url ?? 'none';
      duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1_000);
    };
    reply.raw.once('finish', () => end(String(reply.statusCode)));
    // Without a finish before it, whoever asked has gone.
    reply.raw.once('close', () => end('aborted'));
  });
}
