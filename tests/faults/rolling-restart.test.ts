import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { type Child, startProgram } from '../support/child-process.ts';
import { newServerDatabase } from '../support/databases.ts';
import { postgresPrograms } from '../support/postgres.ts';

const programs = postgresPrograms();
const ASKERS = 6;

/** What a request came to: its status, or the fault of the connection. */
type Came = number | string;

/** Asks once, without trying again, on a connection of its own. */
function ask(port: number, path: string, cookie = ''): Promise<Came> {
  return new Promise((resolve) => {
    const asked = { port, path, host: '127.0.0.1', agent: false, headers: { cookie } };
    const asking = request(asked, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', (error) => resolve(error.message));
    });
    asking.once('error', (error) => resolve(error.message));
    asking.end();
  });
}

/** A load balancer as councils have them: every 100 ms it asks who is ready, and gives each request to the next who was. */
class Balancer {
  readonly #ports = new Map<number, boolean>();
  readonly #cookie: string;
  readonly came: Came[] = [];
  /** The fewest who were ready at one time. */
  fewest = Number.POSITIVE_INFINITY;
  #turn = 0;
  #over = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  add(port: number): void {
    this.#ports.set(port, true);
  }

  start(): void {
    const askers = Array.from({ length: ASKERS }, () => this.#askOn());
    this.#work = Promise.all([this.#look(), ...askers]);
  }

  async stop(): Promise<void> {
    this.#over = true;
    await this.#work;
  }

  async #look(): Promise<void> {
    while (!this.#over) {
      for (const port of this.#ports.keys()) {
        this.#ports.set(port, (await ask(port, '/readyz')) === 200);
      }
      this.fewest = Math.min(this.fewest, [...this.#ports.values()].filter(Boolean).length);
      await delay(100);
    }
  }

  async #askOn(): Promise<void> {
    while (!this.#over) {
      const ready = [...this.#ports].filter(([, is]) => is).map(([port]) => port);
      const port = ready[this.#turn++ % ready.length];
      const nobody = 'nobody is ready';
      this.came.push(port === undefined ? nobody : await ask(port, '/findings', this.#cookie));
      await delay(10);
    }
  }
}

/** Signs in by the link that works once; gives the session's cookie. */
async function signIn(link: string): Promise<string> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(link, { method: 'POST', headers, redirect: 'manual' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe.skipIf(programs === undefined)('two web processes, one restarted after the other', () => {
  let databaseUrl: string;
  let web: { child: Child; port: number }[];
  let link = '';
  beforeAll(async () => {
    databaseUrl = await newServerDatabase(programs ?? '', ALL_MIGRATIONS);
    web = [await started('0'), await started('0')];
  });
  afterAll(async () => {
    for (const { child } of web ?? []) await child.kill();
  });

  async function started(port: string): Promise<{ child: Child; port: number }> {
    const child = startProgram('bin/run.mjs', ['serve', '--empty'], {
      DATABASE_URL: databaseUrl,
      WELLPLACED_AUTHORITY: 'E99',
      WELLPLACED_LEAVE_SECONDS: '2',
      PORT: port,
    });
    for (;;) {
      const line = await child.line();
      link = / open (http:\S+)/.exec(line)?.[1] ?? link;
      const address = / is at (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) return { child, port: Number(new URL(address).port) };
    }
  }

  test('drop no request', async () => {
    const cookie = await signIn(link);
    const balancer = new Balancer(cookie);
    for (const { port } of web) balancer.add(port);
    balancer.start();
    for (const [at, { child, port }] of web.entries()) {
      await delay(500);
      process.kill(child.pid, 'SIGTERM');
      await delay(500);
      expect(await ask(port, '/readyz'), 'says so before it closes').toBe(503);
      expect(await ask(port, '/findings', cookie), 'answers meanwhile').toBe(200);
      expect(await child.ended).toBe(0);
      web[at] = await started(String(port));
    }
    await delay(500);
    await balancer.stop();
    expect(balancer.fewest, 'one was away at a time').toBe(1);
    expect(new Set(balancer.came)).toEqual(new Set([200]));
    expect(balancer.came.length).toBeGreaterThan(200);
  });
});
