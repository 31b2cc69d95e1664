import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { changeFiles } from './changed-files.mjs';
import { councilFiles } from './council-files.mjs';
import { databases } from './databases.mjs';
import { measured } from './measured.mjs';
import { Results } from './results.mjs';

const WEEKS = 5;
const EVERY = 50;
const MEGABYTE = 2 ** 20;

/** Bytes of the whole database, of earlier states of records, and of the files as they came; dead rows cleared first. */
async function sizeOf(administrator) {
  const client = new pg.Client({ connectionString: administrator });
  await client.connect();
  try {
    await client.query('vacuum full');
    const { rows } = await client.query(
      `select pg_database_size(current_database()) as whole,
         pg_total_relation_size('record_version') as versions,
         pg_total_relation_size('kept_part') as files,
         pg_total_relation_size('audit_entry') as trail,
         (select count(*) from record_version) as states`,
    );
    return Object.fromEntries(
      Object.entries(rows[0]).map(([name, value]) => [name, Number(value)]),
    );
  } finally {
    await client.end();
  }
}

/** Imports a council, and five weeks later extracts of it in which one row in fifty says otherwise; prints what the database grows by. */
export async function growthBench(words) {
  const { values } = parseArgs({
    args: words,
    options: { size: { type: 'string', default: '1000' } },
  });
  const children = Number(values.size);
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-growth-'));
  const results = new Results(process.stdout);
  const name = `${children} children, server`;
  const inMegabytes = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
  const database = await databases.server(join(folder, 'work'));
  try {
    const files = await councilFiles(join(folder, 'council'), children, results);
    await measured('open.mjs', [], database.environment);
    await measured('import.mjs', [files], database.environment);
    let before = await sizeOf(database.administrator);
    results.line(name, 'first import', inMegabytes(before.whole), 'the whole database');
    for (let week = 1; week <= WEEKS; week += 1) {
      const changed = await changeFiles(files, week, EVERY);
      const stored = await measured('import.mjs', [files], database.environment);
      const now = await sizeOf(database.administrator);
      const of = (part) => `${inMegabytes(now[part] - before[part])} ${part}`;
      const parts = [of('versions'), of('files'), of('trail')].join(', ');
      const states = now.states - before.states;
      results.line(
        `${name}, week ${week}`,
        'grows by',
        inMegabytes(now.whole - before.whole),
        `${changed} rows say otherwise, ${stored.changed} records changed, ${states} states kept: ${parts}`,
      );
      before = now;
    }
    results.line(name, 'in the end', inMegabytes(before.whole), `${before.states} states kept`);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
}
