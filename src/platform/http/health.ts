import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Ground } from '../database/ground.ts';

/** A database that takes longer to answer is not one to send people to. */
const PATIENCE_MILLISECONDS = 2_000;

/** Tells whoever spreads the requests that this process takes no more. */
export interface Health {
  /** From now on the process is not ready, and its connections are not used again. */
  leave(): void;
}

async function standing(ground: Ground): Promise<'ready' | 'no database'> {
  const late = new AbortController();
  const asked = ground.authorities().then(
    () => 'ready' as const,
    () => 'no database' as const,
  );
  const tooLate = delay(PATIENCE_MILLISECONDS, 'no database' as const, { signal: late.signal });
  tooLate.catch(() => undefined); // given up once the answer is there
  return Promise.race([asked, tooLate]).finally(() => late.abort());
}

/**
 * Answers whoever watches the service, without a sign-in and with nothing of a council's: `/healthz`
 * that the process answers, `/readyz` that it reaches its database, 503 when it does not or when it
 * is about to stop.
 */
export function serveHealth(server: FastifyInstance, ground: Ground): Health {
  let leaving = false;
  server.addHook('onSend', async (_request, reply) => {
    if (leaving) reply.header('connection', 'close');
  });
  server.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('well\n'),
  );
  server.get('/readyz', async (_request, reply) => {
    const said = leaving ? 'leaving' : await standing(ground);
    return reply
      .code(said === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .type('text/plain; charset=utf-8')
      .send(`${said}\n`);
  });
  return {
    leave() {
      leaving = true;
    },
  };
}
