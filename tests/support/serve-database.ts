import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newServerDatabase } from './databases.ts';
import { postgresPrograms } from './postgres.ts';

const programs = postgresPrograms();
if (programs === undefined) process.exit(1);
process.stdout.write(`${await newServerDatabase(programs, ALL_MIGRATIONS)}\n`);
setInterval(() => undefined, 60_000);
