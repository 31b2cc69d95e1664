import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import {
  addCouncil,
  fileOf,
  importFiles,
  recordsOf,
} from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import type { SourceFile } from '../files/source-file.ts';
import { takeBack } from '../taking-back/take-back.ts';
import { openReader } from './import-sources.ts';

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const costs = (rate: string, path = 'costs.csv') =>
  fileOf(
    path,
    `${COSTS}1,2020-05-01,core,${rate},2020-05-01,,social_care,Oak,spot,A,3019\n2,soon,core,10,2020-05-01,,social_care,Oak,spot,A,3019\n`,
  );
const RETURN = [
  fileOf(
    '2021/header.csv',
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n2,2,03/04/2012,BAFR,,,\n',
  ),
  fileOf(
    '2021/episodes.csv',
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n1,01/05/2020,S,C2,N1,U1,PR4,,,,,\n2,01/05/2020,S,C2,N1,U1,PR4,,,,,\n',
  ),
];
const FILES = [...RETURN, costs('900')];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Counts how often the bytes of files are read. */
function watched(files: readonly SourceFile[]) {
  let opened = 0;
  const open = (file: SourceFile) => () => {
    opened += 1;
    return file.open();
  };
  return {
    files: files.map((file) => ({ ...file, open: open(file) })),
    opened: () => opened,
  };
}

const imported = (
  ground: Ground,
  files: readonly SourceFile[],
  { program = 'P1', day = '2021-06-01' } = {},
) => importFiles(ground, 'A', files, undefined, true, { program, today: () => isoDate(day) });

const rejectionsOf = (ground: Ground, importId: string) =>
  ground.read('A', (tx) =>
    tx.rows(
      `select file_number, rejection_number, kind, line, column_name, value, reason, cells
       from rejection where authority_id = $1 and import_id = $2 order by 1, 2`,
      ['A', importId],
    ),
  );

describeOnBothDatabases('the same files again', ALL_MIGRATIONS, (open) => {
  test('are entered and not read: counts and rejected rows are those of before, and no record changes', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const first = await imported(ground, FILES);
    const records = await recordsOf(ground, 'A');
    const rejected = await rejectionsOf(ground, first.importId);
    expect(rejected).toHaveLength(1);

    const readAgain = watched(FILES);
    const slow = await imported(ground, readAgain.files, { program: 'P2' });
    expect(slow.sameAs).toBeUndefined();
    const again = watched(FILES);
    const quick = await imported(ground, again.files, { program: 'P2' });
    expect(quick.sameAs).toBe(slow.importId);
    expect(quick.files).toEqual(slow.files);
    expect(quick.files.map(({ added, changed, withdrawn }) => added + changed + withdrawn)).toEqual(
      [0, 0, 0],
    );
    expect(await rejectionsOf(ground, quick.importId)).toEqual(rejected);
    expect(await recordsOf(ground, 'A')).toEqual(records);
    // A fingerprint and a look at the head of each, and no third reading of its rows.
    expect(again.opened()).toBeLessThan(readAgain.opened());

    const third = await imported(ground, FILES, { program: 'P2' });
    expect(third.sameAs).toBe(quick.importId);
  });

  test.each([
    ['by another program', FILES, { program: 'P2' }],
    ['on another day', FILES, { day: '2021-06-02' }],
    ['with one file changed', [...RETURN, costs('950')], {}],
    ['with one file gone', RETURN, {}],
    ['with one file more', [...FILES, costs('900', 'more costs.csv')], {}],
    ['under another path', [...RETURN, costs('900', 'costs 2.csv')], {}],
  ])('are read %s', async (_what, files, otherwise) => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await imported(ground, FILES);
    expect((await imported(ground, files, otherwise)).sameAs).toBeUndefined();
  });

  test('are read where they stand for something else, or where the program does not know itself', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await imported(ground, FILES);
    const desk = { program: 'P1' };
    const changes = await importFiles(ground, 'A', FILES, 'changes', true, desk);
    expect(changes.sameAs).toBeUndefined();
    await importFiles(ground, 'A', FILES);
    expect((await importFiles(ground, 'A', FILES)).sameAs).toBeUndefined();
  });

  test('of two people at the same moment are read once, and entered for both', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const both = await Promise.all([imported(ground, FILES), imported(ground, FILES)]);
    const read = both.filter(({ sameAs }) => sameAs === undefined);
    const entered = both.filter(({ sameAs }) => sameAs !== undefined);
    expect(read).toHaveLength(1);
    expect(entered.map(({ sameAs }) => sameAs)).toEqual([read[0]?.importId]);
    expect(
      entered[0]?.files.map(({ rows, accepted, rejected }) => [rows, accepted, rejected]),
    ).toEqual(read[0]?.files.map(({ rows, accepted, rejected }) => [rows, accepted, rejected]));
    const records = await recordsOf(ground, 'A');
    expect([records.child?.length, records.episode?.length, records.cost_element?.length]).toEqual([
      2, 2, 1,
    ]);
  });

  test('are read when another import came between, and change what it changed back', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    await imported(ground, FILES);
    const records = await recordsOf(ground, 'A', ['revision', 'import_id']);
    await imported(ground, [costs('950')]);
    const again = await imported(ground, FILES);
    expect(again.sameAs).toBeUndefined();
    expect(again.files.map(({ changed }) => changed)).toEqual([0, 0, 1]);
    expect(await recordsOf(ground, 'A', ['revision', 'import_id'])).toEqual(records);
  });

  test('hold the records up when the import before is taken back', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const first = await imported(ground, FILES);
    const of = ['revision', 'import_id', 'repair_key', 'resolved_import_id'];
    const { finding: _, ...records } = await recordsOf(ground, 'A', of);
    const second = await imported(ground, FILES);
    expect(second.sameAs).toBe(first.importId);
    const acting = { authority: 'A', actor: 'Data officer', reason: 'taken back' };
    const reader = openReader({});
    const desk = { ground, reader, workFolder: folder, today: isoDate('2021-06-01') };
    const more = { now: () => new Date(), onProgress: () => undefined };
    await takeBack({ ...desk, ...more }, acting, first.importId, 'taken back').finally(() =>
      reader.close(),
    );
    const { finding: __, ...after } = await recordsOf(ground, 'A', of);
    expect(after).toEqual(records);
    expect((await imported(ground, FILES)).sameAs).toBeUndefined();
  });
});
