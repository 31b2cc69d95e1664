import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { councilFiles, WEEK_ENDING } from './council-files.mjs';
import { databases } from './databases.mjs';
import { measured } from './measured.mjs';
import { Results } from './results.mjs';

const GOALS = {
  1000: { import: 5, report: 150 },
  80000: { import: 60, report: 2_000 },
};

/** The pages that are measured: an address, or one and how that begins to which it leads first. */
const PAGES = [
  ['report page', `/report?week-ending=${WEEK_ENDING}`],
  ['home page', '/'],
  ['since last week', `/report/since-last-week?week-ending=${WEEK_ENDING}`],
  ['outturn', `/report/outturn?week-ending=${WEEK_ENDING}`],
  ['providers', `/providers?week-ending=${WEEK_ENDING}`],
  ['a provider', `/providers?week-ending=${WEEK_ENDING}`, '/provider/'],
  ['reconciliation', '/report/reconciliation'],
  ['a code by month', '/report/reconciliation', '/report/reconciliation/code'],
];

/** Runs the measurements and prints them as they come; gives the exit code. */
export async function bench(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      sizes: { type: 'string', default: '1000,80000' },
      engines: { type: 'string', default: 'embedded,server' },
      keep: { type: 'string' },
    },
  });
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'wellplaced-bench-')));
  const results = new Results(process.stdout);
  try {
    for (const size of values.sizes.split(',').map(Number)) {
      const files = await councilFiles(join(folder, String(size)), size, results);
      const reading = await measured('reading.mjs', [files]);
      results.line(`${size} children`, 'parse', `${reading.parsed} rows/s`, 'one core, no checks');
      results.line(`${size} children`, 'parse and check', `${reading.checked} rows/s`, 'one core');
      for (const engine of values.engines.split(',')) {
        if (engine === 'embedded' && size > 10_000) continue;
        await measureOn(engine, size, files, folder, results);
      }
    }
  } finally {
    if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

async function measureOn(engine, size, files, folder, results) {
  const database = await databases[engine](join(folder, `${size}-${engine}`));
  const name = `${size} children, ${engine}${database.note}`;
  const goal = GOALS[size];
  try {
    await measured('open.mjs', [], database.environment);
    const stored = await measured('import.mjs', [files], database.environment);
    const wanted = goal === undefined ? '' : `; goal ${goal.import} s`;
    results.line(name, 'import', `${stored.seconds} s`, `${stored.rows} rows read${wanted}`);
    results.line(name, 'import', `${stored.rate} rows/s`, `${stored.processor} processor seconds`);
    results.line(name, 'memory at most', `${stored.megabytes} MB`, 'goal 600 MB');
    const again = await measured('import.mjs', [files], database.environment);
    results.line(
      name,
      'same files again',
      `${again.seconds} s`,
      `${again.changed} records changed`,
    );
    const report = await measured('report.mjs', [], database.environment);
    const within = goal === undefined ? '' : `; goal ${goal.report} ms`;
    results.line(name, 'weekly report', `${report.median} ms`, `median of ${report.runs}${within}`);
    for (const [what, ...words] of PAGES) {
      const page = await measured('page.mjs', words, database.environment);
      results.line(name, what, `${page.rate} pages/s`, `${page.ratio} of a bare Node page`);
      results.line(name, what, `${page.p95} ms`, `95th percentile, ${page.at} at once`);
      results.line(name, what, `${page.first} ms`, 'the first time, nothing remembered');
      results.line(name, what, `${page.megabytes} MB`, `memory; ${page.errors} errors`);
    }
  } finally {
    await database.close();
  }
}
