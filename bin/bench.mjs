import './check-node.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const [kind, ...others] = process.argv.slice(2);
if (kind === 'load') {
  const { loadBench } = await import('../bench/load.mjs');
  process.exitCode = await loadBench(others);
} else {
  const { bench } = await import('../bench/bench.mjs');
  process.exitCode = await bench(process.argv.slice(2));
}
