import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import { councilFiles } from './files.ts';
import { generateCouncil } from './generate-council.ts';
import { writeCouncil } from './write-council.ts';

const AS_OF = isoDate('2026-07-31');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellplaced-demonstration-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('writes the very lines that the council has, and counts them', async () => {
  const council = generateCouncil({ seed: 7, children: 60, years: 3, asOf: AS_OF });
  const written = await writeCouncil(council, join(folder, 'new'));
  const expected = [...councilFiles(council)].map(({ path, lines }) => ({
    path,
    lines: [...lines],
  }));
  expect(written).toEqual(expected.map(({ path, lines }) => ({ path, lines: lines.length })));
  for (const { path, lines } of expected) {
    expect(await readFile(join(folder, 'new', path), 'utf8'), path).toBe(`${lines.join('\n')}\n`);
  }
});

test('refuses a folder that holds anything', async () => {
  await writeFile(join(folder, 'kept.txt'), 'kept');
  const council = generateCouncil({ seed: 7, children: 5, years: 1, asOf: AS_OF });
  await expect(writeCouncil(council, folder)).rejects.toMatchObject({ code: 'folder-not-empty' });
  expect(await readFile(join(folder, 'kept.txt'), 'utf8')).toBe('kept');
});

test('twenty thousand children pass through in memory that does not grow with them', () => {
  const council = generateCouncil({ seed: 7, children: 20_000, years: 1, asOf: AS_OF });
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let children = 0;
  for (const { episodes } of council.histories()) {
    children += 1;
    if (episodes.length > 0 && children % 2_000 === 0) {
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
  }
  expect(children).toBeGreaterThan(20_000);
  expect(most).toBeLessThan(300e6);
});
