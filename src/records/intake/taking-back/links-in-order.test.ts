import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import type { Turn } from '../../revisions/revision.ts';
import { ProgressBoard } from '../imports/import-progress.ts';
import { registerImport } from '../imports/import-register.ts';
import { openReader } from '../imports/import-sources.ts';
import { linkImport } from '../linking/link-import.ts';
import { takeBack } from './take-back.ts';

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE\n';
const now = () => new Date();

describeOnBothDatabases('links that are put back', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let workFolder: string;
  const authority = 'C1';
  const acting = { authority, actor: 'Data officer', reason: 'the same child' };
  beforeAll(async () => {
    ground = await open();
    workFolder = await mkdtemp(join(tmpdir(), 'links-in-order-'));
    await addCouncil(ground, authority);
  });
  afterAll(() => rm(workFolder, { recursive: true }));

  async function link(childId: string, follows: string): Promise<string> {
    const desk = { ground, board: new ProgressBoard(ground, now), now };
    const asked = { childId, follows, kind: 'merged', pseudonym: childId } as const;
    const importId = await registerImport(desk, acting, 'page', 'running', { links: asked });
    const unwatched = { signal: new AbortController().signal, progress: () => undefined };
    await linkImport({ ...desk, today: () => isoDate('2021-06-01') }, acting, importId, unwatched);
    return importId;
  }

  async function turn(importId: string, kind: Turn): Promise<void> {
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: isoDate('2021-06-01') };
    const more = { now, onProgress: () => undefined };
    await takeBack({ ...desk, ...more }, acting, importId, kind).finally(() => reader.close());
  }

  const reviews = () =>
    ground.read(authority, (tx) =>
      tx.rows('select child_id, review::text from review where authority_id = $1 order by 2', [
        authority,
      ]),
    );

  test('have what a later link moved follow on, as what later files say does', async () => {
    const says = (...days: string[]) =>
      importFiles(ground, authority, [
        fileOf('2020/reviews.csv', REVIEWS + days.map((each) => `${each},PN1\n`).join('')),
      ]);
    const all = ['X,01/01/2010,01/06/2019', 'A,01/01/2010,01/07/2019', 'B,01/01/2010,01/08/2019'];
    await says(...all);
    const earlier = await link('A', 'B');
    await turn(earlier, 'taken back');
    await link('X', 'A');
    await turn(earlier, 'put back');
    const asOne = [
      ['B', '2019-06-01'],
      ['B', '2019-07-01'],
      ['B', '2019-08-01'],
    ];
    expect(await reviews()).toEqual(asOne);
    await says(...all);
    expect(await reviews()).toEqual(asOne);
    await turn(earlier, 'taken back');
    expect(await reviews()).toEqual([
      ['A', '2019-06-01'],
      ['A', '2019-07-01'],
      ['B', '2019-08-01'],
    ]);
  });
});
