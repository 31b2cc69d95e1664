import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiService, ask } from '../../../tests/support/api-service.ts';
import { openCareCouncil } from '../../../tests/support/care-council.ts';
import { API_ROUTES } from '../../../tests/support/open-wings.ts';
import type { Ground } from '../../platform/database/ground.ts';
import type { PlatformTables } from '../../platform/database/platform-tables.ts';
import type { Role } from '../../platform/permission/roles.ts';
import type { Permission } from '../permissions.ts';

const WEEK = 'weekEnding=2021-05-30';
const READER = ['see placements report', 'see definitions'] as const;

describe('the API of the records', () => {
  let ground: Ground;
  let importId: string;
  const servers: FastifyInstance[] = [];

  beforeAll(async () => {
    ground = await openCareCouncil();
    const { rows } = (await ask(await of('Data officer'), '/imports')).json();
    importId = rows[0].importId;
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await ground?.close();
  });

  async function of(role: Role, scopes?: readonly Permission[]): Promise<FastifyInstance> {
    const server = await apiService(ground, role, scopes);
    servers.push(server);
    return server;
  }

  const pathOf = (path: string) => path.replace(':childId', 'A100').replace(':importId', importId);

  const trail = () =>
    ground.read<PlatformTables, unknown[][]>('A', (tx) =>
      tx.rows(
        `select actor, action, table_name, row_key, after from audit_entry
         where authority_id = $1 and action = 'export' order by seq desc limit 1`,
        ['A'],
      ),
    );

  test('gives a token nothing that its person may not see, and says which permission is missing', async () => {
    const server = await of('Administrator');
    for (const { path, permission } of API_ROUTES) {
      const answer = await ask(server, pathOf(path));
      const may = ['keep own account', 'see definitions'].includes(permission);
      expect([path, answer.statusCode]).toEqual([path, may ? 200 : 403]);
      if (may) continue;
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ status: 403, missingPermission: permission });
    }
  });

  test('gives a token nothing beyond its scopes, whatever its person may see', async () => {
    const server = await of('Data officer', []);
    for (const { path, permission } of API_ROUTES) {
      const { statusCode } = await ask(server, pathOf(path));
      expect([path, statusCode]).toEqual([path, permission === 'keep own account' ? 200 : 403]);
    }
  });

  test('lists the children with totals and the way to the next page', async () => {
    const server = await of('Data officer');
    const first = (await ask(server, '/children?pageSize=2')).json();
    expect(first).toMatchObject({ page: 1, pageSize: 2, total: 3 });
    expect(first.next).toBe('/api/v1/children?pageSize=2&page=2');
    expect(first.rows[0]).toMatchObject({
      childId: 'A100',
      age: 17,
      placementGroup: 'residential',
      provider: 'Wold House',
      area: 'out',
      weeklyPence: 570_000,
    });
    const next = (await ask(server, first.next.replace('/api/v1', ''))).json();
    expect([next.rows.length, next.next]).toEqual([1, null]);
    const beyond = (await ask(server, '/children?pageSize=2&page=9')).json();
    expect([beyond.rows, beyond.total]).toEqual([[], 3]);
  });

  test('narrows and sorts them as the page does', async () => {
    const server = await of('Data officer');
    const ids = async (query: string) =>
      (await ask(server, `/children?${query}`))
        .json()
        .rows.map(({ childId }: { childId: string }) => childId);
    expect(await ids('area=out')).toEqual(['A100']);
    expect(await ids('sort=child&order=descending')).toEqual(['A300', 'A200', 'A100']);
    expect(await ids('on=2021-04-01')).toEqual(['A100', 'A200', 'A500']);
    expect(await ids('search=a2&area=')).toEqual(['A200']);
  });

  test('names children by pseudonym alone where the token may not see a child', async () => {
    const server = await of('Data officer', ['see children', 'see findings']);
    for (const path of [
      `/children?known=all`,
      '/findings?state=all',
      `/costs?${WEEK}`,
      `/payments?${WEEK}`,
      '/movements?weekEnding=2021-05-02',
    ]) {
      const { body, statusCode } = await ask(server, path);
      expect([path, statusCode]).toEqual([path, 200]);
      expect(body).toMatch(/"package":"P-[A-Z0-9]{7}"/);
      expect(body).not.toMatch(/\bA[1-5]00\b/);
    }
    expect((await ask(server, '/findings?child=A100')).json().total).toBe(0);
    expect((await ask(server, '/children?search=A1')).json().total).toBe(0);
    const [{ package: name }] = (await ask(server, '/children')).json().rows;
    expect((await ask(server, `/children?search=${name}`)).json().total).toBe(1);
    expect((await ask(server, `/costs?${WEEK}&search=A100`)).json().total).toBe(0);
  });

  test('takes any day of a week and says which week it is of, counted to today while it is not over', async () => {
    const server = await of('Data officer');
    const lists = ['reports/placements', 'movements', 'costs', 'payments', 'budgets', 'findings'];
    for (const list of lists) {
      const asked = async (day: string) => (await ask(server, `/${list}?weekEnding=${day}`)).json();
      expect([list, await asked('2021-05-26')]).toEqual([
        list,
        expect.objectContaining({ weekEnding: '2021-05-30', countsTo: '2021-05-30' }),
      ]);
      expect([list, await asked('2021-06-04')]).toEqual([
        list,
        expect.objectContaining({ weekEnding: '2021-06-06', countsTo: '2021-06-01' }),
      ]);
      const { errors, status } = await asked('2021-06-07');
      expect([list, status, errors]).toEqual([
        list,
        422,
        [
          {
            parameter: 'weekEnding',
            message: expect.stringContaining('must be 6 June 2021 or earlier'),
          },
        ],
      ]);
    }
  });

  test('tells nobody apart a child that there is not and an import that there is not', async () => {
    const server = await of('Data officer');
    const paths = ['/children/NOBODY', '/children/..%2f', '/imports/none', '/nowhere', '/'];
    const answers = await Promise.all(paths.map((path) => ask(server, path)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  test('gives the report whole, or for publication to whoever may not see children', async () => {
    const whole = (await ask(await of('Data officer'), `/reports/placements?${WEEK}`)).json();
    expect(whole.children.total).toBe(3);
    expect(whole.highCost[0].package).toMatch(/^P-/);
    const asked = await ask(await of('Data officer'), `/reports/placements?${WEEK}&publish=yes`);
    const member = await ask(await of('Cabinet member'), `/reports/placements?${WEEK}`);
    const insisting = `/reports/placements?${WEEK}&publish=no`;
    const scoped = await ask(await of('Data officer', READER), insisting);
    for (const { body } of [asked, member, scoped]) {
      const { children, highCost, changes, findings } = JSON.parse(body);
      expect([children.total, highCost, changes, findings]).toEqual(['[c]', [], [], []]);
    }
  });

  test('gives no row about one child, nor what a budget line cost, to whoever may not see children', async () => {
    const server = await of('Section 151 officer');
    for (const path of ['/movements', '/costs', '/payments']) {
      expect((await ask(server, path)).json().missingPermission).toBe('see children');
    }
    const line = {
      costToDatePence: '[c]',
      varianceToDatePence: '[c]',
      outturnPence: '[c]',
      variancePence: '[c]',
    };
    const budgets = (await ask(server, `/budgets?${WEEK}`)).json();
    expect(budgets.total).toBeGreaterThan(0);
    for (const row of budgets.rows) expect(row).toMatchObject(line);
    const whole = (await ask(await of('Finance business partner'), `/budgets?${WEEK}`)).json();
    expect(whole.rows[0].outturnPence).toBeGreaterThan(0);
  });

  test('gives a child’s care, costs, payments and findings', async () => {
    const child = (await ask(await of('Data officer'), '/children/A100')).json();
    expect(child).toMatchObject({ childId: 'A100', dateOfBirth: '2004-02-14' });
    expect(child.episodes[1]).toMatchObject({ decom: '2021-03-01', place: 'K2', urn: 'SC2' });
    expect(child.costElements[0]).toMatchObject({ weeklyRatePence: 500_000, to: null });
    expect(child.payments.map(({ correctsRef }: never) => correctsRef)).toEqual(['P-1', null]);
    const { findings } = (await ask(await of('Data officer'), '/children/A500')).json();
    expect(findings[0]).toMatchObject({ rule: 'cost-after-placement-ended' });
  });

  test('says how near counts as paid in full, and whether the council has confirmed that', async () => {
    const server = await of('Data officer');
    const answer = (await ask(server, `/payments?${WEEK}`)).json();
    expect(answer.matchedWithin).toEqual({ pence: 100, confirmed: false });
    for (const { state, differencePence } of answer.rows) {
      expect(state === 'matched').toBe(Math.abs(differencePence) < answer.matchedWithin.pence);
    }
  });

  test('tells what is due from what awaits payment, and what explains a difference', async () => {
    const server = await of('Data officer');
    const { rows } = (await ask(server, `/payments?${WEEK}&state=under-paid`)).json();
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.awaitingPence).toBe(row.committedPence - row.duePence);
      expect(row.awaitingPence).toBeGreaterThan(0);
      expect(row.differencePence).toBe(row.paidPence - row.duePence);
      expect(row).toMatchObject({ state: 'under-paid', explained: 'whole' });
      expect(row.explanation).toContain('no payment at all');
    }
    const every = (await ask(server, `/payments?${WEEK}&days=week`)).json();
    for (const row of every.rows) expect(row.duePence).toBe(row.committedPence);
  });

  test('refuses a parameter that there is not, or that cannot be read, all at once', async () => {
    const answer = await ask(await of('Data officer'), '/children?areas=out&on=2021-02-30&page=0');
    expect(answer.statusCode).toBe(422);
    const { errors } = answer.json();
    expect(errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'areas',
      'on',
      'page',
    ]);
  });

  test('writes to the trail what was read, by whom and by which token, before it is sent', async () => {
    const server = await of('Data officer');
    await ask(server, '/children/A200');
    const format = { format: 'JSON', token: 'Power BI' };
    const key = { child_id: 'A200', ...format };
    expect(await trail()).toEqual([['Amina Yusuf', 'export', 'child', key, null]]);
    await ask(server, '/children?area=out');
    expect(await trail()).toEqual([
      ['Amina Yusuf', 'export', 'list of children', { area: 'out', ...format }, { rows: 1 }],
    ]);
    await ask(server, '/children/NOBODY');
    expect((await trail())[0]?.[2]).toBe('list of children');
  });

  test('answers nothing that cannot be written to the trail', async () => {
    const deaf: Ground = {
      ...ground,
      transaction: async () => {
        throw new Error('the trail cannot be written');
      },
    };
    const server = await apiService(deaf, 'Data officer');
    servers.push(server);
    const answer = await ask(server, '/children');
    expect([answer.statusCode, answer.json().title]).toEqual([500, 'A fault of the service']);
    expect(answer.body).not.toMatch(/A100|trail/);
  });
});
