import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// For every thread, and for every program that a test starts.
process.env.STATEMENTS_SENT ??= mkdtempSync(join(tmpdir(), 'wellplaced-statements-'));

/** Judges what all the others sent, so it runs after them. */
const LAST = 'tests/statements/statements-sent.test.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Processes, not threads: on Node 24, V8 can end a process in which several threads let go of WebAssembly.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    globalSetup: ['tests/support/build-program.mjs', 'tests/statements/forget-the-record.mjs'],
    setupFiles: 'tests/statements/record.mjs',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'everything',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: [LAST, '**/node_modules/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'statements', include: [LAST], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
