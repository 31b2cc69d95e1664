import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { startChild } from '../support/child-process.ts';
import { wellplaced } from '../support/command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellplaced-command-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (line: string, environment: Readonly<Record<string, string>> = {}) =>
  wellplaced(line === '' ? [] : line.split(' '), {
    WELLPLACED_DATA: join(folder, 'data'),
    ...environment,
  });

test('without a command it lists them all', async () => {
  const { code, out, err } = await run('');
  expect([code, err]).toEqual([0, '']);
  for (const command of ['serve', 'import', 'report placements', 'demo', 'council']) {
    expect(out).toContain(`  wellplaced ${command}`);
  }
});

test('an unknown command is refused with the list of those there are', async () => {
  const { code, out, err } = await run('inport records');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('There is no command "inport".');
  expect(err).toContain('  wellplaced import PATH...');
});

test('a command that waits for what never comes says so, and does not look as if it had succeeded', async () => {
  const never = spawn(process.execPath, [
    'tests/support/end-in-silence.mjs',
    ...['demo', '--out', join(folder, 'never')],
  ]);
  const err = text(never.stderr);
  const [code] = await once(never, 'close');
  expect(code).toBe(70);
  expect(await err).toContain('wellplaced demo stopped without coming to its end');
});

test.each(['an-empty-folder', '/dev/null'])(
  'an import of nothing (%s) is no success',
  async (path) => {
    await mkdir(join(folder, 'an-empty-folder'), { recursive: true });
    const { code, out, err } = await run(
      `import ${path.startsWith('/') ? path : join(folder, path)}`,
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/There is no file in the folder|neither a file nor a folder/);
  },
);

/** The command without a process of its own, which is all that its words need. */
async function inThisProcess(line: string) {
  const streams = { out: new PassThrough(), err: new PassThrough() };
  const said = Promise.all([text(streams.out), text(streams.err)]);
  const code = await main(line.split(' '), streams);
  streams.out.end();
  streams.err.end();
  const [out, err] = await said;
  return { code, out, err };
}

test.each([
  ['import', 'No file or folder was named.', 'wellplaced import PATH...'],
  ['import /nowhere', 'There is no file or folder at /nowhere.', 'Check the path'],
  ['import --quickly', "Unknown option '--quickly'", 'Usage: wellplaced import PATH...'],
  ['report', 'No report was named.', 'wellplaced report placements'],
  ['report placements', 'No week was named.', '--week-ending YYYY-MM-DD'],
  [
    'report placements --week-ending 31/03/2026',
    '--week-ending is "31/03/2026".',
    '--week-ending YYYY-MM-DD',
  ],
  [
    'report placements --week-ending 2026-03-31 --format pdf',
    '--format is "pdf".',
    'text, xlsx, json, html',
  ],
  ['demo', 'No folder was named.', '--out DIR'],
  ['demo --out x --children many', '--children is "many".', 'a whole number of at least 1'],
  ['council', 'One council is needed.', 'wellplaced council CODE'],
])('"%s" is refused, with what is wrong and what to do', async (line, wrong, remedy) => {
  const { code, out, err } = await inThisProcess(line);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(wrong);
  expect(err).toContain(remedy);
});

test('a bad value in the environment stops it with a sentence that names every one', async () => {
  const { code, out, err } = await run('import .', { PORT: 'high', WELLPLACED_SMALL_NUMBER: '1' });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('PORT is "high"; allowed is a whole number from 0 to 65535.');
  expect(err).toContain('WELLPLACED_SMALL_NUMBER is "1"; allowed is a whole number from 2 to 20.');
});

test('a second process on the embedded folder is refused and told of the first', async () => {
  const data = join(folder, 'held');
  const file = join(folder, 'budgets.csv');
  await writeFile(
    file,
    'financial_year,cost_centre,subjective,description,annual_amount,profile\n',
  );
  const first = startChild('tests/support/hold-folder.ts', [data]);
  try {
    expect(await first.line()).toBe('held');
    const { code, out, err } = await run(`import ${file}`, { WELLPLACED_DATA: data });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`The data folder ${data} is in use by process ${first.pid} on `);
    expect(err).toContain('Stop that process, or set WELLPLACED_DATA to another folder');
  } finally {
    await first.kill();
  }
});
