import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleService } from '../../../tests/support/example-service.tsx';
import { FORM_TOKEN } from '../../../tests/support/signed-in.ts';
import type { LogEntry } from './log.ts';

describe('the server', () => {
  let server: FastifyInstance;
  let logged: LogEntry[];

  beforeAll(async () => {
    ({ server, logged } = await exampleService());
  });
  afterAll(async () => {
    await server.close();
  });

  test('refuses who may not see a page, before anything of the request is read', async () => {
    const refused = await exampleService('Programme manager');
    const page = await refused.server.inject('/children/4711');
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('You cannot see this page');
    expect(page.body).toContain('<strong>see a child</strong>');
    expect(page.body).toContain('<li>Independent reviewing officer</li>');
    expect(page.body).not.toContain('<li>Cabinet member</li>');
    expect(page.body).not.toContain('4711');
    const form = await refused.server.inject({ method: 'POST', url: '/form', payload: '{broken' });
    expect(form.statusCode).toBe(403);
    const sections = (await refused.server.inject('/')).body;
    expect(sections).toContain('href="/report"');
    expect(sections).not.toContain('href="/form"');
    await refused.server.close();
  });

  test('allows nothing from elsewhere and nothing inline', async () => {
    const { headers } = await server.inject('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const { body } = await server.inject('/report');
    expect(body).not.toMatch(/<style|<script>|\sstyle="|\son\w+="/);
    expect(body.match(/(?:src|href)="(?:https?:)?\/\//g)).toBeNull();
  });

  test('lets browsers keep the styles, and the council’s colour, for ever', async () => {
    const { body } = await server.inject('/');
    const sheets = [...body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, to]) => to);
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) {
      const { statusCode, headers } = await server.inject(sheet ?? '');
      expect(statusCode).toBe(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    expect((await server.inject(sheets[1] ?? '')).body).toContain('#5a2d6b');
  });

  test('escapes what stands in an address', async () => {
    const { body } = await server.inject(
      `/children/${encodeURIComponent('<script>alert(1)</script>')}`,
    );
    expect(body).toContain('Child &lt;script>');
    expect(body).not.toContain('<script>alert');
  });

  test.each([
    ['/nowhere', 404, 'Page not found'],
    ['/children/%ff', 400, 'The request could not be read'],
    ['/broken', 500, 'Sorry, there is a problem with the service'],
    ['/busy', 409, 'Wait until it ends.'],
    ['/unavailable', 503, 'Ask for the page again'],
  ])('answers %s with a page and the status %i', async (url, status, text) => {
    const { statusCode, body } = await server.inject(url);
    expect(statusCode).toBe(status);
    expect(body).toContain(text);
    expect(body).toContain('Wensbury Council');
  });

  test('shows a reference for a fault, and logs it without a value from the record or the query', async () => {
    logged.length = 0;
    const { body } = await server.inject('/broken?child=4711');
    expect(body).toContain('REF-1');
    expect(body).not.toContain('4711');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      level: 'error',
      reference: 'REF-1',
      route: '/broken',
      status: 500,
      error: 'Error',
    });
    expect(logged[0]?.where.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toContain('4711');
  });

  test('answers a program in JSON', async () => {
    const { body } = await server.inject({
      url: '/broken',
      headers: { accept: 'application/json' },
    });
    expect(JSON.parse(body)).toEqual({
      problem: 'Sorry, there is a problem with the service',
      reference: 'REF-1',
    });
  });

  test('takes a form from its own pages only', async () => {
    const form = {
      method: 'POST' as const,
      url: '/form',
      payload: `provider=Wold&rate=12.00&form-token=${FORM_TOKEN}`,
    };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const own = await server.inject({
      ...form,
      headers: { ...type, 'sec-fetch-site': 'same-origin' },
    });
    expect([own.statusCode, own.headers.location]).toEqual([303, '/report']);
    const other = await server.inject({
      ...form,
      headers: { ...type, 'sec-fetch-site': 'cross-site' },
    });
    expect(other.statusCode).toBe(403);
    const old = await server.inject({
      ...form,
      headers: { ...type, origin: 'https://elsewhere.example' },
    });
    expect(old.statusCode).toBe(403);
  });

  test('streams an upload with its folders, passing over inputs left empty', async () => {
    const data = new FormData();
    data.append('form-token', FORM_TOKEN);
    data.append('note', 'a note');
    data.append('files', new File(['x'.repeat(200_000)], '2021/../episodes.csv'));
    data.append('files', new File([], ''));
    data.append('files', new File(['ab'], '2022\\header.csv'));
    data.append('after', '1');
    data.append('after', '2');
    const encoded = new Response(data);
    const { body } = await server.inject({
      method: 'POST',
      url: '/files',
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(JSON.parse(body)).toEqual({
      received: [
        { path: '2021/episodes.csv', bytes: 200_000, note: 'a note' },
        { path: '2022/header.csv', bytes: 2, note: 'a note' },
      ],
      body: { note: 'a note', after: ['1', '2'] },
    });
  });

  test('answers while a large upload still comes, when its reader gives up', async () => {
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    const data = new FormData();
    data.append('form-token', FORM_TOKEN);
    data.append('files', new File(['x'.repeat(8_000_000)], 'large.csv'));
    const answer = await fetch(`${origin}/refuses-files`, { method: 'POST', body: data });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Send a return.');
    expect((await fetch(origin)).status).toBe(200);
    const before = performance.now();
    await server.close();
    expect(performance.now() - before, 'milliseconds to stop').toBeLessThan(5_000);
  });
});
