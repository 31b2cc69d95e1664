import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../dist/cli/main.js';
import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { createAuthority } from '../dist/platform/database/authorities.js';
import { generateCouncil } from '../dist/records/demonstration/generate-council.js';
import { writeCouncil } from '../dist/records/demonstration/write-council.js';
import { withHouse } from '../dist/web/house.js';
import { AS_OF } from './council-files.mjs';
import { councilsOfEngland } from './councils-of-england.mjs';
import { found } from './measured.mjs';

/** Fills the database of DATABASE_URL with the councils that it does not hold yet. */
const councils = councilsOfEngland(...process.argv.slice(2).map(Number));
const configuration = readConfiguration(process.env);
const present = await withHouse(configuration, ({ ground }) => ground.authorities());
const known = new Set(present.map(({ code }) => code));
const started = performance.now();
let rows = 0;
for (const { code, name, children, seed } of councils) {
  if (known.has(code)) continue;
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-load-'));
  try {
    const council = generateCouncil({ seed, children, years: 6, asOf: AS_OF, councilName: name });
    await writeCouncil(council, folder);
    const added = { code, name, areaCodes: [council.onsCode], demonstrationSeed: seed };
    await withHouse(configuration, ({ ground }) => createAuthority(ground, added, 'bench'));
    rows += await imported(folder, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  process.stderr.write(`${code}: ${children} children, ${rows} rows in all\n`);
}
const children = councils.reduce((sum, council) => sum + council.children, 0);
const seconds = Math.round((performance.now() - started) / 1000);
found({ councils: councils.length, children, rows, seconds });

async function imported(folder, code) {
  const out = new PassThrough();
  let said = '';
  out.on('data', (piece) => {
    said += piece;
  });
  const silent = new PassThrough().resume();
  const exit = await main(['import', folder, '--authority', code, '--json'], { out, err: silent });
  if (exit > 1) throw new Error(`the import for ${code} ended with ${exit}`);
  return JSON.parse(said).files.reduce((sum, file) => sum + file.rows, 0);
}
