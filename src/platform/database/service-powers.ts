import type { Engine } from './engine.ts';

/** Something that the role of the service may do and has no need of. */
export interface ExcessPower {
  /** `is a superuser`, to follow on the role's name. */
  readonly what: string;
  /** Whether it leads round row security or the audit trail, so that the service must not start with it. */
  readonly refused: boolean;
}

/** The role that logged in, and what it may do too much. */
export interface ServicePowers {
  readonly role: string;
  readonly excess: readonly ExcessPower[];
}

/** A superuser may be anybody, so nothing further is listed for one. Membership counts however indirect, and whether or not it is inherited. What an owner may do to its own is not listed beside that it owns it. */
const POWERS = `
with login as (select oid, rolsuper from pg_roles where rolname = session_user),
reachable as (
  select pg_roles.* from pg_roles, login
  where pg_roles.oid = login.oid
    or (not login.rolsuper and pg_has_role(login.oid, pg_roles.oid, 'MEMBER'))
),
owned as (
  select datdba as owner, 'the database' as what from pg_database where datname = current_database()
  union all select nspowner, 'the schema ' || nspname from pg_namespace where nspname in ('public', 'pgboss')
  union all select relowner, 'tables, as ' || min(relname) from pg_class
    where relnamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss')) group by 1
  union all select proowner, 'functions, as ' || min(proname) from pg_proc
    where pronamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss')) group by 1
)
select 'is a superuser' as what, true as refused from reachable where rolsuper
union all
select case when reachable.oid = login.oid then 'owns ' else 'may become ' || rolname || ', who owns ' end
  || owned.what, true
  from reachable, login, owned where owned.owner = reachable.oid and not login.rolsuper
union all
select 'may get round row security (bypassrls)', true from reachable where rolbypassrls and not rolsuper
union all
select 'may create roles (createrole)', true from reachable where rolcreaterole and not rolsuper
union all
select 'may create databases (createdb)', false from reachable where rolcreatedb and not rolsuper
union all
select 'may copy the whole server (replication)', true from reachable where rolreplication and not rolsuper
union all
select 'is a member of ' || rolname, rolname like 'pg\\_%'
  from reachable, login where reachable.oid <> login.oid and rolname <> 'wellplaced_application'
union all
select 'may pass on ' || roleid::regrole::text, true from pg_auth_members, login
  where admin_option and pg_auth_members.member = login.oid
union all
select 'may create schemas in the database', true from login
  where not rolsuper and has_database_privilege(login.oid, current_database(), 'create')
union all
select 'may create temporary tables', false from login
  where not rolsuper and has_database_privilege(login.oid, current_database(), 'temporary')
union all
select 'may create tables and functions in the schema ' || nspname, true from login, pg_namespace
  where not rolsuper and nspname !~ '^pg_(toast|temp)' and nspowner not in (select oid from reachable)
    and has_schema_privilege(login.oid, pg_namespace.oid, 'create')
union all
select format('may %s %s', power, string_agg(relname, ', ' order by relname)), true
  from login, pg_class, (values ('truncate'), ('trigger'), ('references')) as more (power)
  where not rolsuper and relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and relowner not in (select oid from reachable)
    and has_table_privilege(login.oid, pg_class.oid, power)
  group by power
union all
select format('may %s %s', power, string_agg(relname, ', ' order by relname)), true
  from login, pg_class, (values ('insert'), ('update'), ('delete')) as more (power)
  where not rolsuper and relnamespace = 'public'::regnamespace
    and (relname in ('audit_head', 'schema_migration') or (relname = 'audit_entry' and power <> 'insert'))
    and relowner not in (select oid from reachable)
    and has_table_privilege(login.oid, pg_class.oid, power)
  group by power
union all
select 'may set session_replication_role, which silences triggers', true from login
  where not rolsuper and has_parameter_privilege(login.oid, 'session_replication_role', 'set')
union all
select 'may run ' || pg_proc.oid::regprocedure::text, true from login, pg_proc
  where not rolsuper and has_function_privilege(login.oid, pg_proc.oid, 'execute')
    and proname ~ '^(pg_read_file|pg_read_binary_file|pg_ls_dir|lo_import|lo_export|pg_reload_conf|dblink.*)$'
order by 1`;

/** What the role that logged in may do beyond what the service needs; empty when it has no more than that. */
export async function servicePowers(engine: Engine): Promise<ServicePowers> {
  return await engine.transaction('read only', async (session) => {
    const [role] = (await session.arrays('select session_user::text')).rows;
    const { rows } = await session.arrays(POWERS);
    return {
      role: String(role?.[0]),
      excess: rows.map(([what, refused]) => ({ what: String(what), refused: refused === true })),
    };
  });
}
