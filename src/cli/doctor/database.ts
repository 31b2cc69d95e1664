import { oneOrMore } from '../../core/english.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { type DatabaseFacts, databaseFacts } from '../../platform/database/server-facts.ts';
import { type Diagnosis, well } from '../../platform/wing/diagnosis.ts';

const OLDEST = 150_000;

function ofRoles({ service: { role, excess }, ownerIs }: DatabaseFacts): Diagnosis[] {
  const powers = excess.map(({ what, refused }): Diagnosis => {
    return {
      state: refused ? 'wrong' : 'look',
      what: `The role ${role} in DATABASE_URL ${what}, which it has no need of.`,
      remedy: 'Run deploy/create-roles.sql again, or take it away: see docs/running.md.',
    };
  });
  if (ownerIs !== undefined) {
    powers.push({
      state: 'look',
      what: `The owner of the tables is ${ownerIs}, which migrations have no need of.`,
      remedy: 'Run deploy/create-roles.sql with the name of the owner: see docs/running.md.',
    });
  }
  if (powers.length > 0) return powers;
  return [well(`The role ${role} in DATABASE_URL owns nothing and may do no more than serve.`)];
}

function ofServer(facts: DatabaseFacts): Diagnosis[] {
  const { version, versionNumber } = facts;
  const supported: Diagnosis =
    versionNumber >= OLDEST
      ? well(`PostgreSQL ${version} is supported.`)
      : {
          state: 'wrong',
          what: `PostgreSQL ${version} is too old.`,
          remedy: 'Use PostgreSQL 15 or later.',
        };
  return [supported, ...ofRoles(facts)];
}

const EMBEDDED: Diagnosis = {
  state: 'look',
  what: 'The database is embedded: a power cut can lose what it had confirmed.',
  remedy: 'For records of real children use a PostgreSQL server: wellplaced move --to OWNER_URL.',
};

/** What a database's facts mean. */
export function factsDiagnoses(kind: Ground['kind'], facts: DatabaseFacts): Diagnosis[] {
  const { uncounted, failedJobs } = facts;
  return [
    ...(kind === 'server' ? ofServer(facts) : [EMBEDDED]),
    uncounted.length === 0
      ? well('The planner knows what the tables hold.')
      : {
          state: 'look',
          what: `The planner knows nothing of ${uncounted.join(', ')}, so pages may be slow.`,
          remedy: 'Run ANALYZE in the database, and see that autovacuum is on.',
        },
    failedJobs === 0
      ? well('No job has failed.')
      : {
          state: 'look',
          what: `${failedJobs} ${oneOrMore(failedJobs, 'job has', 'jobs have')} failed for good.`,
          remedy: 'Look at the page of imports: each says why it failed and how to run it again.',
        },
  ];
}

/** What the open database says of itself. That it opened means: reached, its folder ours, up to date, and keeping councils apart. */
export async function lookAtDatabase(ground: Ground): Promise<Diagnosis[]> {
  return [
    well('The database opens, is up to date and keeps councils apart.'),
    ...factsDiagnoses(ground.kind, await databaseFacts(ground)),
  ];
}
