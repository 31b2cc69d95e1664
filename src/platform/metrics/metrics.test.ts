import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { PERMISSIONS } from '../../../tests/support/open-wings.ts';
import { signedInAs } from '../../../tests/support/signed-in.ts';
import { isoDate } from '../../core/plain-date.ts';
import { carry, engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';
import { buildServer } from '../http/server.ts';
import { openJobs } from '../jobs/jobs.ts';
import { serveMetrics } from './serve-metrics.ts';

const TOKEN = 'a-token-of-thirty-two-characters';
const HEADERS = { authorization: `Bearer ${TOKEN}` };

const metricsOf = async (server: FastifyInstance): Promise<string> =>
  (await server.inject({ url: '/metrics', headers: HEADERS })).body;

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function service(ground: Ground): Promise<FastifyInstance> {
  const server = await buildServer({
    council: { code: 'A', name: 'Wensbury Council' },
    permissions: PERMISSIONS,
    gate: signedInAs('Data officer'),
    ground,
    narrowed: (whole) => whole,
    today: () => isoDate('2021-06-01'),
    now: () => new Date(),
    sections: [],
    routes: [],
    log: () => undefined,
  });
  serveMetrics(server, ground, TOKEN);
  servers.push(server);
  return server;
}

describeOnBothDatabases('metrics', ALL_MIGRATIONS, (open) => {
  test('are for whoever sends the token, and nobody else, signed in or not', async () => {
    const server = await service(await open());
    for (const authorization of [undefined, '', 'Bearer ', `Bearer ${TOKEN}x`, TOKEN]) {
      const headers = authorization === undefined ? {} : { authorization };
      const { body, statusCode } = await server.inject({ url: '/metrics', headers });
      expect([statusCode, body.includes('process_')]).toEqual([401, false]);
    }
    expect((await server.inject({ url: '/metrics', headers: HEADERS })).statusCode).toBe(200);
  });

  test('tell of the process, the database and the jobs', async () => {
    const ground = await open();
    const jobs = await openJobs(ground, () => undefined);
    await jobs.send('imports', { importId: '1' }, { key: '1' });
    await jobs.send('imports', { importId: '2' }, { key: '2' });
    const text = await metricsOf(await service(ground));
    expect(text).toContain('wellplaced_jobs{queue="imports",state="created"} 2');
    expect(text).toContain('wellplaced_database_reached 1');
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    const pool = text.includes('wellplaced_database_connections{state="in use"}');
    expect(pool).toBe(ground.kind === 'server');
    await jobs.stop();
  });

  test('say that the database is gone, and are answered all the same', async () => {
    const ground = await open();
    const gone: Ground = { ...ground, authorities: () => Promise.reject(new Error('gone')) };
    const server = await service(
      carry(gone, { ...engineOf(ground), execute: () => Promise.reject(new Error('gone')) }),
    );
    const text = await metricsOf(server);
    expect(text).toContain('wellplaced_database_reached 0');
    expect(text).not.toContain('wellplaced_jobs{');
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });
});
