import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Ground } from '../src/platform/database/ground.ts';
import { openGround } from '../src/platform/database/open-ground.ts';
import { type Jobs, openJobs } from '../src/platform/jobs/jobs.ts';
import { ALL_MIGRATIONS } from '../src/web/whole.ts';
import { type Child, startChild, startProgram } from './support/child-process.ts';
import { newServerDatabase } from './support/databases.ts';
import { exampleMigrations } from './support/example-tables.ts';
import { postgresPrograms } from './support/postgres.ts';

const programs = postgresPrograms();
const SOON = { timeout: 30_000, interval: 50 };

async function lineOf(child: Child, pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(await child.line());
    if (found !== null) return found[1] ?? found[0];
  }
}

/** Sends a form in two halves with something between, and gives the answer's first line. */
async function sentSlowly(origin: string, between: () => void): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  const closed = new Promise<void>((resolve, reject) => {
    socket.once('close', () => resolve());
    socket.once('error', reject);
  });
  const head = [
    'POST /sign-in/none HTTP/1.1',
    `Host: localhost:${port}`,
    'Sec-Fetch-Site: same-origin',
  ];
  head.push(
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 8',
    'Connection: close',
  );
  socket.write(`${head.join('\r\n')}\r\n\r\na=1&`);
  await delay(300);
  between();
  await delay(700);
  socket.write('b=22');
  await closed;
  return answer.split('\r\n')[0] ?? '';
}

describe.skipIf(programs === undefined)(
  'two web processes and two workers on one new database',
  () => {
    let web: Child[];
    let workers: Child[];
    let origins: string[];

    beforeAll(async () => {
      const environment = {
        DATABASE_URL: await newServerDatabase(programs ?? '', ALL_MIGRATIONS),
        WELLPLACED_AUTHORITY: 'E99',
        PORT: '0',
      };
      const start = (...words: string[]) => startProgram('bin/run.mjs', words, environment);
      web = [start('serve', '--empty'), start('serve', '--empty')];
      workers = [start('work'), start('work')];
      origins = await Promise.all(web.map((each) => lineOf(each, / is at (http:\S+)/)));
      await Promise.all(workers.map((each) => lineOf(each, /^Working for/)));
    });
    afterAll(async () => {
      for (const child of [...(web ?? []), ...(workers ?? [])]) await child.kill();
    });

    test('all start at once, and are healthy and ready', async () => {
      for (const origin of origins) {
        for (const path of ['/healthz', '/readyz']) {
          expect((await fetch(origin + path)).status).toBe(200);
        }
      }
    });

    test('stop when they are asked to: the request under way is answered first', async () => {
      const [first, second] = web;
      const answer = await sentSlowly(origins[0] ?? '', () =>
        process.kill(first?.pid ?? 0, 'SIGTERM'),
      );
      expect(answer).toMatch(/^HTTP\/1\.1 [2345]\d\d /);
      expect(await first?.ended).toBe(0);
      expect((await fetch(`${origins[1]}/readyz`)).status).toBe(200);
      process.kill(workers[0]?.pid ?? 0, 'SIGTERM');
      expect(await workers[0]?.ended).toBe(0);
      process.kill(second?.pid ?? 0, 'SIGTERM');
      expect(await second?.ended).toBe(0);
    });
  },
);

describe.skipIf(programs === undefined)('a service that cannot start', () => {
  test('says why and ends: its queue does not keep it alive', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const child = startProgram('bin/run.mjs', ['serve', '--empty'], {
      DATABASE_URL: await newServerDatabase(programs ?? '', ALL_MIGRATIONS),
      WELLPLACED_AUTHORITY: 'E99',
      PORT: String(port),
    });
    await expect(child.line()).rejects.toThrow(`Another program already serves on port ${port}`);
    expect(await child.ended).toBe(2);
    taken.close();
  });
});

describe.skipIf(programs === undefined)('a worker that is killed in mid-job', () => {
  test('takes its job with it, and the others go on with the next, once', async () => {
    const databaseUrl = await newServerDatabase(programs ?? '', exampleMigrations);
    const victim = startChild('tests/support/hang-in-a-job.ts', [databaseUrl]);
    const id = await victim.line();
    const opened: { ground: Ground; jobs: Jobs }[] = [];
    const runs: string[] = [];
    for (const name of ['one', 'two']) {
      const ground = await openGround({ databaseUrl, dataFolder: '' }, exampleMigrations);
      const jobs = await openJobs(ground, () => undefined, { lease: 2, look: 1 });
      await jobs.work('hang', async (_data, job) => {
        runs.push(job.id);
        await delay(name === 'one' ? 100 : 200);
      });
      opened.push({ ground, jobs });
    }
    await delay(1_500);
    expect(runs, 'while its worker lives').toEqual([]);
    await victim.kill();
    await vi.waitFor(async () => {
      expect(await opened[0]?.jobs.find('hang', id)).toMatchObject({
        state: 'failed',
        failure: expect.stringContaining('is not tried again by itself'),
      });
    }, SOON);
    const next = (await opened[1]?.jobs.send('hang', {})) ?? '';
    await vi.waitFor(async () => {
      expect(await opened[0]?.jobs.find('hang', next)).toMatchObject({ state: 'done' });
    }, SOON);
    expect(runs).toEqual([next]);
    for (const { ground, jobs } of opened) {
      await jobs.stop();
      await ground.close();
    }
  });
});

test('the list of migrations has each name once', () => {
  const names = ALL_MIGRATIONS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
