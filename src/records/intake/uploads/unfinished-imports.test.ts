import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, recordsOf } from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import { JobStopped } from '../../../platform/jobs/worker.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { ProgressBoard } from '../imports/import-progress.ts';
import { registerImport } from '../imports/import-register.ts';
import { beginTry, DIED } from './begin-try.ts';
import { cancelImport } from './cancel-import.ts';
import { heldFiles } from './held-upload.ts';
import { importAgain } from './import-again.ts';
import { discardOldUploads } from './old-uploads.ts';
import { unfinishedUploads } from './unfinished-imports.ts';
import { receiveUpload } from './upload.ts';
import { runUploadedImport } from './uploaded-import.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const ACTING = { authority: 'A', actor: 'Ada', reason: 'a test' };
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n';
const UNKNOWN = 'Person,Band\n1,High\n2,Low\n';
const MINUTES = 60_000;

let workFolder: string;
beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'wellplaced-test-'));
});
afterAll(() => rm(workFolder, { recursive: true }));

async function* uploaded(...files: (readonly [path: string, content: string])[]) {
  for (const [path, content] of files)
    yield { path, content: Readable.from([Buffer.from(content)]) };
}

function deskOn(ground: Ground) {
  const now = () => new Date();
  return { ground, board: new ProgressBoard(ground, now), now, today: () => isoDate('2021-06-01') };
}

async function statusOf(ground: Ground, importId: string): Promise<string | undefined> {
  return ground.read<RecordsTables, string | undefined>('A', async (tx) => {
    const row = await tx.db
      .selectFrom('import')
      .select('status')
      .where('authority_id', '=', 'A')
      .where('import_id', '=', importId)
      .executeTakeFirst();
    return row?.status;
  });
}

describeOnBothDatabases('unfinished imports', ALL_MIGRATIONS, (open) => {
  test('an upload that a stopped process left queued is taken up', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const importId = await receiveUpload(
      deskOn(ground),
      ACTING,
      uploaded(['2020/header.csv', HEADER]),
    );
    expect(await unfinishedUploads(ground, 'A', new Date())).toEqual([importId]);

    const later = new Date(Date.now() + 3 * MINUTES);
    await runUploadedImport(deskOn(ground), 'A', importId, workFolder);
    expect(await statusOf(ground, importId)).toBe('complete');
    expect((await recordsOf(ground, 'A')).child).toHaveLength(1);
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, importId))).toEqual([]);
    expect(await readdir(workFolder)).toEqual([]);
    expect(await unfinishedUploads(ground, 'A', later)).toEqual([]);
  });

  test('an upload whose process died with it is never taken up again by itself, and can be by a person', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const files = uploaded(['2020/header.csv', HEADER]);
    const died = await receiveUpload(deskOn(ground), ACTING, files);
    expect(await beginTry(ground, ACTING, died, new Date())).toBe(true);
    await runUploadedImport(deskOn(ground), 'A', died, workFolder);
    expect(await statusOf(ground, died), 'another process leaves it alone').toBe('running');
    expect(await unfinishedUploads(ground, 'A', new Date())).toEqual([]);
    expect(await statusOf(ground, died), 'it was heard of a moment ago').toBe('running');

    const later = new Date(Date.now() + 3 * MINUTES);
    expect(await unfinishedUploads(ground, 'A', later)).toEqual([]);
    const [row] = await ground.read('A', (tx) =>
      tx.rows('select status, problem, tries from import where authority_id = $1', ['A']),
    );
    expect(row).toEqual(['interrupted', DIED, 1]);
    await runUploadedImport(deskOn(ground), 'A', died, workFolder);
    expect((await recordsOf(ground, 'A')).child).toEqual([]);

    const again = await importAgain(deskOn(ground), ACTING, died);
    await runUploadedImport(deskOn(ground), 'A', again, workFolder);
    expect(await statusOf(ground, again)).toBe('complete');
    expect((await recordsOf(ground, 'A')).child).toHaveLength(1);
  });

  test('an import that is stopped with its program is put back, but not for ever', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const files = uploaded(['2020/header.csv', HEADER]);
    const importId = await receiveUpload(deskOn(ground), ACTING, files);
    const stopped = AbortSignal.abort(new JobStopped());
    const job = { signal: stopped, progress: () => undefined };
    for (let stop = 0; stop < 5; stop += 1) {
      await expect(
        runUploadedImport(deskOn(ground), 'A', importId, workFolder, job),
      ).rejects.toBeInstanceOf(JobStopped);
      expect(await unfinishedUploads(ground, 'A', new Date())).toEqual([importId]);
    }
    await runUploadedImport(deskOn(ground), 'A', importId, workFolder);
    expect(await statusOf(ground, importId)).toBe('interrupted');
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, importId))).toHaveLength(1);
    expect(await readdir(workFolder)).toEqual([]);
  });

  test('a job that is repeated after its import was complete does nothing', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const importId = await receiveUpload(deskOn(ground), ACTING, uploaded(['header.csv', HEADER]));
    await runUploadedImport(deskOn(ground), 'A', importId, workFolder);
    const before = await recordsOf(ground, 'A');
    await runUploadedImport(deskOn(ground), 'A', importId, workFolder);
    expect(await recordsOf(ground, 'A')).toEqual(before);
  });

  test('what cannot go on is marked as interrupted once it has long been silent', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const cutOff = await registerImport(deskOn(ground), ACTING, 'upload', 'receiving');
    const killed = await registerImport(deskOn(ground), ACTING, 'command line', 'running');
    // An upload may be arriving in this very process, and another may be at work on a command's.
    expect(await unfinishedUploads(ground, 'A', new Date())).toEqual([]);
    expect(await statusOf(ground, cutOff)).toBe('receiving');
    expect(await statusOf(ground, killed)).toBe('running');
    const later = new Date(Date.now() + 3 * MINUTES);
    expect(await unfinishedUploads(ground, 'A', later)).toEqual([]);
    expect(await statusOf(ground, cutOff)).toBe('interrupted');
    expect(await statusOf(ground, killed)).toBe('interrupted');
  });

  test('an upload that takes long is not taken for one that was cut off, as long as it comes', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    let minutes = 0;
    const clock = () => new Date(Date.now() + minutes * MINUTES);
    async function* slowly() {
      for (let at = 0; at < 4; at += 1) {
        yield Buffer.alloc(2 ** 20, 'x');
        minutes += 1.5;
        await unfinishedUploads(ground, 'A', clock());
      }
    }
    async function* files() {
      yield { path: 'large.csv', content: Readable.from(slowly()) };
    }
    const importId = await receiveUpload({ ground, now: clock }, ACTING, files());
    expect(await statusOf(ground, importId)).toBe('queued');
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, importId))).toHaveLength(1);
  });

  test('a queued upload can be cancelled, and is not imported then', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const importId = await receiveUpload(deskOn(ground), ACTING, uploaded(['header.csv', HEADER]));
    expect(
      await ground.transaction(ACTING, (tx: Transaction) => cancelImport(tx, ACTING, importId)),
    ).toBe(true);
    expect(
      await ground.transaction(ACTING, (tx: Transaction) => cancelImport(tx, ACTING, importId)),
    ).toBe(false);
    await runUploadedImport(deskOn(ground), 'A', importId, workFolder);
    expect(await statusOf(ground, importId)).toBe('cancelled');
    expect(await unfinishedUploads(ground, 'A', new Date(Date.now() + 3 * MINUTES))).toEqual([]);
    expect((await recordsOf(ground, 'A')).child).toEqual([]);
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, importId))).toEqual([]);
  });

  test('files of no known layout are held to be imported again, for fourteen days', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const files = uploaded(['header.csv', HEADER], ['bands.csv', UNKNOWN], ['empty.csv', '']);
    const first = await receiveUpload(deskOn(ground), ACTING, files);
    await runUploadedImport(deskOn(ground), 'A', first, workFolder);
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, first))).toEqual([
      { fileNumber: 1, path: 'bands.csv' },
    ]);

    const again = await importAgain(deskOn(ground), ACTING, first);
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, first))).toEqual([]);
    await expect(importAgain(deskOn(ground), ACTING, first)).rejects.toMatchObject({
      code: 'nothing-held',
    });
    await runUploadedImport(deskOn(ground), 'A', again, workFolder);
    expect(await statusOf(ground, again)).toBe('refused');

    const days = (number: number) => new Date(Date.now() + number * 24 * 60 * MINUTES);
    await discardOldUploads(ground, 'A', days(13));
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, again))).toEqual([
      { fileNumber: 0, path: 'bands.csv' },
    ]);
    await discardOldUploads(ground, 'A', days(15));
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, again))).toEqual([]);
  });
});
