import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil } from '../../../../tests/support/import-files.ts';
import { addOrChangeAuthority } from '../../../platform/database/authorities.ts';
import type { AuthoritySettings } from '../../../platform/database/authority-settings.ts';
import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { markImport } from '../imports/import-register.ts';
import { cancelImport } from './cancel-import.ts';
import { discardUpload } from './held-upload.ts';
import { importAgain } from './import-again.ts';
import { receiveUpload } from './upload.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const MEGABYTE = 2 ** 20;

describeOnBothDatabases('what may be uploaded', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  beforeEach(async () => {
    ground = await open();
    await addCouncil(ground, 'A');
  });

  const settle = (settings: Partial<AuthoritySettings>) =>
    addOrChangeAuthority(ground, 'A', { settings }, 'a test');
  const ids = new Map<string, string>();
  const idOf = (name: string) => {
    const id = ids.get(name) ?? randomUUID();
    ids.set(name, id);
    return id;
  };
  const actingAs = (actor: string) => {
    const person = { personId: idOf(actor), role: 'Data officer' };
    return { authority: 'A', actor, person, reason: 'a test' };
  };

  async function* filesOf(megabytes: number) {
    const pieces = Array.from({ length: megabytes }, () => Buffer.alloc(MEGABYTE, 'x'));
    yield { path: 'a.csv', content: Readable.from(pieces) };
  }
  const upload = (actor: string, megabytes: number) =>
    receiveUpload({ ground, now: () => new Date() }, actingAs(actor), filesOf(megabytes));

  async function state() {
    const held = await ground.read('A', (tx) =>
      tx.rows(
        `select coalesce(sum(octet_length(content)), 0)::int / ${MEGABYTE} from upload_chunk where authority_id = $1`,
        ['A'],
      ),
    );
    const imports = await ground.read('A', (tx) =>
      tx.rows('select status from import where authority_id = $1 order by requested_at', ['A']),
    );
    return [held[0]?.[0], imports.map(([status]) => status)];
  }

  test('is as much as one person may hold, and not a byte more', async () => {
    await settle({ uploadPersonMb: 10 });
    await upload('Ada', 10);
    await expect(upload('Ada', 1)).rejects.toMatchObject({
      code: 'upload-quota',
      message: expect.stringMatching(/one person may hold 10 MB .* 10 MB are held/),
    });
    expect(await state()).toEqual([10, ['queued', 'interrupted']]);
    await upload('Ben', 10);
    expect(await state()).toEqual([20, ['queued', 'interrupted', 'queued']]);
  });

  test('is as much as the council may hold, whoever sends it', async () => {
    await settle({ uploadCouncilMb: 12, uploadPersonMb: 100 });
    await upload('Ada', 8);
    await expect(upload('Ben', 8)).rejects.toMatchObject({
      code: 'upload-quota',
      message: expect.stringContaining('the council may hold 12 MB'),
    });
    expect(await state()).toEqual([8, ['queued', 'interrupted']]);
  });

  test('cannot be exceeded by two at once', async () => {
    await settle({ uploadPersonMb: 10, uploadCouncilMb: 10 });
    const outcomes = await Promise.allSettled([upload('Ada', 8), upload('Ada', 8)]);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    const [held] = await state();
    expect(Number(held)).toBeLessThanOrEqual(10);
  });

  test('is freed when files are let go', async () => {
    await settle({ uploadPersonMb: 10 });
    const first = await upload('Ada', 10);
    expect(
      await ground.transaction(actingAs('Ada'), (tx: Transaction) =>
        cancelImport(tx, actingAs('Ada'), first),
      ),
    ).toBe(true);
    const second = await upload('Ada', 10);
    await markImport(ground, actingAs('Ada'), second, 'interrupted', 'cut off');
    await ground.transaction(actingAs('Ada'), (tx: Transaction) => discardUpload(tx, second));
    await upload('Ada', 10);
    expect(await state()).toEqual([10, ['cancelled', 'interrupted', 'queued']]);
  });

  test('does not count twice what is imported again', async () => {
    await settle({ uploadPersonMb: 10 });
    const held = await upload('Ada', 10);
    await markImport(ground, actingAs('Ada'), held, 'interrupted', 'cut off');
    await importAgain({ ground, now: () => new Date() }, actingAs('Ada'), held);
    expect(await state()).toEqual([10, ['interrupted', 'queued']]);
  });

  test('is so many at once for one person', async () => {
    await settle({ uploadsWaiting: 2 });
    const [first] = [await upload('Ada', 1), await upload('Ada', 1)];
    await expect(upload('Ada', 1)).rejects.toMatchObject({ code: 'uploads-waiting' });
    await upload('Ben', 1);
    expect(await state()).toEqual([3, ['queued', 'queued', 'queued']]);
    await ground.transaction(actingAs('Ada'), (tx: Transaction) =>
      cancelImport(tx, actingAs('Ada'), first ?? ''),
    );
    await upload('Ada', 1);
  });
});
