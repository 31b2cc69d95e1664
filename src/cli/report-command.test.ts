import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, fillDataFolder } from '../../tests/support/databases.ts';
import { fileOf, importFiles } from '../../tests/support/import-files.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { councilToFill } from '../web/chosen-council.ts';
import { withHouse } from '../web/house.ts';
import { main } from './main.ts';
import { reportCommand } from './report-command.ts';

const EPISODES = [
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  'A100,04/01/2021,S,V2,N8,U6,PR4,,,,,,',
  '',
].join('\n');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellplaced-report-'));
  await fillDataFolder(folder, ALL_MIGRATIONS);
  await withHouse(readConfiguration({ WELLPLACED_DATA: folder }), async (house) => {
    await councilToFill(house, 'E10');
    await importFiles(house.ground, 'E10', [fileOf('2021/episodes.csv', EPISODES)]);
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(...words: string[]): Promise<Buffer> {
  const out = new PassThrough();
  const bytes = buffer(out);
  const configuration = readConfiguration({ WELLPLACED_DATA: folder });
  const code = await reportCommand.run(words, configuration, { out, err: new PassThrough() });
  out.end();
  expect(code).toBe(0);
  return bytes;
}

const WEEK = ['placements', '--week-ending', '2021-03-28'];

test('the report is written as text unless another form is asked for', async () => {
  const text = (await written(...WEEK)).toString();
  expect(text).toContain('week ending 28 March 2021');
  expect(text).toContain('Working figures, not for publication');
  expect(text).toMatch(/Children looked after +1\n/);
});

test('the JSON of working figures is whole, that for others is not', async () => {
  const working = JSON.parse((await written(...WEEK, '--format', 'json')).toString());
  expect(working).toMatchObject({
    authority: { code: 'E10' },
    weekEnding: '2021-03-28',
    countsTo: '2021-03-28',
    children: { total: 1, areaUnknown: 1, byGroup: { fosteringAgency: 1, residential: 0 } },
    findings: [{ rule: 'looked-after-without-cost' }, { rule: expect.any(String) }],
  });
  const published = await written(...WEEK, '--format', 'json', '--publish');
  expect(JSON.parse(published.toString())).toMatchObject({
    children: { total: '[c]', byGroup: { fosteringAgency: '[c]', residential: 0 } },
    findings: [],
  });
});

test('another day than the last is moved to the week that holds it, and said beside the report', async () => {
  const streams = { out: new PassThrough(), err: new PassThrough() };
  const said = buffer(streams.err);
  const report = buffer(streams.out);
  const configuration = readConfiguration({ WELLPLACED_DATA: folder });
  const words = ['placements', '--week-ending', '2021-03-31', '--format', 'json'];
  await reportCommand.run(words, configuration, streams);
  streams.out.end();
  streams.err.end();
  expect(JSON.parse((await report).toString()).weekEnding).toBe('2021-04-04');
  expect((await said).toString()).toBe(
    '31 March 2021 is in the week ending Sunday 4 April 2021.\n',
  );
});

test('a week that has not begun is refused, with the last that can be reported', async () => {
  const streams = { out: new PassThrough(), err: new PassThrough() };
  const configuration = readConfiguration({ WELLPLACED_DATA: folder });
  const words = ['placements', '--week-ending', '2199-12-31'];
  await expect(reportCommand.run(words, configuration, streams)).rejects.toMatchObject({
    code: 'week-not-begun',
    remedy: expect.stringMatching(/^Week ending must be .* or earlier/),
  });
});

test.each([
  ['xlsx', 'PK'],
  ['html', '<!DOCTYPE html><html lang="en-GB"'],
])('the report is written as %s', async (format, start) => {
  const file = await written(...WEEK, '--format', format, '--authority', 'E10');
  expect(file.toString().startsWith(start)).toBe(true);
});

test.each([
  [['spend', '--week-ending', '2021-03-31'], '"spend" was named'],
  [['placements'], 'No week was named'],
  [['placements', '--week-ending', '31/03/2021'], '--week-ending is "31/03/2021"'],
  [[...WEEK, '--format', 'pdf'], '--format is "pdf"'],
  [[...WEEK, '--authority', 'NONE'], 'There is no council NONE'],
])('%j is refused in a sentence', async (words, message) => {
  const configuration = readConfiguration({ WELLPLACED_DATA: folder });
  const streams = { out: new PassThrough(), err: new PassThrough() };
  await expect(reportCommand.run(words, configuration, streams)).rejects.toThrow(message);
});

test('the program knows the command', async () => {
  const out = new PassThrough();
  const help = buffer(out);
  expect(await main(['help'], { out, err: out })).toBe(0);
  out.end();
  expect((await help).toString()).toContain(
    'wellplaced report placements --week-ending YYYY-MM-DD',
  );
});
