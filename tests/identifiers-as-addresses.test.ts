import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ground } from '../src/platform/database/ground.ts';
import { paths } from '../src/records/paths.ts';
import { openCareCouncil, serveCareCouncil } from './support/care-council.ts';
import { fileOf, importFiles } from './support/import-files.ts';
import { DECLARED_WINGS } from './support/open-wings.ts';
import { addPerson } from './support/restricted-child.ts';

/** What a council may call a child: words that stand in addresses, and signs that an address escapes. */
const IDENTIFIERS = [
  ...['VIEWS', 'FILE', 'NAMES', 'NEW', 'CSV', 'RESTRICTION', 'READERS', 'CHILDREN'],
  ...['A/B', 'FILE/CSV', 'A.B', 'A-B', 'A_B', '1..', '0'],
];
const FORMATS = ['csv', 'html', 'json', 'xlsx'];

/** Whether an address of the route with a fixed word could be that of a child’s page, were a child called by that word. */
function standsInTheWay(fixed: string, ofChild: string): boolean {
  const [one, other] = [fixed.split('/'), ofChild.split('/')];
  if (fixed === ofChild || one.length !== other.length) return false;
  const meets = one.every((part, at) => {
    const beside = other[at] ?? '';
    if (beside === ':childId') return true;
    if (part === ':format') return FORMATS.includes(beside);
    return part === beside || part.startsWith(':');
  });
  return meets && one.some((part, at) => other[at] === ':childId' && !part.startsWith(':'));
}

test('no address stands where the page of a child may, whatever the child is called by', () => {
  expect(standsInTheWay('/children/views', '/children/:childId')).toBe(true);
  expect(standsInTheWay('/children/file/:format', '/children/:childId/csv')).toBe(true);
  expect(standsInTheWay('/children/file/:format', '/children/:childId/restriction')).toBe(false);
  const wrong = DECLARED_WINGS.routes
    .filter(({ path }) => path.includes(':childId'))
    .flatMap((ofChild) =>
      DECLARED_WINGS.routes
        .filter(
          ({ method, path }) => method === ofChild.method && standsInTheWay(path, ofChild.path),
        )
        .map(({ path }) => [path, ofChild.path]),
    );
  expect(wrong).toEqual([]);
});

describe('a child, whatever they are called by,', () => {
  let ground: Ground;
  let server: FastifyInstance;
  beforeAll(async () => {
    ground = await openCareCouncil();
    const heading = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
    const rows = IDENTIFIERS.map((id) => `${id},2,14/02/2010,WBRI,,,`);
    const file = fileOf('2021/header.csv', `${[heading, ...rows].join('\n')}\n`);
    expect((await importFiles(ground, 'A', [file])).files[0]?.accepted).toBe(IDENTIFIERS.length);
    const person = await addPerson(ground, 'A', 'Helen Marsh', 'Principal social worker');
    server = (await serveCareCouncil(ground, person, DECLARED_WINGS.routes)).server;
  });
  afterAll(async () => {
    await server?.close();
    await ground?.close();
  });

  test.each(IDENTIFIERS)(
    'is opened, and can be restricted, at their own address: %s',
    async (id) => {
      const seen = await server.inject({ url: paths.child(id) });
      expect([seen.statusCode, seen.body.includes(`>Child ${id}</h1>`)]).toEqual([200, true]);
      const restriction = await server.inject({ url: paths.restriction(id) });
      expect([restriction.statusCode, restriction.body.includes(id)]).toEqual([200, true]);
    },
  );

  test('is asked for where a word stands that is no page', async () => {
    const none = 'hold no child with this identifier';
    expect((await server.inject({ url: '/children/views' })).body).toContain(none);
    expect((await server.inject({ url: '/children/file/restriction' })).statusCode).toBe(404);
  });

  test('leaves the list its files and a person’s views of it', async () => {
    for (const url of ['/children/file/csv', '/children/file/xlsx', '/views/children']) {
      expect((await server.inject({ url })).statusCode).toBe(200);
    }
    expect((await server.inject({ url: '/children/file/pdf' })).statusCode).toBe(404);
  });
});
