import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, wellplaced, wellplacedHere } from '../support/command.ts';
import { ALL_MIGRATIONS, fillDataFolder } from '../support/databases.ts';

const TWO_MINUTES = 120_000;
const COSTS_HEADER =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellplaced-command-'));
  await fillDataFolder(join(folder, 'data'), ALL_MIGRATIONS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const environment = () => ({
  WELLPLACED_DATA: join(folder, 'data'),
  WELLPLACED_AUTHORITY: 'X01',
});

const run = (...words: string[]): Promise<Answer> => wellplaced(words, environment());

const REPORT = ['report', 'placements', '--week-ending', '2026-11-15'];

/** Each exit code, JSON, text and the bytes of a workbook come from a program once; the rest from here. */
const report = (...words: string[]): Promise<Answer> =>
  wellplacedHere([...REPORT, ...words], environment());

interface Printed {
  readonly files: readonly Record<string, unknown>[];
  readonly findings: readonly Record<string, unknown>[];
}

/** Imports and reads what `--json` prints. */
async function importAsJson(
  by: typeof wellplaced,
  ...paths: string[]
): Promise<Printed & { code: number | null }> {
  const { code, out, err } = await by(['import', ...paths, '--json'], environment());
  expect(err).toBe('');
  return { code, ...(JSON.parse(out) as Printed) };
}

/** Every value that stands in a workbook. */
async function cellsOf(content: Buffer): Promise<readonly unknown[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(content as never);
  return workbook.worksheets.flatMap((sheet) => sheet.getSheetValues().flat());
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

describe('an invented council, from its files to its report', () => {
  let council: string;
  beforeAll(async () => {
    council = join(folder, 'council');
    const plan = ['--children', '60', '--years', '2', '--seed', '3', '--as-of', '2026-11-22'];
    const written = await run('demo', '--out', council, ...plan);
    expect([written.code, written.err]).toEqual([0, '']);
    expect(written.out).toContain('ssda903/2027/episodes.csv');
    const added = await run('council', 'X01', '--name', 'Northmere', '--area', 'E10999901');
    expect([added.code, added.err]).toEqual([0, '']);
  }, TWO_MINUTES);

  test(
    'every row of its files is taken: 0, and JSON of just what it promises',
    async () => {
      const { code, ...printed } = await importAsJson(wellplaced, council);
      expect(code).toBe(0);
      expect(Object.keys(printed)).toEqual(['files', 'findings']);
      expect(printed.files.length).toBeGreaterThan(20);
      for (const file of printed.files) {
        expect(file).toMatchObject({
          path: expect.stringContaining(council),
          kind: expect.stringMatching(/^[a-z0-9_]+$/),
          rejected: 0,
          superseded: expect.any(Number),
          repaired: expect.any(Number),
        });
        expect(file.rows).toBe(file.accepted);
        const lines = (await readFile(String(file.path), 'utf8')).trimEnd().split('\n').length;
        expect(file.rows, String(file.path)).toBe(lines - 1);
      }
    },
    TWO_MINUTES,
  );

  test(
    'the same rows with ISO dates, a byte order mark and CRLF change nothing',
    async () => {
      const lines = await readFile(join(council, 'ssda903/2027/episodes.csv'), 'utf8');
      const iso = lines.replace(/\b(\d\d)\/(\d\d)\/(\d{4})\b/g, '$3-$2-$1').replace(/\n/g, '\r\n');
      expect(iso).not.toBe(lines);
      const path = await fileOf('2027/any name.csv', `\uFEFF${iso}`);
      const { code, files } = await importAsJson(wellplacedHere, path);
      expect(code).toBe(0);
      expect(files).toHaveLength(1);
      expect(files[0]).toMatchObject({ kind: 'episodes', rejected: 0, added: 0, changed: 0 });
      expect(files[0]?.rows).toBe(lines.trimEnd().split('\n').length - 1);
    },
    TWO_MINUTES,
  );

  test(
    'a file in Windows-1252 holds what the same file holds in UTF-8',
    async () => {
      const text = (provider: string) =>
        `${COSTS_HEADER}\nC1,01/05/2026,core,900.50,01/05/2026,,social_care,${provider},spot,04130,3019\n`;
      const old = await fileOf('old.csv', Buffer.from(text('Zo\u00eb\u0092s'), 'latin1'));
      const { code, files } = await importAsJson(wellplacedHere, old, '--changes');
      expect([code, files[0]?.added]).toEqual([0, 1]);
      const again = await importAsJson(
        wellplacedHere,
        await fileOf('new.csv', text('Zo\u00eb\u2019s')),
        '--changes',
      );
      expect(again.files[0]).toMatchObject({ accepted: 1, added: 0, changed: 0 });
      const other = await importAsJson(
        wellplacedHere,
        await fileOf('other.csv', text('Zoe\u2019s')),
        '--changes',
      );
      expect(other.files[0], 'another provider').toMatchObject({ added: 0, changed: 1 });
    },
    TWO_MINUTES,
  );

  test(
    'a row that cannot be used: 1, and the others are taken',
    async () => {
      const path = await fileOf(
        'some/reviews.csv',
        'CHILD,DOB,REVIEW,REVIEW_CODE\nC1,01/02/2012,31/02/2026,PN1\nC1,01/02/2012,01/06/2026,PN9\n',
      );
      const { code, files, findings } = await importAsJson(wellplaced, path, '--changes');
      expect(code).toBe(1);
      expect(files[0]).toMatchObject({ kind: 'reviews', rows: 2, accepted: 1, rejected: 1 });
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(Object.keys(finding).sort()).toEqual(['count', 'example', 'rule', 'severity']);
        expect(finding.count).toBeGreaterThan(0);
      }
      const inWords = await run('import', path, '--changes');
      expect(inWords.code).toBe(1);
      expect(inWords.out).toMatch(/some\/reviews\.csv +reviews +2 +1 +1 /);
    },
    TWO_MINUTES,
  );

  test(
    'a file that is not what it claims: 2, with the reason, and the others are taken',
    async () => {
      const broken = await fileOf('broken/return.xml', '<EXPSSDA903><CHILD><HEADER>');
      const good = await fileOf(
        'broken/reviews.csv',
        'CHILD,DOB,REVIEW,REVIEW_CODE\nC2,01/02/2012,01/06/2026,PN1\n',
      );
      const { code, files } = await importAsJson(wellplaced, broken, good);
      expect(code).toBe(2);
      expect(files.find(({ path }) => path === broken)).toMatchObject({
        rows: 0,
        problem: expect.stringContaining('return.xml'),
      });
      expect(files.find(({ path }) => path === good)).toMatchObject({ accepted: 1, added: 1 });
    },
    TWO_MINUTES,
  );

  test(
    'its report says the same in every format',
    async () => {
      const json = await run(...REPORT, '--format', 'json');
      expect([json.code, json.err]).toEqual([0, '']);
      const { authority, weekEnding, children, spend, highCost } = JSON.parse(json.out);
      expect([authority, weekEnding]).toEqual([{ code: 'X01', name: 'Northmere' }, '2026-11-15']);
      expect(children.total).toBe(60);
      const counts = Object.values<number>(children.byGroup);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
      expect(children.inArea + children.outOfArea + children.areaUnknown).toBe(60);
      expect(highCost).toHaveLength(10);
      const pounds = (spend.weekPence / 100).toLocaleString('en-GB', {
        style: 'currency',
        currency: 'GBP',
      });

      const text = await run(...REPORT);
      expect(text.out).toContain('Northmere: placements, week ending 15 November 2026');
      expect(text.out).toMatch(/Children looked after +60\n/);
      expect(text.out).toContain(pounds);
      const html = await report('--format', 'html');
      expect(html.out).toMatch(/^<!doctype html>/i);
      expect(html.out).toContain(pounds);
      const cells = await cellsOf((await run(...REPORT, '--format', 'xlsx')).content);
      expect(cells).toContain(spend.weekPence / 100);
      expect(cells).toContain(children.total);
      expect(cells).toContainEqual(expect.stringContaining('Working figures, not for publication'));
      for (const one of [text, html]) {
        expect(one.out).toContain('Working figures, not for publication');
      }
    },
    TWO_MINUTES,
  );

  test(
    'published, it holds no small number, no package and no mark of working figures',
    async () => {
      const json = await report('--format', 'json', '--publish');
      const { children, highCost, changes } = JSON.parse(json.out);
      const { byGroup, ...others } = children;
      const shown = [...Object.values(byGroup), ...Object.values(others)];
      expect(shown).toContain('[c]');
      const small = shown.filter((count) => typeof count === 'number' && count > 0 && count < 5);
      expect(small).toEqual([]);
      expect([highCost, changes]).toEqual([[], []]);
      for (const format of ['text', 'html']) {
        const published = await report('--format', format, '--publish');
        expect(published.code).toBe(0);
        expect(published.out, format).not.toContain('Working figures');
        expect(published.out, format).toContain('[c]');
      }
      const cells = await cellsOf((await report('--format', 'xlsx', '--publish')).content);
      expect(cells).toContain('[c]');
      expect(cells.filter((cell) => String(cell).includes('Working figures'))).toEqual([]);
    },
    TWO_MINUTES,
  );
});
