import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn } from '../../src/platform/database/open-ground.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { ROLES, type Role } from '../../src/platform/permission/roles.ts';
import { loadPseudonyms } from '../../src/records/reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../../src/records/storage/records-tables.ts';
import { ALL_MIGRATIONS, PERMISSIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from '../support/databases.ts';
import { addressesOf, textOf } from '../support/every-page.ts';
import { API_ROUTES } from '../support/open-wings.ts';
import { SECRET, secretChild } from '../support/secret-child.ts';
import { type Content, declaredContent, EXCEPTIONS } from './routes-by-content.ts';

const HEADERS = { authorization: 'Bearer wellplaced_anything' };
/** Who may follow a pseudonym or an identifier to a child. */
const { mayDo } = PERMISSIONS;
const OF_CHILDREN: readonly string[] = ['see children', 'see a child'];
const PSEUDONYM = /\bP-[A-Z2-9]{7}\b/;
const ORDINARY = 'OPEN1';

interface Asked {
  readonly name: string;
  readonly path: string;
  readonly permission: string;
  readonly declared: Content;
  readonly content: Content;
  readonly queries: readonly string[];
}

function declaredBy(route: Pick<Route, 'permission' | 'audit'>, path: string) {
  const declared = declaredContent(route);
  const content = EXCEPTIONS[path] ?? declared;
  return { name: path, path, permission: route.permission, declared, content };
}

/** How the answers to one role at one route are told apart in the table. */
type Cell = { readonly status: number; readonly restricted: number; readonly children: number };

describe('every route, tried as each role', () => {
  let ground: Ground;
  let council: Awaited<ReturnType<typeof secretChild>>;
  let names: readonly string[];
  let routes: readonly Asked[];

  beforeAll(async () => {
    const database = await newEmbeddedDatabase(ALL_MIGRATIONS);
    ground = await groundOn(
      embeddedEngine(database, async () => undefined),
      ALL_MIGRATIONS,
    );
    council = await secretChild(ground);
    const pseudonym = await ground.read<RecordsTables, (childId: string) => string>(
      'S',
      loadPseudonyms,
    );
    names = [SECRET, pseudonym(SECRET)];
    const week = 'week-ending=2021-05-30';
    const pages = council.routes
      .filter(({ method }) => method === 'GET')
      .map((route) => ({
        ...declaredBy(route, route.path),
        queries: [`?${week}`, `?${week}&publish=no&state=all`],
      }));
    const api = API_ROUTES.map((route) => ({
      ...declaredBy(route, `/api/v1${route.path}`),
      queries: ['', '?weekEnding=2021-05-30', '?weekEnding=2021-05-30&publish=no'],
    }));
    routes = [...pages, ...api];
  }, 240_000);

  async function tried(server: FastifyInstance, { path, queries }: Asked): Promise<Cell> {
    const statuses: number[] = [];
    let restricted = 0;
    let children = 0;
    const parts = {
      childId: [SECRET, ORDINARY],
      importId: [council.importId],
      fileNumber: ['1', '8'],
      format: ['csv', 'xlsx', 'json', 'html'],
      file: ['episodes.csv'],
      personId: [council.named.personId],
      subjectKey: [council.subjectKey],
      attachmentId: [council.attachmentId],
      provider: ['wold-house'],
    };
    for (const address of addressesOf(path, parts)) {
      for (const query of queries) {
        const answer = await server.inject({ url: address + query, headers: HEADERS });
        expect(answer.statusCode, address + query).toBeLessThan(500);
        statuses.push(answer.statusCode);
        if (answer.statusCode !== 200) continue;
        const text = await textOf(answer);
        if (names.some((name) => text.includes(name))) restricted += 1;
        if (text.includes(ORDINARY) || PSEUDONYM.test(text)) children += 1;
      }
    }
    return { status: statuses.includes(200) ? 200 : Math.min(...statuses), restricted, children };
  }

  test('is an exception only where it stands and holds other than it declares', () => {
    const declared = new Map(routes.map((route) => [route.name, route.declared]));
    const wrong = Object.entries(EXCEPTIONS).filter(
      ([name, content]) => !declared.has(name) || declared.get(name) === content,
    );
    expect(wrong).toEqual([]);
  });

  test('asks for a permission to see children wherever rows of single children stand', () => {
    const without = routes.filter(
      ({ content, permission }) =>
        content === 'rows of children' &&
        ROLES.some((role) => mayDo([role], permission) && !mayDo([role], 'see children')),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('shows each role what its permissions say, no child to who may see none, and a restricted one to nobody', async () => {
    const table = new Map<Role, Cell[]>();
    const faults: string[] = [];
    for (const role of ROLES) {
      const server = await council.serve({ ...council.other, roles: [role] });
      const cells: Cell[] = [];
      for (const asked of routes) {
        const cell = await tried(server, asked);
        cells.push(cell);
        const may = mayDo([role], asked.permission);
        if (!may && cell.status !== 403) faults.push(`${role} ${asked.name}: ${cell.status}`);
        if (may && cell.status === 403) faults.push(`${role} ${asked.name}: 403`);
        if (cell.restricted > 0) faults.push(`${role} ${asked.name}: a restricted child`);
        const mayChildren = OF_CHILDREN.some((permission) => mayDo([role], permission));
        if (!mayChildren && cell.children > 0) faults.push(`${role} ${asked.name}: a child`);
        if (asked.content === 'no child' && cell.children > 0) {
          faults.push(`${asked.name} shows children to the ${role}, against what it declares`);
        }
      }
      table.set(role, cells);
      await server.close();
    }
    expect(faults).toEqual([]);
    await expect(inMarkdown(table)).toMatchFileSnapshot('../../docs/routes-by-role.md');
  }, 240_000);

  function inMarkdown(table: ReadonlyMap<Role, readonly Cell[]>): string {
    const all = [...table.values()].flat();
    const count = (status: number) => all.filter((cell) => cell.status === status).length;
    const restricted = all.reduce((sum, cell) => sum + cell.restricted, 0);
    const rows = routes.map(({ content, name }, at) =>
      [`\`${name}\``, content, ...ROLES.map((role) => String(table.get(role)?.[at]?.status))].join(
        ' | ',
      ),
    );
    return [
      '# Every route, tried as each role',
      '',
      'What each role is answered, with a restricted child whom it is not named for among the records.',
      'Written and compared by [a test](../tests/rows/routes-by-role.test.ts), which fails for a route',
      'that shows other than it declares. 404 is an address whose child, import or person is not there to see.',
      '',
      `${routes.length} routes as ${ROLES.length} roles: ${count(200)} answered, ${count(403)} refused,`,
      `${count(404)} not found, ${all.length - count(200) - count(403) - count(404)} otherwise.`,
      `Answers that hold anything of the restricted child: ${restricted}.`,
      '',
      `| route | shows | ${ROLES.join(' | ')} |`,
      `| --- | --- | ${ROLES.map(() => '---').join(' | ')} |`,
      ...rows.map((row) => `| ${row} |`),
      '',
    ].join('\n');
  }
});
