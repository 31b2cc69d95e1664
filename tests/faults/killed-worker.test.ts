import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ground } from '../../src/platform/database/ground.ts';
import { openGround } from '../../src/platform/database/open-ground.ts';
import { openJobs } from '../../src/platform/jobs/jobs.ts';
import { DIED } from '../../src/records/intake/uploads/begin-try.ts';
import { importAgain } from '../../src/records/intake/uploads/import-again.ts';
import { receiveUpload } from '../../src/records/intake/uploads/upload.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { type Child, startChild } from '../support/child-process.ts';
import { newServerDatabase } from '../support/databases.ts';
import { addCouncil, recordsOf } from '../support/import-files.ts';
import { postgresPrograms } from '../support/postgres.ts';

const programs = postgresPrograms();
const ROWS = 60_000;
const HEADER =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';

/** What a worker has said so far, and whether it has ended. */
interface Heard {
  readonly child: Child;
  readonly said: string[];
}

function listenTo(child: Child): Heard {
  const heard: Heard = { child, said: [] };
  const listen = async () => {
    for (;;) heard.said.push(await child.line());
  };
  listen().catch(() => undefined); // it was killed
  return heard;
}

async function until<Found>(find: () => Promise<Found | undefined> | Found | undefined) {
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    await delay(20);
  }
}

describe.skipIf(programs === undefined)('a worker that is killed in mid-import', () => {
  let ground: Ground;
  let databaseUrl: string;
  let workers: Heard[];

  beforeAll(async () => {
    databaseUrl = await newServerDatabase(programs ?? '', ALL_MIGRATIONS);
    ground = await openGround({ databaseUrl, dataFolder: '' }, ALL_MIGRATIONS);
    await addCouncil(ground, 'E99');
    const environment = { DATABASE_URL: databaseUrl };
    workers = Array.from({ length: 2 }, () =>
      listenTo(startChild('tests/support/work-on-imports.ts', [], environment)),
    );
    await until(() => (workers.every(({ said }) => said.includes('working')) ? true : undefined));
  });
  afterAll(async () => {
    for (const { child } of workers ?? []) await child.kill();
    await ground?.close();
  });

  async function standing(importId: string) {
    return await ground.read('E99', async (tx) => {
      const [row] = await tx.rows(
        `select status, (select count(*)::int from audit_entry
           where authority_id = $1 and action = 'import') from import
         where authority_id = $1 and import_id = $2`,
        [tx.authority, importId],
      );
      return row;
    });
  }

  async function send(importId: string): Promise<void> {
    const jobs = await openJobs(ground, () => undefined, { lease: 5 });
    await jobs.send('imports', { authority: 'E99', importId }, { key: importId });
    await jobs.stop();
  }

  test('leaves nothing half-written and says why; nobody takes it up but a person, and then all of it is there, once', async () => {
    const acting = { authority: 'E99', actor: 'Amina Yusuf', reason: 'a test' };
    const rows = Array.from(
      { length: ROWS },
      (_, at) => `${at},2020-04-01,core,100.00,2020-04-01,,social_care,Acorn,spot,CC1,S1`,
    );
    async function* files() {
      const content = Readable.from([Buffer.from([HEADER, ...rows].join('\n'))]);
      yield { path: 'costs.csv', content };
    }
    const importId = await receiveUpload({ ground, now: () => new Date() }, acting, files());
    await send(importId);

    const storing = ({ said }: Heard) => said.some((line) => line.startsWith('Storing'));
    const victim = await until(() => workers.find(storing));
    await victim.child.kill();
    expect(await standing(importId), 'nothing of it is kept').toEqual(['running', 0]);
    expect((await recordsOf(ground, 'E99')).cost_element).toEqual([]);

    const other = workers.find((each) => each !== victim);
    await until(async () => {
      const status = (await standing(importId))?.[0];
      return status === 'interrupted' ? status : undefined;
    });
    await delay(6_000); // longer than the hold on a job: whoever took it up again would have done so
    expect(other?.said).toEqual(['working']);
    expect(await standing(importId)).toEqual(['interrupted', 0]);
    const [said] = await ground.read('E99', (tx) =>
      tx.rows('select problem from import where authority_id = $1', ['E99']),
    );
    expect(said).toEqual([DIED]);
    expect((await recordsOf(ground, 'E99')).cost_element).toEqual([]);

    const again = await importAgain({ ground, now: () => new Date() }, acting, importId);
    await send(again);
    await until(() => (other?.said.includes('over') ? true : undefined));
    expect(await standing(again)).toEqual(['complete', 1]);
    expect((await recordsOf(ground, 'E99')).cost_element).toHaveLength(ROWS);
  });
});
