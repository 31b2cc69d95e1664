import type { FastifyInstance } from 'fastify';
import type { Ground } from '../database/ground.ts';

/**
 * Answers whoever watches the service, without a sign-in and with nothing of a council's: `/healthz`
 * that the process answers, `/readyz` that it reaches its database, 503 when it does not.
 */
export function serveHealth(server: FastifyInstance, ground: Ground): void {
  server.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('well\n'),
  );
  server.get('/readyz', async (_request, reply) => {
    const ready = await ground.authorities().then(
      () => true,
      () => false,
    );
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(ready ? 'ready\n' : 'no database\n');
  });
}
