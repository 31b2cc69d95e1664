import pg from 'pg';
import type { Distribution } from './what-to-distribute.ts';

const HEAD = `-- Spreads the tables of a Wellplaced database over the nodes of Citus, by council.
--
-- Before: a backup that was restored elsewhere and looked at; every process of Wellplaced stopped; the
-- extension in this database and on every node, the nodes added (citus_set_coordinator_host,
-- citus_add_node). Run on the coordinating node, in this database, as a superuser, for row-level
-- security is forced on the owner too:
--   psql --set=ON_ERROR_STOP=1 --file=FILE DATABASE
-- It may be run again, as it must be after each new version that adds tables: what is spread already
-- is left alone. The tables of the job queue (schema pgboss) and the record of migrations stay whole
-- on the coordinating node.
`;

const CHECK = `do $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    raise exception 'this database has no extension citus: create it first';
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    raise exception 'only a superuser can spread tables with row-level security';
  end if;
end $$;
`;

const SETTINGS = `-- Else a reference table would drag the tables that refer to it along, and fail.
set citus.enable_local_reference_table_foreign_keys = off;
-- Else a table with triggers is refused. The triggers run row by row, on the row's own node, and touch
-- only rows of the same council.
set citus.enable_unsafe_triggers = on;
`;

/** For every later session, on every node: the council that \`app_begin\` sets must reach the nodes. */
const AFTERWARDS = `do $$
declare
  setting text;
begin
  foreach setting in array array[
    $s$citus.propagate_set_commands = 'local'$s$, $s$citus.enable_unsafe_triggers = 'on'$s$]
  loop
    execute format('alter database %I set %s', current_database(), setting);
    perform run_command_on_workers(format('alter database %I set %s', current_database(), setting));
  end loop;
end $$;
-- The nodes speak to each other as the role that works; let it in from the other nodes alone (pg_hba.conf).
alter role wellplaced_application login;
grant usage on all sequences in schema public to wellplaced_application;
`;

function spread(table: string, call: string): string {
  const name = pg.escapeLiteral(`public.${pg.escapeIdentifier(table)}`);
  return `select ${call.replace('TABLE', name)}
  where not exists (select from pg_dist_partition where logicalrelid = ${name}::regclass);`;
}

function proof(tables: readonly string[]): string {
  const names = tables.map((table) => pg.escapeLiteral(`public.${pg.escapeIdentifier(table)}`));
  return `do $$
begin
  if (select array[count(*), count(distinct colocationid)] from pg_dist_partition
    where partmethod = 'h' and logicalrelid = any (array[${names.join(', ')}]::regclass[]))
    <> array[${tables.length}, 1]::bigint[]
  then
    raise exception 'not every table of councils is spread together with the others';
  end if;
end $$;
`;
}

/**
 * The script that turns a migrated database into one distributed by council: functions, then
 * reference tables, then the tables of councils, parents before children, all where the first of
 * them lies.
 */
export function distributionScript({ reference, byCouncil, functions }: Distribution): string {
  const [first] = byCouncil;
  const together =
    first === undefined ? '' : pg.escapeLiteral(`public.${pg.escapeIdentifier(first)}`);
  return [
    HEAD,
    CHECK,
    SETTINGS,
    '-- Functions: bodies name each other by text, so none is found by what depends on it.',
    ...functions.map((name) => `select create_distributed_function(${pg.escapeLiteral(name)});`),
    '\n-- Whole on every node.',
    ...reference.map((table) => spread(table, 'create_reference_table(TABLE)')),
    '\n-- By council, a table after those that it refers to.',
    ...byCouncil.map((table) => {
      const where = table === first ? "'none'" : together;
      return spread(
        table,
        `create_distributed_table(TABLE, 'authority_id', colocate_with => ${where})`,
      );
    }),
    '',
    AFTERWARDS,
    '-- Stops here when anything was left behind.',
    proof(byCouncil),
  ].join('\n');
}
