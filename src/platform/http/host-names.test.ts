import { describe, expect, test } from 'vitest';
import { exampleService } from '../../../tests/support/example-service.tsx';
import { isAskedFor } from './host-names.ts';

describe('the name that a request asks for', () => {
  const asked = isAskedFor(['192.0.2.7', '2001:db8::7', 'Placements.Council.example']);

  test.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    '[0:0:0:0:0:0:0:1]',
    '192.0.2.7:80',
    '[2001:db8::7]:8080',
    'placements.council.example',
  ])('%s is this service', (host) => {
    expect(asked(host)).toBe(true);
  });

  test.each([
    undefined,
    '',
    'elsewhere.example',
    'localhost.elsewhere.example',
    'elsewhere.example:localhost',
    'elsewhere@localhost',
    'localhost/elsewhere',
    'elsewhere.example#localhost',
    '127.0.0.2',
    '192.0.2.8',
    'council.example',
    '[::2]',
  ])('%s is not', (host) => {
    expect(asked(host)).toBe(false);
  });
});

test.each([
  ['GET', '/'],
  ['GET', '/children/4711'],
  ['GET', '/nowhere'],
  ['POST', '/form'],
] as const)('a site under another name reads nothing: %s %s', async (method, url) => {
  const { server } = await exampleService();
  const answer = await server.inject({ method, url, headers: { host: 'rebound.example:3000' } });
  expect(answer.statusCode).toBe(421);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.body).toContain('not known by the name');
  expect(answer.body).not.toMatch(/4711|Wensbury|Yusuf|rebound/);
  const asset = await server.inject({
    url: '/assets/version',
    headers: { host: 'rebound.example' },
  });
  expect(asset.statusCode).toBe(421);
  await server.close();
});

test('a name given to the service is answered', async () => {
  const { server } = await exampleService('Data officer', ['placements.council.example']);
  const ask = (host: string) => server.inject({ url: '/', headers: { host } });
  expect((await ask('placements.council.example')).statusCode).toBe(200);
  expect((await ask('council.example')).statusCode).toBe(421);
  await server.close();
});
