import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { describeOnBothDatabases } from '../../tests/support/databases.ts';
import { addCouncil, recordsOf } from '../../tests/support/import-files.ts';
import { isoDate } from '../core/plain-date.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { openJobs } from '../platform/jobs/jobs.ts';
import { receiveUpload } from '../records/intake/uploads/upload.ts';
import { ALL_MIGRATIONS } from './whole.ts';
import { openWorkshop } from './workshop.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n';

/** A return of so many children, each time of others. */
function headerOf(children: number, from: number): string {
  const rows = Array.from({ length: children }, (_, at) => `${from + at},1,01/02/2010,WBRI,,,`);
  return ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...rows, ''].join('\n');
}

describeOnBothDatabases('the workshop', ALL_MIGRATIONS, (open) => {
  it('a small import of one council does not wait for the ten long ones of another', async () => {
    const ground = await open();
    const folder = await mkdtemp(join(tmpdir(), 'wellplaced-workshop-'));
    let tick = Date.now();
    const house = {
      configuration: readConfiguration({ WELLPLACED_DATA: folder }),
      ground,
      today: () => isoDate('2021-06-01'),
      now: () => new Date(tick++),
    };
    const jobs = await openJobs(ground, () => undefined);
    const upload = async (authority: string, content: string) => {
      async function* files() {
        yield { path: '2019/header.csv', content: Readable.from([Buffer.from(content)]) };
      }
      const acting = { authority, actor: 'Amina Yusuf', reason: 'a test' };
      const importId = await receiveUpload(house, acting, files());
      await jobs.send('imports', { authority, importId }, { key: importId });
    };
    await addCouncil(ground, 'LONG');
    await addCouncil(ground, 'SMALL');
    for (let nth = 0; nth < 10; nth += 1) await upload('LONG', headerOf(500, nth * 500));
    await upload('SMALL', headerOf(1, 0));
    await jobs.stop();
    const workshop = await openWorkshop(house, async () => ['LONG', 'SMALL']);
    const ended = (authority: string) =>
      ground.read(authority, (tx) =>
        tx.rows(
          `select extract(epoch from finished_at) from import
           where authority_id = $1 and status = 'complete' order by finished_at`,
          [authority],
        ),
      );
    await vi.waitFor(async () => expect(await ended('LONG')).toHaveLength(10), {
      timeout: 60_000,
      interval: 100,
    });
    const [[small] = []] = await ended('SMALL');
    const [, [second] = []] = await ended('LONG');
    expect(Number(small)).toBeLessThan(Number(second));
    await workshop.stop();
    await rm(folder, { recursive: true });
  }, 120_000);

  it('looks after a council that was added since it was opened', async () => {
    const ground = await open();
    const folder = await mkdtemp(join(tmpdir(), 'wellplaced-workshop-'));
    const house = {
      configuration: readConfiguration({ WELLPLACED_DATA: folder }),
      ground,
      today: () => isoDate('2021-06-01'),
      now: () => new Date(),
    };
    const councils = async () => (await ground.authorities()).map(({ code }) => code);
    const workshop = await openWorkshop(house, councils, 200);
    await addCouncil(ground, 'LATE');
    const acting = { authority: 'LATE', actor: 'Amina Yusuf', reason: 'a test' };
    async function* files() {
      yield { path: '2019/header.csv', content: Readable.from([Buffer.from(HEADER)]) };
    }
    await receiveUpload(house, acting, files());
    await vi.waitFor(async () => expect((await recordsOf(ground, 'LATE')).child).toHaveLength(1), {
      timeout: 20_000,
      interval: 100,
    });
    await workshop.stop();
    await rm(folder, { recursive: true });
  });
});
