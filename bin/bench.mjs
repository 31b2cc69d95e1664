import './check-node.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const { bench } = await import('../bench/bench.mjs');
process.exitCode = await bench(process.argv.slice(2));
