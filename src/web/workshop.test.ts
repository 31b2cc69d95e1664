import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { describeOnBothDatabases } from '../../tests/support/databases.ts';
import { addCouncil, recordsOf } from '../../tests/support/import-files.ts';
import { isoDate } from '../core/plain-date.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { receiveUpload } from '../records/intake/uploads/upload.ts';
import { ALL_MIGRATIONS } from './whole.ts';
import { openWorkshop } from './workshop.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n';

describeOnBothDatabases('the workshop', ALL_MIGRATIONS, (open) => {
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
