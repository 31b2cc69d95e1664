import { describe, expect, test } from 'vitest';
import { newServerDatabase } from '../../../tests/support/databases.ts';
import { exampleMigrations } from '../../../tests/support/example-tables.ts';
import { postgresPrograms } from '../../../tests/support/postgres.ts';
import { openGround } from '../database/open-ground.ts';
import { openJobs } from './jobs.ts';

const programs = postgresPrograms();

/** What several starters of one new database have in common. */
async function startTogether(databaseUrl: string, starters: number): Promise<readonly string[]> {
  const started = Array.from({ length: starters }, async (_, at) => {
    const ground = await openGround({ databaseUrl, dataFolder: '' }, exampleMigrations);
    const jobs = await openJobs(ground, () => undefined);
    try {
      await jobs.work('together', async () => undefined);
      await ground.authorities();
      return `${at} works`;
    } finally {
      await jobs.stop();
      await ground.close();
    }
  });
  const outcomes = await Promise.allSettled(started);
  return outcomes.map((one) => (one.status === 'fulfilled' ? 'works' : String(one.reason)));
}

describe.skipIf(programs === undefined)('the queue of a new database, on a server', () => {
  test('is made once when many start at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const databaseUrl = await newServerDatabase(programs ?? '', exampleMigrations);
      const outcomes = await startTogether(databaseUrl, 6);
      expect(outcomes).toEqual(Array.from({ length: 6 }, () => 'works'));
    }
  });
});
