import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { main } from '../dist/cli/main.js';
import { readConfiguration } from '../dist/platform/configuration/configuration.js';
import { createAuthority } from '../dist/platform/database/authorities.js';
import { generateCouncil } from '../dist/records/demonstration/generate-council.js';
import { writeCouncil } from '../dist/records/demonstration/write-council.js';
import { withHouse } from '../dist/web/house.js';
import { AS_OF } from './council-files.mjs';
import { found } from './measured.mjs';

const SMALL = 60;
const LARGE = 1_000;

/**
 * Fills the database with councils that have a host name each: one small and one large are imported,
 * the others are copies of them under another code, of which so many are large.
 */
const [administrator, number, large] = process.argv.slice(2);
const codes = Array.from(
  { length: Number(number) },
  (_, at) => `L${String(at + 1).padStart(3, '0')}`,
);
const [small, big] = codes;
const started = performance.now();
await imported(small, SMALL, 1);
await imported(big, LARGE, 2);
const client = new pg.Client({ connectionString: administrator });
await client.connect();
// Without triggers: the trail is copied like the rest, and not written.
await client.query('set session_replication_role = replica');
const tables = await tablesOfCouncils();
for (const [at, code] of codes.entries()) {
  if (at > 1) await copied(at <= Number(large) ? big : small, code);
  await client.query('update authority set host_name = $2 where authority_id = $1', [
    code,
    hostOf(code),
  ]);
  await client.query('update authority_directory set host_name = $2 where authority_id = $1', [
    code,
    hostOf(code),
  ]);
}
await client.query('analyze');
await client.end();
const children = Number(large) * LARGE + (codes.length - Number(large)) * SMALL;
found({
  councils: codes.map((code) => ({ code, host: hostOf(code) })),
  children,
  seconds: Math.round((performance.now() - started) / 1000),
});

function hostOf(code) {
  return `${code.toLowerCase()}.localhost`;
}

async function imported(code, size, seed) {
  const configuration = readConfiguration(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-load-'));
  try {
    const council = generateCouncil({ seed, children: size, years: 6, asOf: AS_OF });
    await writeCouncil(council, folder);
    const name = `Council ${code} of the bench`;
    const added = { code, name, areaCodes: [council.onsCode], demonstrationSeed: seed };
    await withHouse(configuration, ({ ground }) => createAuthority(ground, added, 'bench'));
    const silent = () => new PassThrough().resume();
    const exit = await main(['import', folder, '--authority', code], {
      out: silent(),
      err: silent(),
    });
    if (exit > 1) throw new Error(`the import for ${code} ended with ${exit}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every table of a council with its columns, but those that the database works out. */
async function tablesOfCouncils() {
  const { rows } = await client.query(
    `select table_name, array_agg(quote_ident(column_name)::text) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
     group by table_name having bool_or(column_name = 'authority_id')`,
  );
  return rows;
}

/** Row by row as it is, but for the code. */
async function copied(from, to) {
  await client.query('begin');
  for (const { table_name: table, columns } of tables) {
    const taken = columns.map((column) => {
      if (column === 'authority_id') return '$2::text';
      return column === 'name' && table.startsWith('authority')
        ? `'Council ' || $2::text || ' of the bench'`
        : column === 'host_name'
          ? 'null'
          : column;
    });
    await client.query(
      `insert into ${table} (${columns.join(', ')}) overriding system value
       select ${taken.join(', ')} from ${table} where authority_id = $1`,
      [from, to],
    );
  }
  await client.query('commit');
}
