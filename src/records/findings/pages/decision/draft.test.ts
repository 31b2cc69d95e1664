import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCareCouncil, serveCareCouncil } from '../../../../../tests/support/care-council.ts';
import { WORK } from '../../../../../tests/support/open-wings.ts';
import { addPerson } from '../../../../../tests/support/restricted-child.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import { draftRoutes, draftsAtHome } from '../../../../platform/forms/drafts/routes.tsx';
import { homeRoutes } from '../../../../platform/home/routes.tsx';
import type { Person, Route } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import { findingCaseRoutes } from '../finding/routes.ts';
import { findingsRoutes } from '../findings/routes.ts';
import { findingDecisionRoutes } from './routes.ts';

type Server = Awaited<ReturnType<typeof serveCareCouncil>>['server'];

describe('a draft of a decision', () => {
  let ground: Ground;
  let priya: Server;
  let owen: Server;
  let keys: readonly string[];
  const servers: Server[] = [];

  async function served(person: Person): Promise<Server> {
    const routes = [
      ...(homeRoutes(WORK, [draftsAtHome]) as readonly Route[]),
      ...(draftRoutes() as readonly Route[]),
      ...findingsRoutes(),
      ...findingDecisionRoutes(),
      ...findingCaseRoutes(),
    ];
    const { server } = await serveCareCouncil(ground, person, routes);
    servers.push(server);
    return server;
  }
  const get = async (server: Server, url: string) => (await server.inject({ url })).body;
  const post = (server: Server, url: string, fields: Readonly<Record<string, string>>) =>
    server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(new URLSearchParams({ 'form-token': FORM_TOKEN, ...fields })),
    });
  const formOf = (key = '') => `${paths.decideOnFindings}?finding=${key}`;
  const decides = (server: Server, key = '', fields: Readonly<Record<string, string>>) =>
    post(server, paths.decideOnFindings, { finding: `${key}.0`, ...fields });

  beforeAll(async () => {
    ground = await openCareCouncil();
    priya = await served(await addPerson(ground, 'A', 'Priya Nair', 'Placements officer'));
    owen = await served(await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager'));
    const list = await get(priya, paths.findings);
    keys = [
      ...new Set([...list.matchAll(/\/findings\/([0-9a-f]{32})/g)].map(([, key]) => `${key}`)),
    ];
    if (keys.length === 0) {
      keys = [...new Set([...list.matchAll(/value="([0-9a-f]{32})"/g)].map(([, key]) => `${key}`))];
    }
    expect(keys.length).toBeGreaterThan(1);
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await ground?.close();
  });

  test('is kept unfinished, found again by its keeper alone, and gone once it is sent', async () => {
    const [key] = keys;
    expect(await get(priya, formOf(key))).toContain('Keep as a draft');
    expect(await get(priya, '/')).not.toContain('/drafts');
    const kept = await decides(priya, key, { reason: 'half a sen', step: 'keep' });
    expect(kept.statusCode).toBe(303);
    expect(kept.headers.location).toContain(key);
    const form = await get(priya, String(kept.headers.location));
    expect(form).toContain('half a sen</textarea>');
    expect(form).toContain('It is not sent yet');
    expect(await get(owen, formOf(key))).not.toContain('half a sen');
    expect(await get(priya, '/')).toContain('You keep 1 draft of forms');
    expect(await get(priya, '/drafts')).toContain('Decide on findings: ');
    expect(await get(owen, '/drafts')).toContain('You keep no drafts');
    // The other finding, and both together, are other forms.
    expect(await get(priya, formOf(keys[1]))).not.toContain('half a sen');
    expect(await get(priya, `${formOf(key)}&finding=${keys[1]}`)).not.toContain('half a sen');
    // What cannot be sent yet leaves the draft as it is.
    expect((await decides(priya, key, { reason: 'half a sentence' })).statusCode).toBe(422);
    expect(await get(priya, formOf(key))).toContain('half a sen</textarea>');
    const sent = await decides(priya, key, { reason: 'a sentence', verdict: 'accepted' });
    expect(sent.statusCode).toBe(303);
    expect(await get(priya, '/drafts')).toContain('You keep no drafts');
  });

  test('is thrown away on its form or on the page of drafts, and by nobody else', async () => {
    const key = keys[1];
    await decides(priya, key, { reason: 'first', step: 'keep' });
    expect((await decides(priya, key, { step: 'throw-away' })).statusCode).toBe(303);
    expect(await get(priya, formOf(key))).not.toContain('It is not sent yet');
    await decides(priya, key, { reason: 'second', step: 'keep' });
    const page = await get(priya, '/drafts');
    const subject = /name="subject" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
    const which = { form: 'decision', subject };
    expect((await post(owen, '/drafts', which)).statusCode).toBe(404);
    expect((await post(priya, '/drafts', { ...which, form: 'x' })).statusCode).toBe(404);
    expect((await post(priya, '/drafts', {})).statusCode).toBe(404);
    expect(await get(priya, formOf(key))).toContain('second</textarea>');
    expect((await post(priya, '/drafts', which)).statusCode).toBe(303);
    expect((await post(priya, '/drafts', which)).statusCode).toBe(404);
  });

  test('is not kept of what is no finding, nor of more than a form can hold', async () => {
    for (const finding of ['', '../etc', 'x'.repeat(5_000)]) {
      const fields = { finding, reason: 'x', step: 'keep' };
      const answer = await post(priya, paths.decideOnFindings, fields);
      expect([finding.slice(0, 9), answer.statusCode]).toEqual([finding.slice(0, 9), 422]);
    }
    const long = await decides(priya, keys[1], { reason: 'x'.repeat(100_001), step: 'keep' });
    expect([long.statusCode, long.body.includes('too long to be kept')]).toEqual([422, true]);
    expect(await get(priya, '/drafts')).toContain('You keep no drafts');
  });
});
