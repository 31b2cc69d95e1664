import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { PROVED_ONCE } from './tests/proved-once.ts';

// For every thread, and for every program that a test starts.
process.env.STATEMENTS_SENT ??= mkdtempSync(join(tmpdir(), 'wellplaced-statements-'));

/** Judges what all the others sent, so it runs after them. */
const LAST = 'tests/statements/statements-sent.test.ts';

/** With an example lever beside the wings there are: its own tests and, thoroughly, the walks through the whole service. */
const WITH_LEVER = {
  wings: new URL('tests/example-lever/with-example.ts', import.meta.url).pathname,
  tests: [
    'tests/example-lever/*.test.ts',
    ...(process.env.WELLPLACED_DEEP === '1'
      ? ['tests/isolation/*.test.ts', 'tests/web-safety/*.test.ts']
      : []),
    'src/web/routes.test.ts',
    'src/web/permissions-in-use.test.ts',
    'src/web/workflows-in-use.test.ts',
  ],
};

const leftOut = process.env.WELLPLACED_ANOTHER_NODE === '1' ? PROVED_ONCE : [];
for (const { why, files } of leftOut) {
  console.log(`Left out, proved on another version of Node: ${why} (${files.join(', ')})`);
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Processes, not threads: on Node 24, V8 can end a process in which several threads let go of WebAssembly.
    pool: 'forks',
    isolate: false,
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
          exclude: [
            LAST,
            'tests/example-lever/**',
            '**/node_modules/**',
            ...leftOut.flatMap(({ files }) => files),
          ],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        resolve: { alias: [{ find: /^\.\/wings\.ts$/, replacement: WITH_LEVER.wings }] },
        test: {
          name: 'with an example lever',
          include: WITH_LEVER.tests,
          exclude: leftOut.flatMap(({ files }) => files),
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
