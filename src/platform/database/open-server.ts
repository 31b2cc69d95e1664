import { oneOrMore } from '../../core/english.ts';
import { WellplacedError } from '../../core/errors.ts';
import type { Engine } from './engine.ts';
import type { Migration } from './ground.ts';
import { pendingMigrations } from './migrate.ts';
import { servicePowers } from './service-powers.ts';

const SET_UP = 'see "The roles of the server" in docs/running.md';

/** Throws `database-behind` when a migration is still to be applied; as migrate when one is foreign. */
export async function assertUpToDate(
  engine: Engine,
  migrations: readonly Migration[],
): Promise<void> {
  const pending = await pendingMigrations(engine, migrations);
  const [first] = pending;
  if (first === undefined) return;
  throw new WellplacedError(
    'database-behind',
    oneOrMore(
      pending.length,
      `The database is not up to date: the migration ${first} is still to be applied.`,
      `The database is not up to date: ${pending.length} migrations are still to be applied, from ${first} on.`,
    ),
    `Run "wellplaced migrate" with the owner's address in WELLPLACED_OWNER_URL, then start again; ${SET_UP}.`,
  );
}

/** Throws `service-too-powerful` when the role of the service owns the database, may become its owner or can otherwise get round what protects the records. */
export async function assertOwnsNothing(engine: Engine): Promise<void> {
  const { role, excess } = await servicePowers(engine);
  const refused = excess.filter((power) => power.refused).map(({ what }) => what);
  if (refused.length === 0) return;
  throw new WellplacedError(
    'service-too-powerful',
    `The role ${role} in DATABASE_URL may do more than serve: it ${refused.join('; ')}.`,
    `Use a role that owns nothing: run deploy/create-roles.sql once, put its service role into DATABASE_URL and the owner into WELLPLACED_OWNER_URL; ${SET_UP}.`,
  );
}

/** Throws `not-the-owner` when the role that logged in could not create a table. */
export async function assertOwner(engine: Engine): Promise<void> {
  const { rows } = await engine.transaction('read only', (session) =>
    session.arrays(
      `select session_user::text, has_schema_privilege('public', 'create') and not exists (
        select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and not pg_has_role(relowner, 'USAGE'))`,
    ),
  );
  const [role, owns] = rows[0] ?? [];
  if (owns === true) return;
  throw new WellplacedError(
    'not-the-owner',
    `The role ${role} in WELLPLACED_OWNER_URL does not own the database and its tables.`,
    `Name the owner there; ${SET_UP}.`,
  );
}
