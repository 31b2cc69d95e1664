// Runs a TypeScript module in a process of its own, on every supported version of Node:
//   node tests/support/run-typescript.mjs path/to/module.ts [arguments]
// The module ends the process itself, or is killed.
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const vite = await createViteServer({
  configFile: false,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
process.argv.splice(1, 1);
await vite.ssrLoadModule(process.argv[1]);
