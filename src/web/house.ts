import { todayIn } from '../core/plain-date.ts';
import type { Configuration } from '../platform/configuration/configuration.ts';
import type { Ground, MigrationProgress } from '../platform/database/ground.ts';
import { type DatabasePlace, openAsOwner, openGround } from '../platform/database/open-ground.ts';
import { makeQueues } from '../platform/jobs/make-queues.ts';
import type { House } from '../platform/wing/house.ts';
import { builtProgram } from './built-program.ts';
import { ALL_MIGRATIONS, QUEUES } from './whole.ts';

/** Opens the database that the configuration names, lends it to the work and closes it whatever happens. */
export async function withHouse<Result>(
  configuration: Configuration,
  work: (house: House) => Promise<Result>,
): Promise<Result> {
  const ground = await openGround(configuration, ALL_MIGRATIONS);
  try {
    return await work({
      configuration,
      ground,
      today: () => todayIn(configuration.timeZone),
      now: () => new Date(),
      program: builtProgram(),
    });
  } finally {
    await ground.close();
  }
}

/** As the owner of the database: brings its schema and its queues up to date, and lends it to the work. */
export async function asOwner<Result>(
  place: DatabasePlace,
  work: (ground: Ground) => Promise<Result>,
  progress?: MigrationProgress,
): Promise<Result> {
  const ground = await openAsOwner(place, ALL_MIGRATIONS, progress);
  try {
    await makeQueues(ground, QUEUES);
    return await work(ground);
  } finally {
    await ground.close();
  }
}
