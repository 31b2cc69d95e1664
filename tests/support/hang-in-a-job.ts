import { openGround } from '../../src/platform/database/open-ground.ts';
import { openJobs } from '../../src/platform/jobs/jobs.ts';
import { exampleMigrations } from './example-tables.ts';

// Sends a job to the database given (an address, or a folder), takes it, says its id and never ends it.
const [, , where = ''] = process.argv;
const databaseUrl = where.startsWith('postgres:') ? where : undefined;
const ground = await openGround({ databaseUrl, dataFolder: where }, exampleMigrations);
const jobs = await openJobs(ground, console.error, { lease: 2 });
await jobs.work('hang', async (_data, { id }) => {
  console.log(id);
  await new Promise(() => undefined);
});
await jobs.send('hang', { of: 'the child' });
