import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../dist/cli/main.js';
import { generateCouncil } from '../dist/records/demonstration/generate-council.js';
import { writeCouncil } from '../dist/records/demonstration/write-council.js';
import { AS_OF } from './council-files.mjs';
import { found } from './measured.mjs';

/** Imports 1,000 children for one new council after the other until its input closes, as a worker beside the web processes does. */
const folder = await mkdtemp(join(tmpdir(), 'wellplaced-load-'));
await writeCouncil(generateCouncil({ seed: 3, children: 1_000, years: 6, asOf: AS_OF }), folder);
let asked = true;
process.stdin.once('end', () => {
  asked = false;
});
process.stdin.resume();
found({ ready: true });
let imports = 0;
const started = performance.now();
while (asked) {
  const silent = () => new PassThrough().resume();
  const words = ['import', folder, '--authority', `I${String(imports + 1)}`];
  const exit = await main(words, { out: silent(), err: silent() });
  if (exit > 1) throw new Error(`an import ended with ${exit}`);
  imports += 1;
}
await rm(folder, { recursive: true, force: true });
found({ imports, seconds: Math.round((performance.now() - started) / 1000) });
