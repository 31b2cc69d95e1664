import './check-node.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const [kind, ...others] = process.argv.slice(2);
if (kind === 'load') {
  const { loadBench } = await import('../bench/load.mjs');
  process.exitCode = await loadBench(others);
} else if (kind === 'growth') {
  const { growthBench } = await import('../bench/growth.mjs');
  process.exitCode = await growthBench(others);
} else {
  const { bench } = await import('../bench/bench.mjs');
  process.exitCode = await bench(process.argv.slice(2));
}
