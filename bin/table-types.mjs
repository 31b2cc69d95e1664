// `npm run table-types`: writes each wing's migrations/tables.d.ts from what its migrations make.
import './check-node.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { compileUnchecked } from './build.mjs';
import { checkout, installPackages } from './set-up.mjs';

installPackages();
compileUnchecked();
const { embeddedEngine } = await import('../dist/platform/database/embedded-engine.js');
const { groundOn } = await import('../dist/platform/database/open-ground.js');
const { readColumns, tablesMadeBy, tableTypes } = await import(
  '../dist/platform/database/table-types.js'
);
const { platformMigrations } = await import('../dist/platform/migrations.js');
const { ALL_MIGRATIONS, WINGS } = await import('../dist/web/whole.js');

const engine = embeddedEngine(new PGlite(), async () => undefined);
await groundOn(engine, ALL_MIGRATIONS);
const columns = await readColumns(engine);
await engine.close();

for (const { name, migrations } of [
  { name: 'platform', migrations: platformMigrations },
  ...WINGS,
]) {
  const tables = tablesMadeBy(migrations);
  if (tables.size === 0) continue;
  const folder = ['src', 'src/levers'].map((room) => join(checkout, room, name)).find(existsSync);
  if (folder === undefined) continue;
  writeFileSync(join(folder, 'migrations', 'tables.d.ts'), tableTypes(columns, tables));
}
