import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROVED_ONCE } from './proved-once.ts';

/** Files of the repository: committed, and new ones that are not ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

const sources = files
  // Types of tables are written by a program, and read by nobody from top to bottom.
  .filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
  .map((file) => ({ file, lines: text(file).split('\n').length - 1 }))
  .sort((one, other) => one.lines - other.lines);

test('every dependency is one exact version', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(text('package.json'));
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});

test('no source file is over 250 lines', () => {
  expect(sources.filter(({ lines }) => lines > 250)).toEqual([]);
});

test('the median source file is under 60 lines and nine in ten are under 170', () => {
  const median = sources[Math.floor(sources.length / 2)];
  const ninetieth = sources[Math.floor(sources.length * 0.9)];
  expect(median?.lines, `median of ${sources.length}: ${median?.file}`).toBeLessThan(60);
  expect(ninetieth?.lines, `90th percentile: ${ninetieth?.file}`).toBeLessThan(170);
});

test('what a script takes from the built program has a source', () => {
  const scripts = files.filter((file) => /^(bench|bin|tests)\/.*\.mjs$/.test(file));
  const named = scripts.flatMap((file) =>
    [...text(file).matchAll(/'(?:\.\.\/)+dist\/([\w/-]+)\.js'/g)].map(([, path]) => ({
      file,
      path,
    })),
  );
  expect(named.length).toBeGreaterThan(20);
  const without = named.filter(
    ({ path }) => !existsSync(`src/${path}.ts`) && !existsSync(`src/${path}.tsx`),
  );
  expect(without).toEqual([]);
});

test('every wing and every lever has a README.md', () => {
  const wings = folders('src').map((wing) => join('src', wing));
  const levers = folders('src/levers').map((lever) => join('src/levers', lever));
  const without = [...wings, ...levers].filter((room) => !existsSync(join(room, 'README.md')));
  expect(without).toEqual([]);
});

test('nothing is left unfinished, skipped or run alone', () => {
  // Joined here, so that this file does not hold the words it looks for.
  const unfinished = [
    'TO' + 'DO',
    'FIX' + 'ME',
    String.raw`\bHA` + String.raw`CK\b`,
    'not impl' + 'emented',
    'placeholder d' + 'ata',
    'coming s' + 'oon',
    'in a real (system|' + 'app)',
    'for n' + 'ow,',
    String.raw`\b(it|test|describe)\.(only|to` + String.raw`do|skip)\(`,
  ];
  const pattern = new RegExp(unfinished.join('|'));
  const read = files.filter(
    (file) => /\.(tsx?|mjs|sql|css|md|json|njk)$/.test(file) && file !== 'package-lock.json',
  );
  const found = read.flatMap((file) =>
    text(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test('rules read neither the clock nor chance: both are passed in', () => {
  const rooms = /^src\/(core|records|levers|claims|programme|forecast|optimise)\//;
  const reads = /\bMath\.random\(|\bnew Date\(\)|\bDate\.now\(\)|\bTemporal\.Now\b|\btodayIn\(/;
  // Where `todayIn` itself is written, for the faces to call.
  const home = 'src/core/plain-date.ts';
  const found = sources.filter(
    ({ file }) => rooms.test(file) && file !== home && reads.test(text(file)),
  );
  expect(found).toEqual([]);
});

test('every decision record has a number of its own and is in the order of the numbers', () => {
  const numbers = readdirSync('docs/decisions').map(
    (name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1],
  );
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')));
});

test('every test that one version of Node proves for all is there', () => {
  const asExpression = (pattern: string) =>
    pattern.replaceAll('.', '[.]').replaceAll('*', '[^/]*').replaceAll('[^/]*[^/]*/', '(.*/)?');
  const missing = PROVED_ONCE.flatMap(({ files: patterns }) => patterns).filter((pattern) => {
    const named = new RegExp(`^${asExpression(pattern)}$`);
    return !files.some((file) => named.test(file));
  });
  expect(missing).toEqual([]);
});

function text(file: string): string {
  return readFileSync(file, 'utf8');
}

function folders(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
