import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { textRow, workbookParts, zipOf } from '../../../../tests/support/workbook.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { saveMapping } from '../mappings/keep-mapping.ts';
import { loadMappableFile } from '../mappings/mappable-file.ts';
import { heldFiles } from '../uploads/held-upload.ts';
import { importAgain } from '../uploads/import-again.ts';
import { receiveUpload } from '../uploads/upload.ts';
import { runUploadedImport } from '../uploads/uploaded-import.ts';
import { exitCodeOf } from './import-outcome.ts';
import { ProgressBoard } from './import-progress.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const ACTING = { authority: 'A', actor: 'Ada', reason: 'a test' };
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n';
const STAFF = ['Code', 'House', 'Kind'];

function sheet(name: string, rows: readonly (readonly string[])[], state = 'visible') {
  return { name, state, data: rows.map((row, at) => textRow(at + 1, row)).join('') };
}

function providers(name: string, urn: string, state?: string) {
  return sheet(
    name,
    [['Title'], ['URN', 'Provision type', 'Setting name'], [urn, 'Home', 'A house']],
    state,
  );
}

const BOOK = zipOf(
  workbookParts([
    sheet('Cover', [['Social care providers']]),
    providers('Providers', 'SC1'),
    sheet('Others', [STAFF, ['SC3', 'Another house', 'Home']]),
    providers('SA Providers', 'SC2'),
  ]),
);

function deskOn(ground: Ground) {
  const now = () => new Date();
  return { ground, board: new ProgressBoard(ground, now), now, today: () => isoDate('2021-06-01') };
}

async function* uploaded() {
  yield { path: 'header.csv', content: Readable.from([Buffer.from(HEADER)]) };
  yield { path: 'book.xlsx', content: Readable.from([BOOK]) };
}

async function urnsOf(ground: Ground): Promise<unknown[]> {
  return ground.read('A', async (tx) => {
    const rows = await tx.rows('select urn from provider where authority_id = $1 order by urn', [
      'A',
    ]);
    return rows.map(([urn]) => urn);
  });
}

let workFolder: string;
beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'wellplaced-test-'));
});
afterAll(() => rm(workFolder, { recursive: true }));

describeOnBothDatabases('sheets of a workbook', ALL_MIGRATIONS, (open) => {
  test('are each taken, refused or named', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const outcome = await importFiles(ground, 'A', [
      fileOf('header.csv', HEADER),
      fileOf('book.xlsx', BOOK),
    ]);
    expect(
      outcome.files.map(({ path, kind, rows, problem }) => [path, kind, rows, problem]),
    ).toEqual([
      ['header.csv', 'header', 1, undefined],
      ['book.xlsx, sheet Providers', 'providers', 1, undefined],
      ['book.xlsx, sheet Others', 'unrecognised', 0, expect.stringContaining('Code, House, Kind')],
      ['book.xlsx, sheet SA Providers', 'providers', 1, undefined],
    ]);
    expect(exitCodeOf(outcome)).toBe(2);
    expect(await urnsOf(ground)).toEqual(['SC1', 'SC2']);
    const said = new Map(
      outcome.findings.map(({ rule, count, example }) => [rule, [count, example]]),
    );
    expect(said.get('sheet-not-read')).toEqual([
      1,
      'The sheet Cover of book.xlsx was not read: it holds no table.',
    ]);
    expect(said.get('rows-above-header')).toEqual([
      2,
      expect.stringContaining('has its header on line 2'),
    ]);
  });

  test('leave a trace when they are hidden and hold records', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const book = zipOf(workbookParts([providers('Old', 'SC9', 'hidden'), providers('New', 'SC1')]));
    const outcome = await importFiles(ground, 'A', [fileOf('book.xlsx', book)]);
    expect(exitCodeOf(outcome)).toBe(2);
    expect(outcome.files.find(({ problem }) => problem !== undefined)?.problem).toContain(
      'sheet Old is hidden',
    );
    expect(await urnsOf(ground)).toEqual(['SC1']);
  });

  test('say in which year they are, before their workbook does', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const rows = [
      ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
      ['1', '01/02/2010', '01/06/2019', 'PN1'],
    ];
    const book = zipOf(workbookParts([sheet('2019-20', rows), sheet('Reviews', rows)]));
    const outcome = await importFiles(ground, 'A', [fileOf('2021/book.xlsx', book)]);
    expect(outcome.files.map(({ returnYear }) => returnYear)).toEqual([2020, 2021]);
  });

  test('of no known layout are held with their workbook, mapped and imported again', async () => {
    const ground = await open();
    await addCouncil(ground, 'A');
    const desk = deskOn(ground);
    const first = await receiveUpload(desk, ACTING, uploaded());
    await runUploadedImport(desk, 'A', first, workFolder);
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, first))).toEqual([
      { fileNumber: 1, path: 'book.xlsx' },
    ]);
    expect(
      await ground.read('A', (tx: Transaction) => loadMappableFile(tx, first, 2)),
    ).toMatchObject({
      path: 'book.xlsx, sheet Others',
      header: STAFF,
      sample: [{ line: 2, cells: ['SC3', 'Another house', 'Home'] }],
    });
    const columns = [
      { field: 'URN', sourceColumn: 'Code' },
      { field: 'NAME', sourceColumn: 'House' },
      { field: 'TYPE', sourceColumn: 'Kind' },
    ];
    const mapping = {
      name: 'Others',
      kind: 'providers',
      columns,
      dateStyle: 'automatic',
    } as const;
    await ground.transaction(ACTING, (tx: Transaction) => saveMapping(tx, mapping, STAFF));
    const again = await importAgain(desk, ACTING, first);
    await runUploadedImport(desk, 'A', again, workFolder);
    expect(await urnsOf(ground)).toEqual(['SC1', 'SC2', 'SC3']);
    expect(await ground.read('A', (tx: Transaction) => heldFiles(tx, again))).toEqual([]);
  });
});
