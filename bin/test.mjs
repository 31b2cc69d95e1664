import './check-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { findBrowser, findServer, installPackage } from './machine.mjs';
import { checkout, childEnvironment, setUp } from './set-up.mjs';

/** Words that are no filter, and the variable that says each to the tests. */
const SWITCHES = { '--deep': 'WELLPLACED_DEEP', '--another-node': 'WELLPLACED_ANOTHER_NODE' };

/**
 * `npm test [-- [--deep] [--another-node] FILTER…]`: sets up, finds or installs a browser and a PostgreSQL
 * server, runs every test once and prints the totals; with --deep some try many thousand cases more, with
 * --another-node what one version of Node proves for all is left out (tests/proved-once.ts).
 * WELLPLACED_REQUIRE_BROWSER=1 and WELLPLACED_REQUIRE_SERVER=1 make a missing one, and any skipped test, a
 * failure. WELLPLACED_TEST_TOTALS names a file for the totals and, line by line, the tests that failed.
 */
async function test(words) {
  const filters = words.filter((word) => !(word in SWITCHES));
  const switched = Object.entries(SWITCHES).filter(([word]) => words.includes(word));
  await setUp();
  const browser = need({
    found: findBrowser,
    named: process.env.CHROMIUM_PATH,
    package: 'chromium',
    required: process.env.WELLPLACED_REQUIRE_BROWSER === '1',
    missing:
      'No Chromium was found, so the tests of pages are skipped. Install Chromium or Google Chrome ' +
      '(Debian, Ubuntu: apt-get install chromium), or name its program in CHROMIUM_PATH.',
  });
  const server = need({
    found: findServer,
    named: false,
    package: 'postgresql',
    required: process.env.WELLPLACED_REQUIRE_SERVER === '1',
    missing:
      'No PostgreSQL 15 or later was found, so the tests on a server are skipped; the embedded ' +
      'database is tested. Install it (Debian, Ubuntu: apt-get install postgresql), or put the ' +
      'folder of its initdb in PATH.',
  });
  const totals = runTests(filters, {
    ...childEnvironment,
    ...Object.fromEntries(switched.map(([, variable]) => [variable, '1'])),
    ...(browser.found ? { CHROMIUM_PATH: browser.found } : {}),
    ...(server.found ? { PATH: server.found + delimiter + childEnvironment.PATH } : {}),
  });
  totals.failed += browser.failed + server.failed;
  const strict = browser.required || server.required;
  if (strict && totals.skipped > 0) {
    console.error('A skipped test counts as a failure here. Each is marked ↓ in the list above.');
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  const file = process.env.WELLPLACED_TEST_TOTALS;
  const { passed, failed, skipped, names } = totals;
  if (file) writeFileSync(file, [`${passed} ${failed} ${skipped}`, ...names, ''].join('\n'));
  process.exitCode = totals.failed > 0 || (strict && totals.skipped > 0) ? 1 : 0;
}

/** Something of the machine's that tests use: found, or installed when this user may, or said to be missing. */
function need(thing) {
  let found = thing.found();
  // One that was named is never replaced by another.
  if (!found && !thing.named && installPackage(thing.package)) found = thing.found();
  if (!found) console.error(thing.missing);
  return { found, required: thing.required, failed: !found && thing.required ? 1 : 0 };
}

function runTests(filters, env) {
  const report = join(checkout, '.cache', 'tests.json');
  mkdirSync(join(checkout, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(checkout, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--maxWorkers=2',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { cwd: checkout, env, stdio: 'inherit' },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, names: [] };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const unread = testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  // vitest also fails for what belongs to no test: an unhandled rejection, a fault in the set-up.
  const failed = Math.max(numFailedTests + unread, status === 0 ? 0 : 1);
  const names = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((one) => one.status === 'failed')
      .map((one) => `${relative(checkout, name)}: ${one.fullName}`),
  );
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, names };
}

test(process.argv.slice(2));
