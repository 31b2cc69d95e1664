import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { apiService, ask } from '../../../../tests/support/api-service.ts';
import { signedInAs } from '../../../../tests/support/signed-in.ts';
import { WellplacedError } from '../../../core/errors.ts';
import type { Ground } from '../../database/ground.ts';

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function service(ground: Partial<Ground> = {}): Promise<FastifyInstance> {
  const whole = { kind: 'server', beginningWith: () => whole, ...ground } as Ground;
  const server = await apiService(whole, 'Data officer');
  servers.push(server);
  return server;
}

test('a request without a token is refused everywhere, and told how to send one', async () => {
  const server = await service();
  for (const url of ['/api/v1/me', '/api/v1/children', '/api/v1/nowhere', '/api/v1/']) {
    const answer = await server.inject({ url });
    expect([url, answer.statusCode]).toEqual([url, 401]);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="Wellplaced"');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().remedy).toContain('Authorization: Bearer');
  }
});

test('a token that does not work is called invalid', async () => {
  const answer = await ask(await service(), '/me', 'wellplaced_guess');
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
});

test('a token that rests is told from one that does not work, with the way to wake it', async () => {
  const gate = { holderOf: async () => undefined, rests: async () => true };
  const ground = { kind: 'server', beginningWith: () => ground } as unknown as Ground;
  const server = await apiService(ground, 'Data officer', undefined, { tokenGate: gate });
  servers.push(server);
  const answer = await ask(server, '/me');
  expect(answer.statusCode).toBe(401);
  expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  expect(answer.json()).toMatchObject({
    type: '/api#resting',
    detail: expect.stringContaining('has not signed in to Wellplaced'),
    remedy: expect.stringContaining('signs in on the pages'),
  });
});

test('the session of a browser opens nothing of the API', async () => {
  const server = await service();
  expect(await signedInAs('Data officer').sessionOf('anything')).toBeDefined();
  const cookies = { 'wellplaced-session': 'anything' };
  expect((await server.inject({ url: '/api/v1/me', cookies })).statusCode).toBe(401);
});

test('a token in the address or under another scheme is none', async () => {
  const server = await service();
  const urls = ['/api/v1/me?access_token=wellplaced_token-of-a-test'];
  for (const url of urls) expect((await server.inject({ url })).statusCode).toBe(401);
  const headers = { authorization: 'Basic wellplaced_token-of-a-test' };
  expect((await server.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401);
});

test('whoever has a token learns whose it is and what it may do', async () => {
  const answer = await ask(await service(), '/me');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.json()).toMatchObject({
    council: { code: 'A' },
    person: { name: 'Amina Yusuf', roles: ['Data officer'] },
    token: { name: 'Power BI', expires: '2021-09-01T00:00:00.000Z' },
  });
  expect(answer.json().may).not.toContain('import records');
});

test('only reading is served', async () => {
  const server = await service();
  const headers = { authorization: 'Bearer wellplaced_token-of-a-test' };
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
    const { statusCode } = await server.inject({ method, url: '/api/v1/me', headers });
    expect([method, statusCode]).toEqual([method, 404]);
  }
});

test('a token that asks too often is told when to come again, and others are not kept waiting', async () => {
  const server = await service();
  const statuses: number[] = [];
  for (let at = 0; at < 125; at += 1) statuses.push((await ask(server, '/me')).statusCode);
  expect(statuses.filter((status) => status === 200).length).toBe(120);
  const refused = await ask(server, '/me');
  expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
  expect((await server.inject({ url: '/api/v1/me' })).statusCode).toBe(401);
});

test('guessing is answered so many times a minute; a token that works is not kept waiting by it', async () => {
  const server = await service();
  for (let at = 0; at < 30; at += 1) await ask(server, '/me', `wellplaced_${at}`);
  expect((await ask(server, '/me', 'wellplaced_more')).statusCode).toBe(429);
  expect((await ask(server, '/me')).statusCode).toBe(200);
});

test('an error says what to do, and a fault nothing but its reference', async () => {
  const gone = new WellplacedError('database-unavailable', 'The database is away.', 'Wait.');
  const away = await service({ read: () => Promise.reject(gone) });
  expect((await ask(away, '/children')).json()).toMatchObject({
    status: 503,
    detail: 'The database is away.',
    remedy: 'Wait.',
  });
  const strange = await ask(await service(), '/children/%zz');
  expect([strange.statusCode, strange.headers['content-type']]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ]);
});
