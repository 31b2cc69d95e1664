import { holdHeapGrowth } from '../../src/cli/hold-heap-growth.ts';

const ALIVE = 600_000;
const MADE = 3_000_000;

// Makes objects that live long and then die, and says the megabytes its heap took at most.
if (process.argv[2] === 'held') holdHeapGrowth();
const alive: unknown[] = new Array(ALIVE).fill(null);
let most = 0;
for (let made = 0; made < MADE; made += 1) {
  alive[made % ALIVE] = { made, row: [made, made, made, made, made] };
  if (made % 50_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
}
process.stdout.write(`${Math.round(most / 1024 ** 2)}\n`, () => process.exit());
