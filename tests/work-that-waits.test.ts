import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isoDate } from '../src/core/plain-date.ts';
import type { Ground } from '../src/platform/database/ground.ts';
import { homeRoutes } from '../src/platform/home/routes.tsx';
import type { Person, Route } from '../src/platform/http/route.ts';
import { buildServer } from '../src/platform/http/server.ts';
import type { IdentityTables } from '../src/platform/identity/identity-tables.ts';
import { endAccess } from '../src/platform/identity/leaving/leave.ts';
import { digestsDue } from '../src/platform/tasks/digest/digests-due.ts';
import { digestRoutes } from '../src/platform/tasks/digest/routes.ts';
import { taskRoutes } from '../src/platform/tasks/pages/routes.ts';
import type { KnownKind } from '../src/platform/tasks/waiting.ts';
import { seenBy } from '../src/records/restrictions/seen-by.ts';
import { HOLDINGS, narrowed, PERMISSIONS, WORK } from '../src/web/whole.ts';
import { openCareCouncil } from './support/care-council.ts';
import { addPerson, restrict } from './support/restricted-child.ts';
import { FORM_TOKEN, signedInAsPerson } from './support/signed-in.ts';

/** A300 came on 1 May 2021: the first review is due within 20 working days, two of the days being bank holidays. */
const TODAY = isoDate('2021-05-25');
const DUE = '2021-06-01';
const REVIEW = { kind: 'records/review', key: `A300/${DUE}` };

let ground: Ground;
let ruth: Person;
let omar: Person;
let priya: Person;
const servers: Awaited<ReturnType<typeof buildServer>>[] = [];
const logged: unknown[] = [];

beforeAll(async () => {
  ground = await openCareCouncil();
  ruth = await addPerson(ground, 'A', 'Ruth Adeyemi', 'Independent reviewing officer');
  omar = await addPerson(ground, 'A', 'Omar Said', 'Independent reviewing officer');
  priya = await addPerson(ground, 'A', 'Priya Nair', 'Placements officer');
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await ground?.close();
});
beforeEach(async () => {
  const rows = await ground.read('A', (tx) =>
    tx.rows('select count(*)::int from work_said where authority_id = $1', ['A']),
  );
  if (rows[0]?.[0] === 0) return;
  // Each test begins with work that is everybody's again.
  const [row] = await ground.read('A', (tx) =>
    tx.rows(
      `select decision_number, holder_id from work_said
       where authority_id = $1 and subject_key = $2 order by decision_number desc limit 1`,
      ['A', `${REVIEW.kind}/${REVIEW.key}`],
    ),
  );
  if (row?.[1] !== null) await act(omar, 'take-up', { 'take-up-reason': 'to begin again' });
  await act(omar, 'give-back', { 'give-back-reason': 'to begin again' });
});

async function served(person: Person, today = TODAY, kinds = WORK.kinds) {
  const all = { ...WORK, kinds };
  const server = await buildServer({
    council: { code: 'A', name: 'Wensbury Council' },
    permissions: PERMISSIONS,
    gate: signedInAsPerson(person),
    ground,
    narrowed: (whole, who) => seenBy(whole, who, new Date()),
    today: () => today,
    now: () => new Date(),
    sections: [],
    routes: [
      ...homeRoutes(all, []),
      ...taskRoutes({ ...all, narrowed }),
      ...(digestRoutes() as readonly Route[]),
    ],
    log: (entry) => logged.push(entry),
    reference: () => 'REF00001',
  });
  servers.push(server);
  return server;
}

const got = async (person: Person, url: string, today = TODAY) => {
  const { body, statusCode } = await (await served(person, today)).inject({ url });
  return { body, statusCode };
};
const ONE = `/work/one?${new URLSearchParams(REVIEW)}`;
/** What the page of the work says of a fact. */
const fact = (body: string, name: string) =>
  new RegExp(`${name}\\s*</dt>\\s*<dd[^>]*>\\s*([^<]*[^<\\s])`).exec(body)?.[1];

async function act(person: Person, form: string, fields: Readonly<Record<string, string>>) {
  const server = await served(person);
  const { body } = await server.inject({ url: ONE });
  const seen = fields.seen ?? /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '0';
  const payload = new URLSearchParams({ 'form-token': FORM_TOKEN, ...REVIEW, ...fields, seen });
  return server.inject({
    method: 'POST',
    url: `/work/one/${form}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(payload),
  });
}

describe('work that waits', () => {
  test('is on the home of those who may do it and of nobody else', async () => {
    const home = await got(ruth, '/');
    expect(home.body).toContain('Review 1: to be held');
    expect(home.body).toContain('1 June 2021');
    expect((await got(priya, '/')).body).not.toContain('Review 1');
    expect((await got(priya, ONE)).statusCode).toBe(404);
    expect((await act(priya, 'take-up', { seen: '0' })).statusCode).toBe(404);
  });

  test('taken up is one person’s, and the other’s no longer until they take it, saying why', async () => {
    expect((await act(ruth, 'take-up', {})).statusCode).toBe(303);
    expect(fact((await got(ruth, ONE)).body, 'With')).toBe('You');
    expect((await got(omar, '/')).body).not.toContain('Review 1');
    expect((await got(omar, '/work?whose=other')).body).toContain('Ruth Adeyemi');
    const silent = await act(omar, 'take-up', {});
    expect([silent.statusCode, silent.body.includes('Enter why')]).toEqual([422, true]);
    await act(omar, 'take-up', { 'take-up-reason': 'Ruth is ill' });
    const { body } = await got(ruth, ONE);
    expect(fact(body, 'With')).toBe('Omar Said');
    expect(body).toMatch(/Omar Said took it up\. Ruth is ill/);
  });

  test('of two who take it up at once is one’s, and the other is told', async () => {
    const seen = /name="seen" value="(\d+)"/.exec((await got(ruth, ONE)).body)?.[1] ?? '';
    expect((await act(ruth, 'take-up', { seen })).statusCode).toBe(303);
    const second = await act(omar, 'take-up', { seen, 'take-up-reason': 'mine' });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('Somebody else has decided since you opened the page');
  });

  test('is handed over to those who may do it, with why, and to nobody else', async () => {
    const reason = { 'hand-over-reason': 'I am away next week' };
    const { body } = await got(ruth, ONE);
    expect(body).toContain(`<option value="${omar.personId}"`);
    expect(body).not.toContain(`<option value="${priya.personId}"`);
    const wrong = await act(ruth, 'hand-over', { 'hand-over-to': priya.personId, ...reason });
    expect([wrong.statusCode, wrong.body.includes('Priya Nair cannot take it over')]).toEqual([
      422,
      true,
    ]);
    for (const to of ['', 'nobody', '00000000-0000-4000-8000-000000000009']) {
      expect((await act(ruth, 'hand-over', { 'hand-over-to': to, ...reason })).statusCode).toBe(
        422,
      );
    }
    expect((await act(ruth, 'hand-over', { 'hand-over-to': omar.personId })).statusCode).toBe(422);
    expect(
      (await act(ruth, 'hand-over', { 'hand-over-to': omar.personId, ...reason })).statusCode,
    ).toBe(303);
    expect(fact((await got(omar, ONE)).body, 'With')).toBe('You');
    const [row] = await ground.read('A', (tx) =>
      tx.rows(
        `select actor, reason from audit_entry where authority_id = $1 and table_name = 'work_said'
         order by seq desc limit 1`,
        ['A'],
      ),
    );
    expect(row).toEqual(['Ruth Adeyemi', 'I am away next week']);
  });

  test('put off comes back by itself, and never after the day of the law', async () => {
    const day = (text: string) => ({
      'put-off-until': text,
      'put-off-reason': 'the school is shut',
    });
    for (const wrong of ['2021-05-25', '2021-06-02', '2021-02-30', '']) {
      const answer = await act(ruth, 'put-off', day(wrong));
      expect([wrong, answer.statusCode]).toEqual([wrong, 422]);
      expect(answer.body).toContain('the school is shut');
    }
    expect((await act(ruth, 'put-off', day('2021-05-28'))).statusCode).toBe(303);
    for (const person of [ruth, omar]) {
      expect((await got(person, '/')).body).not.toContain('Review 1');
    }
    expect((await got(ruth, '/work?whose=put-off')).body).toContain('Review 1');
    expect((await got(ruth, '/', isoDate('2021-05-27'))).body).not.toContain('Review 1');
    expect((await got(ruth, '/', isoDate('2021-05-28'))).body).toContain('Review 1');
    expect((await got(ruth, ONE)).body).toContain('put it off to 28 May 2021. the school is shut');
  });

  test('whose wing cannot be read keeps nothing else from the page', async () => {
    const failing: KnownKind = {
      id: 'broken/thing',
      name: 'thing',
      inWords: { one: 'Broken thing', several: 'Broken things' },
      permission: 'see own home',
      waits: () => Promise.reject(new Error('A300 is in this message')),
    };
    const server = await served(ruth, TODAY, [failing, ...WORK.kinds]);
    const { body, statusCode } = await server.inject({ url: '/' });
    expect(statusCode).toBe(200);
    expect(body).toContain('Review 1: to be held');
    expect(body).toMatch(/Broken things could not be read.*REF00001/);
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'part-failed', reference: 'REF00001', error: 'Error' }),
    );
    expect(JSON.stringify(logged)).not.toContain('A300');
  });

  test('in great number shows the first of each kind, and the way to the rest', async () => {
    const many: KnownKind = {
      ...{ id: 'busy/thing', name: 'thing', permission: 'see own home' },
      inWords: { one: 'Busy thing', several: 'Busy things' },
      waits: async () =>
        Array.from({ length: 300 }, (_, at) => ({
          ...{ key: `${at}`, title: `Thing ${at}`, why: 'It is busy.', href: '/' },
        })),
    };
    const server = await served(ruth, TODAY, [many, ...WORK.kinds]);
    const { body } = await server.inject({ url: '/' });
    expect(body).toContain('Busy things (300)');
    expect(body.match(/Thing \d+/g)?.length).toBeLessThan(12);
    expect(body).toContain('href="/work?kind=busy%2Fthing"');
    const list = await server.inject({ url: '/work?kind=busy%2Fthing&page=6' });
    expect(list.body).toContain('Thing 299');
    expect(list.body).not.toContain('Thing 249<');
    for (const page of ['0', '-1', '7', 'x', '1e9']) {
      const { statusCode } = await server.inject({ url: `/work?page=${page}` });
      expect([page, statusCode]).toEqual([page, 200]);
    }
  });
});

test('whoever leaves holds nothing: work about a child is everybody’s again', async () => {
  const joan = await addPerson(ground, 'A', 'Joan Blake', 'Administrator');
  const leaver = await addPerson(ground, 'A', 'Lena Frost', 'Independent reviewing officer');
  await act(leaver, 'take-up', {});
  expect(fact((await got(ruth, ONE)).body, 'With')).toBe('Lena Frost');
  const acting = { authority: 'A', actor: joan.name, reason: 'last day' };
  await ground.transaction<IdentityTables, void>(acting, (tx) =>
    endAccess(
      tx,
      { personId: leaver.personId, by: joan.personId, reason: 'last day', now: new Date() },
      { holdings: HOLDINGS, permissions: PERMISSIONS },
    ),
  );
  const { body } = await got(ruth, ONE);
  expect(fact(body, 'With')).toBe('Nobody yet');
  expect(body).toContain('Lena Frost left.');
  const late = await act(ruth, 'hand-over', {
    'hand-over-to': leaver.personId,
    'hand-over-reason': 'as before',
  });
  expect(late.statusCode).toBe(422);
});

describe('the digest', () => {
  const house = () => ({
    ...{ all: WORK, ground, narrowed, origin: undefined },
    pseudonym: () => 'P-ABCDEFG',
    note: () => 'REF',
  });
  const council = { code: 'A', name: 'Wensbury Council' };
  const made = async () => {
    const digests: Record<string, string> = {};
    const due = digestsDue(house(), council, TODAY, new Date());
    for await (const { person, digest } of due) digests[person.name] = digest.text + digest.html;
    return digests;
  };
  const choose = async (person: Person, often: string) => {
    const server = await served(person);
    const payload = String(new URLSearchParams({ 'form-token': FORM_TOKEN, often }));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return server.inject({ method: 'POST', url: '/work/digest', headers, payload });
  };

  test('goes to those who chose it, by pseudonym, and is written to the trail', async () => {
    expect(await made()).toEqual({});
    expect((await choose(ruth, 'hourly')).statusCode).toBe(422);
    for (const often of ['weekly', 'daily']) {
      expect((await choose(ruth, often)).statusCode).toBe(303);
    }
    const sent = () =>
      ground.read('A', (tx) =>
        tx.rows(
          `select action, after ->> 'rows' from audit_entry
           where authority_id = $1 and table_name = 'digest of waiting work'`,
          ['A'],
        ),
      );
    // Without an address to send to nothing leaves the service.
    expect(Object.keys(await made())).toEqual(['Ruth Adeyemi']);
    expect(await sent()).toEqual([]);
    await ground.transaction({ authority: 'A', actor: 'a test', reason: 'her address' }, (tx) =>
      tx.rows('update person set email = $3 where authority_id = $1 and person_id = $2', [
        ...['A', ruth.personId],
        'ruth@wensbury.example',
      ]),
    );
    const digests = await made();
    expect(Object.keys(digests)).toEqual(['Ruth Adeyemi']);
    expect(digests['Ruth Adeyemi']).toContain('Review 1: to be held, child P-ABCDEFG');
    expect(digests['Ruth Adeyemi']).not.toContain('A300');
    expect(await sent()).toEqual([['export', '1']]);
  });

  test('and every list hold nothing of a child whom the reader may not see', async () => {
    const manager = await addPerson(ground, 'A', 'Owen Blackwood', 'Social work team manager');
    const second = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    await act(ruth, 'take-up', {});
    await restrict(ground, 'A', 'A300', [manager, second, omar]);
    expect(await made()).toEqual({});
    for (const url of ['/', '/work', '/work?whose=put-off', '/work/print', ONE]) {
      expect((await got(ruth, url)).body.replaceAll(ONE, '')).not.toContain('A300');
    }
    // Ruth took it up and no longer sees the child: it is everybody's again who does.
    expect((await got(omar, '/')).body).toContain('A300');
    expect(fact((await got(omar, ONE)).body, 'With')).toBe('Nobody yet');
    const away = { 'hand-over-reason': 'as before' };
    const refused = await act(omar, 'hand-over', { 'hand-over-to': ruth.personId, ...away });
    expect([refused.statusCode, refused.body.includes('may not see')]).toEqual([422, true]);
  });
});
