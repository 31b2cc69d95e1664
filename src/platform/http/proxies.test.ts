import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { apiService } from '../../../tests/support/api-service.ts';
import type { Ground } from '../database/ground.ts';

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function behind(proxies: readonly string[]): Promise<FastifyInstance> {
  const ground = { kind: 'server', beginningWith: () => ground } as unknown as Ground;
  const server = await apiService(ground, 'Data officer', undefined, { proxies });
  servers.push(server);
  return server;
}

/** How many of 40 guesses of a token, each said to be sent from another address, are refused as too many. */
async function refusedOf(
  server: FastifyInstance,
  remoteAddress: string,
  saidFrom: (at: number) => string,
): Promise<number> {
  const statuses: number[] = [];
  for (let at = 0; at < 40; at += 1) {
    const headers = {
      authorization: 'Bearer wellplaced_guess',
      'x-forwarded-for': saidFrom(at),
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'elsewhere.example',
      forwarded: `for=${saidFrom(at)}`,
      'x-real-ip': saidFrom(at),
    };
    const answer = await server.inject({ url: '/api/v1/me', headers, remoteAddress });
    statuses.push(answer.statusCode);
  }
  return statuses.filter((status) => status === 429).length;
}

const others = (at: number) => `203.0.113.${at}`;

test.each([
  ['where no proxy is configured', [], '127.0.0.1'],
  ['from a machine that is no proxy', ['10.0.0.7'], '10.0.0.8'],
  ['from this machine, where the proxy is another', ['10.0.0.7'], '127.0.0.1'],
  ['from outside the range of the proxies', ['10.0.0.0/29'], '10.0.0.8'],
])('a forged address counts for nothing %s', async (_where, proxies, peer) => {
  expect(await refusedOf(await behind(proxies), peer, others)).toBe(10);
});

test.each([
  ['by its address', ['10.0.0.7'], '10.0.0.7'],
  ['by its range', ['10.0.0.0/29'], '10.0.0.6'],
  ['written as IPv6', ['127.0.0.1'], '::ffff:127.0.0.1'],
])('a configured proxy is believed, %s', async (_how, proxies, peer) => {
  expect(await refusedOf(await behind(proxies), peer, others)).toBe(0);
});

test('of what a proxy passes on, only what it added itself is believed', async () => {
  const added = (at: number) => `203.0.113.${at}, 198.51.100.9`;
  expect(await refusedOf(await behind(['10.0.0.7']), '10.0.0.7', added)).toBe(10);
});

test.each([
  [[], '127.0.0.1'],
  [['127.0.0.1'], '127.0.0.1'],
])('no forwarded name makes the service another’s, with the proxies %j', async (proxies, peer) => {
  const server = await behind(proxies);
  const headers = { 'x-forwarded-host': 'localhost', host: 'elsewhere.example' };
  const forged = await server.inject({ url: '/', headers, remoteAddress: peer });
  expect(forged.statusCode).toBe(421);
});
