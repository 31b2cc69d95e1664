import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  type ExampleTables,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { Ground } from '../database/ground.ts';
import { type Audit, exportOf, viewOf } from '../http/audit-event.ts';
import { type Reply, redirect } from '../http/reply.ts';
import type { PageRequest, Route } from '../http/route.ts';
import { answerAudited, NO_REASON_ASKED } from './answer-audited.ts';

const PAGE = { kind: 'page', title: 'A child', content: null as never } as const;
const FILE = { kind: 'download', filename: 'a.csv', contentType: 'text/csv', content: '' } as const;

describeOnBothDatabases('an answer that shows records', exampleMigrations, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await withTwoCouncils(open);
  });

  const request = (query = '') =>
    ({
      wholeGround: ground,
      council: { code: 'E1', name: 'Alpha' },
      acting: (reason: string) => ({ authority: 'E1', actor: 'Ada', reason }),
      params: { childId: 'C1' },
      query: new URLSearchParams(query),
    }) as unknown as PageRequest;

  const route = (answer: Reply, audit: Audit): Route => ({
    method: 'GET',
    path: '/children/:childId',
    permission: 'see a child',
    audit,
    handle: () => answer,
  });

  const entries = () =>
    ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows(
        `select action, table_name, row_key, actor, reason, after from audit_entry
        where authority_id = $1 and action in ('view', 'export') order by seq`,
        ['E1'],
      ),
    );

  it('is written down: who saw what, with what narrowed it, and how many rows of a file', async () => {
    await answerAudited(route(PAGE, viewOf('child')), request('week=2021-06-01&area='));
    await answerAudited(route({ ...FILE, rows: 12 }, exportOf('list')), request());
    const because = { action: 'view', thing: 'child', key: {}, reason: 'a break-in' } as const;
    await answerAudited(
      route(PAGE, () => because),
      request(),
    );
    expect(await entries()).toEqual([
      ['view', 'child', { childId: 'C1', week: '2021-06-01' }, 'Ada', NO_REASON_ASKED, null],
      ['export', 'list', { childId: 'C1' }, 'Ada', NO_REASON_ASKED, { rows: 12 }],
      ['view', 'child', {}, 'Ada', 'a break-in', null],
    ]);
  });

  it('is the only one: nobody saw what is unknown, refused or elsewhere', async () => {
    const before = await entries();
    for (const answer of [
      { ...PAGE, status: 404 },
      { ...PAGE, status: 422 },
      { ...PAGE, showsRecords: false as const },
      redirect('/'),
    ]) {
      await answerAudited(route(answer, viewOf('child')), request());
    }
    expect(await entries()).toEqual(before);
  });

  it('is not given when the trail cannot be written', async () => {
    const failing: Ground = {
      ...ground,
      transaction: () => Promise.reject(new Error('the disk is full')),
    };
    const answering = answerAudited(route(PAGE, viewOf('child')), {
      ...request(),
      wholeGround: failing,
    });
    await expect(answering).rejects.toThrow('the disk is full');
  });

  it('waits for the entry before it is given', async () => {
    const seen = await answerAudited(route(PAGE, viewOf('child')), request());
    expect(seen).toBe(PAGE);
    expect((await entries()).at(-1)?.[3]).toBe(ALPHA.actor);
  });
});
