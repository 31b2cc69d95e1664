import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/plain-date.ts';
import { unlessDiskFull } from '../../src/platform/database/disk-full.ts';
import { embeddedEngine } from '../../src/platform/database/embedded-engine.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { groundOn, openAsOwner, openGround } from '../../src/platform/database/open-ground.ts';
import { failurePage } from '../../src/platform/http/failures.ts';
import { ProgressBoard } from '../../src/records/intake/imports/import-progress.ts';
import { receiveUpload } from '../../src/records/intake/uploads/upload.ts';
import { runUploadedImport } from '../../src/records/intake/uploads/uploaded-import.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newEmbeddedDatabase } from '../support/databases.ts';
import { addCouncil, fileOf, importFiles, recordsOf } from '../support/import-files.ts';
import { ownersAddress, postgresPrograms, throwAwayServer } from '../support/postgres.ts';
import { type SmallDisk, smallDisk } from '../support/small-disk.ts';

const programs = postgresPrograms();
const probe = smallDisk(1);
probe?.unmount();
const MAY_MOUNT = probe !== undefined;
const MEGABYTES = 160;
const ROWS = 100_000;
const HEADER =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';
const FULL = {
  name: 'WellplacedError',
  code: 'disk-full',
  message: expect.stringContaining('full'),
};

function costs(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at},2020-04-01,core,100.00,2020-04-01,,social_care,Acorn,spot,CC1,S1`,
  );
  return [HEADER, ...lines].join('\n');
}

/** Fills the disk during an import, again and again, and expects nothing of it; then makes room. */
function fillsUp(
  open: (disk: SmallDisk) => Promise<{ readonly ground: Ground; away(): Promise<void> }>,
): void {
  let disk: SmallDisk | undefined;
  let ground: Ground;
  let away = async () => {};

  beforeAll(async () => {
    disk = smallDisk(MEGABYTES);
    if (disk === undefined) throw new Error('a small disk could not be mounted');
    ({ ground, away } = await open(disk));
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', [fileOf('before.csv', costs(10))]);
  });
  afterAll(async () => {
    await ground?.close().catch(() => undefined);
    await away();
    disk?.unmount();
  });

  test('is said with what to do, nothing is half-applied, and with room the same import succeeds', async () => {
    await disk?.fill(6_000_000);
    const importing = () => importFiles(ground, 'A', [fileOf('costs.csv', costs(ROWS))]);
    await expect(importing()).rejects.toMatchObject(FULL);
    expect((await recordsOf(ground, 'A')).cost_element).toHaveLength(10);
    await expect(importing(), 'the lock is free').rejects.toMatchObject(FULL);
    await disk?.makeRoom();
    await importing();
    expect((await recordsOf(ground, 'A')).cost_element).toHaveLength(ROWS);
  });

  test('is said of an upload, of which nothing is kept', async () => {
    await disk?.fill(3_000_000);
    const acting = { authority: 'A', actor: 'Amina Yusuf', reason: 'a test' };
    const upload = (bytes: number) => {
      async function* files() {
        yield { path: 'costs.csv', content: Readable.from([Buffer.alloc(bytes, 'x,1\n')]) };
      }
      return receiveUpload({ ground, now: () => new Date() }, acting, files());
    };
    // Not to be pressed together by the database.
    const random = () => Readable.from(noise(60));
    async function* arriving() {
      yield { path: 'costs.csv', content: random() };
    }
    const refused = receiveUpload({ ground, now: () => new Date() }, acting, arriving());
    const error = await refused.catch((fault: unknown) => fault);
    expect(error).toMatchObject(FULL);
    expect(failurePage(error, 'REF')).toMatchObject({
      status: 507,
      title: 'There is no room left on the disk',
    });
    await disk?.makeRoom();
    expect(await upload(100)).toMatch(/^[0-9a-f]{12}$/);
  });
}

/** Megabytes of bytes that nothing can press together. */
function* noise(megabytes: number): Generator<Buffer> {
  let state = 88_172_645;
  for (let at = 0; at < megabytes; at += 1) {
    const piece = Buffer.alloc(1 << 20);
    for (let byte = 0; byte < piece.length; byte += 4) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      piece.writeInt32LE(state | 0, byte);
    }
    yield piece;
  }
}

test.each(['53100', 'ENOSPC', 'EDQUOT'])('that a disk is full is told from %s', (code) => {
  const fault = Object.assign(new Error('no room'), { code });
  expect(unlessDiskFull(fault, 'that holds the database')).toMatchObject(FULL);
  expect(failurePage(unlessDiskFull(fault, 'in a test'), 'REF')).toMatchObject({ status: 507 });
});

if (MAY_MOUNT) {
  describe.skipIf(programs === undefined)(
    'a disk that is full during an import, on a server',
    () => {
      fillsUp(async ({ folder }) => {
        const server = await throwAwayServer(programs ?? '');
        const space = join(folder, 'space');
        mkdirSync(space);
        spawnSync('chown', ['postgres', space]);
        spawnSync('chmod', ['755', folder]);
        const tablespace = `full_${Date.now()}`;
        await server.administer(`create tablespace ${tablespace} location '${space}'`);
        const name = await server.newDatabase(undefined, tablespace);
        const databaseUrl = server.addressOf(name);
        const place = { databaseUrl, ownerUrl: ownersAddress(databaseUrl), dataFolder: '' };
        await (await openAsOwner(place, ALL_MIGRATIONS)).close();
        return {
          ground: await openGround(place, ALL_MIGRATIONS),
          // Else the server, which the other tests use too, would look for its files at every checkpoint.
          away: () =>
            server.administer(
              `drop database ${name} with (force)`,
              `drop tablespace ${tablespace}`,
            ),
        };
      });
    },
  );

  describe('a work folder that is full', () => {
    test('stops the import with the reason, and with room it can be imported again', async () => {
      const disk = smallDisk(4);
      const ground = await groundOn(
        embeddedEngine(await newEmbeddedDatabase(ALL_MIGRATIONS), async () => undefined),
        ALL_MIGRATIONS,
      );
      await addCouncil(ground, 'A');
      const now = () => new Date();
      const desk = {
        ground,
        now,
        today: () => isoDate('2021-06-01'),
        board: new ProgressBoard(ground, now),
      };
      const acting = { authority: 'A', actor: 'Amina Yusuf', reason: 'a test' };
      async function* files() {
        yield { path: 'costs.csv', content: Readable.from([Buffer.from(costs(20_000))]) };
      }
      await disk?.fill(100_000);
      const importId = await receiveUpload(desk, acting, files());
      const work = join(disk?.folder ?? '', 'work');
      await expect(runUploadedImport(desk, 'A', importId, work)).rejects.toMatchObject(FULL);
      const [row] = await ground.read('A', (tx) =>
        tx.rows('select status, problem from import where authority_id = $1', ['A']),
      );
      expect(row).toEqual([
        'interrupted',
        expect.stringMatching(/^The disk that holds .* is full/),
      ]);
      await disk?.makeRoom();
      const again = await receiveUpload(desk, acting, files());
      await runUploadedImport(desk, 'A', again, work);
      expect((await recordsOf(ground, 'A')).cost_element).toHaveLength(20_000);
      await ground.close();
      disk?.unmount();
    });
  });
} else {
  console.warn('A disk that is full was not tried: this user may not mount a small one.');
}
