import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function megabytes(growth: 'held' | 'free'): number {
  const said = execFileSync(
    process.execPath,
    ['tests/support/run-typescript.mjs', 'tests/support/churn-heap.ts', growth],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return Number(said);
}

test('a process that holds its heap takes well under what V8 would let it take', () => {
  expect(megabytes('held')).toBeLessThan(0.7 * megabytes('free'));
});
