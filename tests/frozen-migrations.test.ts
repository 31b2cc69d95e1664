import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_MIGRATIONS } from '../src/web/whole.ts';

function checksumOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** As `sha256sum` writes and checks them: `sha256sum --check tests/migrations.sha256`. */
const PINNED = readFileSync(new URL('./migrations.sha256', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('  '));

test('a migration that has landed is never changed, removed or renamed', () => {
  for (const [checksum, file] of PINNED) {
    expect(`${checksumOf(readFileSync(file ?? ''))} ${file}`).toBe(`${checksum} ${file}`);
  }
});

test('each migration is pinned in tests/migrations.sha256', () => {
  const pinned = PINNED.map(([checksum]) => checksum);
  const unpinned = ALL_MIGRATIONS.filter(({ sql }) => !pinned.includes(checksumOf(sql)));
  expect(unpinned.map(({ name }) => name)).toEqual([]);
  expect(pinned).toHaveLength(ALL_MIGRATIONS.length);
});
