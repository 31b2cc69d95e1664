import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import { ROLES, type Role } from '../../src/platform/permission/roles.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from '../support/databases.ts';
import { textOf } from '../support/every-page.ts';
import { SECRET, secretChild } from '../support/secret-child.ts';
import { FORM_TOKEN } from '../support/signed-in.ts';

const HEADERS = { authorization: 'Bearer wellplaced_anything' };
/** As long as the identifier, of the same kind, and of nobody; another for each role, whose questions the next one reads on the trail. */
function nobodyOf(role: Role): string {
  return `SECRET${ROLES.indexOf(role) + 10}`;
}

/** Ids of one length, of people who have done nothing yet. */
function idOf(one: 1 | 2 | 3, role: Role): string {
  return `00000000-0000-4000-8000-${one}000000000${ROLES.indexOf(role) + 10}`;
}

/** Where an identifier can be asked for. The trail is asked again last, when the questions themselves stand on it. */
const PROBES = [
  ...['/children?search=X', '/children?search=X&known=all', '/children/file/csv?search=X'],
  ...['/children/names/file/csv?search=X', '/children/X', '/children/X/restriction'],
  ...['/report/costs?search=X', '/report/payments?search=X', '/report/movements?search=X'],
  ...['/report/costs/file/csv?search=X', '/report/payments/file/csv?search=X'],
  ...['/findings?child=X', '/findings?child=X&state=all', '/findings/file/csv?child=X'],
  ...['/restricted-children?child=X', '/restricted-children/open?child=X', '/imports?search=X'],
  ...['/people?search=X', '/report/budgets?search=X', '/definitions?search=X'],
  ...['/api/v1/children?search=X', '/api/v1/children/X', '/api/v1/findings?child=X'],
  ...['/api/v1/costs?search=X', '/api/v1/payments?search=X', '/api/v1/movements?search=X'],
  ...['/audit?child=X', '/audit?search=X', '/audit?person=X', '/audit?search=X'],
  ...['/audit/file/csv?search=X', '/audit/file/xlsx?child=X'],
];

describe('an identifier that somebody tries', () => {
  let ground: Ground;
  let council: Awaited<ReturnType<typeof secretChild>>;

  beforeAll(async () => {
    const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
    ground = await groundOn(
      embeddedEngine(database, async () => undefined),
      ALL_MIGRATIONS,
    );
    council = await secretChild(ground);
  }, 240_000);

  /** The answer as it would be to any identifier: but for the typed one, the minute and the length that goes with them. */
  async function asked(server: FastifyInstance, probe: string, identifier: string) {
    const url = probe.replace('X', identifier);
    const answer = await server.inject({ url, headers: HEADERS });
    const { 'content-length': length, date: _date, ...headers } = answer.headers;
    const policy = String(headers['content-security-policy'] ?? '');
    return {
      status: answer.statusCode,
      length,
      headers: JSON.stringify({ ...headers, 'content-security-policy': policy.length }).replaceAll(
        identifier,
        'X',
      ),
      text: (await textOf(answer))
        .replaceAll(identifier, 'X')
        .replace(/\d{1,2} \w+ 20\d\d(,| at)? \d{1,2}[:.]\d\d(:\d\d)?( ?[ap]m)?/g, 'then'),
    };
  }

  /** All answers to one person who tries the one identifier in each of the places, one after another. */
  async function answersTo(personId: string, name: string, role: Role, identifier: string) {
    const person = { personId, name, roles: [role] };
    const server = await council.serve(person);
    const answers: unknown[] = [];
    for (const probe of [...PROBES, ...PROBES.slice(-6)]) {
      answers.push([probe, await asked(server, probe, identifier)]);
    }
    await server.close();
    return answers;
  }

  test.each(ROLES)(
    'is answered to the %s alike, to the byte, whether a hidden child’s or nobody’s',
    async (role) => {
      // Two people who have done nothing yet, with names of one length.
      const hidden = await answersTo(idOf(1, role), `Reader of one ${role}`, role, SECRET);
      const nobody = await answersTo(idOf(2, role), `Reader of two ${role}`, role, nobodyOf(role));
      const alike = (answers: unknown) =>
        JSON.stringify(answers)
          .replaceAll(/Reader([ +])of\1two/g, 'Reader$1of$1one')
          .replaceAll('-8000-2000000000', '-8000-1000000000');
      expect(JSON.parse(alike(hidden))).toEqual(JSON.parse(alike(nobody)));
    },
  );

  test('stays on the trail for the auditor who tried it, as any other does', async () => {
    const server = await council.serve({
      personId: idOf(3, 'Auditor'),
      name: 'Gareth Pugh',
      roles: ['Auditor'],
    });
    const said = async (identifier: string) => {
      await server.inject({ url: `/audit?search=${identifier}` });
      const { body } = await server.inject({ url: `/audit?search=${identifier}` });
      return /(\d+|no) entr(y|ies)/i.exec(body.replace(/<[^>]+>/g, ' '))?.[0];
    };
    const [hidden, nobody] = [await said(SECRET), await said('SECRET98')];
    expect(hidden).toMatch(/^1 entry/);
    expect(hidden).toBe(nobody);
  });

  test('keeps a reason in its writer’s sight, whatever it names', async () => {
    const person = { ...council.other, name: 'Amina Yusuf', roles: ['Data officer' as const] };
    const server = await council.serve(person);
    const labelled = async (identifier: string) => {
      await server.inject({
        method: 'POST',
        url: '/account/tokens',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        payload: new URLSearchParams({
          name: `about ${identifier}`,
          days: '30',
          'form-token': FORM_TOKEN,
        }).toString(),
      });
      return (await server.inject({ url: `/audit?search=about ${identifier}` })).body.includes(
        'Nothing on the trail matches',
      );
    };
    expect(await labelled(SECRET)).toBe(await labelled('SECRET97'));
  });

  test('does not number the trail of whoever may not see all of it', async () => {
    const numbers = async (person: typeof council.named) => {
      const server = await council.serve(person);
      const { body } = await server.inject({ url: '/audit/file/csv' });
      await server.close();
      return body
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]);
    };
    expect(new Set(await numbers({ ...council.other, roles: ['Auditor'] }))).toEqual(new Set(['']));
    expect((await numbers(council.named))[0]).toMatch(/^\d+$/);
  });

  test('says who opened a restricted child, when and why, to an auditor, and of which child to nobody', async () => {
    const door = await council.serve(council.other);
    const reason = `the police rang about ${SECRET.toLowerCase()} and a brother`;
    const opened = await door.inject({
      method: 'POST',
      url: '/restricted-children/open',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams({
        child: SECRET,
        reason,
        'form-token': FORM_TOKEN,
      }).toString(),
    });
    expect(opened.statusCode).toBe(303);
    const auditor = { ...council.other, personId: '00000000-0000-4000-8000-000000000000' };
    const server = await council.serve({ ...auditor, name: 'Gareth Pugh', roles: ['Auditor'] });
    const { body, statusCode } = await server.inject({ url: '/restricted-children/openings' });
    expect(statusCode).toBe(200);
    expect(body).toContain('Priya Nair');
    expect(body).toContain('the police rang about [child] and a brother');
    expect(body).not.toMatch(new RegExp(SECRET, 'i'));
    expect(body).not.toMatch(/Nobody has opened/);
    const manager = { ...auditor, name: 'Ida Quist', roles: ['Assistant director' as const] };
    const theirs = await council.serve(manager);
    const list = (await theirs.inject({ url: '/restricted-children' })).body;
    expect(list).not.toMatch(/Nobody/);
    expect(list).not.toMatch(/\d+ (other )?child(ren)? (is|are) restricted/);
    expect((await theirs.inject({ url: '/restricted-children/openings' })).statusCode).toBe(403);
  });
});
