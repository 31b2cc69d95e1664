import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../src/platform/database/authorities.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { openGround } from '../../src/platform/database/open-ground.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { newServerDatabase } from '../support/databases.ts';
import { postgresPrograms } from '../support/postgres.ts';

const programs = postgresPrograms();

/** What somebody would try whose own statement reached a connection of the service; each stands in the session by itself. */
const TRIED: readonly (readonly [string, string, RegExp])[] = [
  ['become the owner', 'set role owner', /permission denied to set role/],
  ['become a superuser', 'set role superuser', /permission denied to set role/],
  ['log in as the owner', 'set session authorization owner', /permission denied/],
  ['be granted the owner', 'grant owner to service', /must have admin option/],
  ['be granted files', 'grant pg_read_server_files to service', /must have admin option/],
  ['be more than it is', 'alter role service superuser', /must be superuser|permission denied/],
  ['pass on its own rights', 'grant wellplaced_application to superuser', /must have admin option/],
  ['create a role', 'create role another login', /permission denied to create role/],
  ['create a database', 'create database another', /permission denied to create database/],
  ['switch a trigger off', 'alter table episode disable trigger audit_update', /must be owner/],
  ['switch all triggers off', 'alter table audit_entry disable trigger all', /must be owner/],
  ['drop a trigger', 'drop trigger audit_seal on audit_entry', /must be owner/],
  ['silence triggers', `set session_replication_role = 'replica'`, /permission denied to set/],
  ['switch row security off', 'alter table child disable row level security', /must be owner/],
  ['not force row security', 'alter table child no force row level security', /must be owner/],
  ['drop a policy', 'drop policy own_council on child', /must be owner/],
  ['add a policy', 'create policy mine on child using (true)', /must be owner/],
  ['change a policy', 'alter policy own_council on child using (true)', /must be owner/],
  ['read past row security', 'set row_security = off; select * from child', /row-level security/],
  [
    'replace a trigger’s function',
    functionNamed('or replace', 'audit_row'),
    /must be owner|denied/,
  ],
  ['replace the sealing', functionNamed('or replace', 'audit_seal'), /must be owner|denied/],
  ['alter a function', 'alter function audit_row() reset all', /must be owner/],
  ['drop a function', 'drop function audit_stamp() cascade', /must be owner/],
  ['create a function', functionNamed('', 'mine'), /permission denied for schema public/],
  ['create a function of the session', functionNamed('', 'pg_temp.mine'), /permission denied/],
  ['create a table', 'create table mine (id int)', /permission denied for schema public/],
  ['shadow the trail', 'create temp table audit_entry (id int)', /temporary tables/],
  ['create a schema', 'create schema mine', /permission denied for database/],
  ['create a table of jobs', 'create table pgboss.mine (id int)', /permission denied for schema/],
  ['create a queue', `select pgboss.create_queue('mine', '{}')`, /permission denied/],
  ['create an extension', 'create extension dblink', /permission denied to create extension/],
  ['create a server', 'create server mine foreign data wrapper postgres_fdw', /./],
  ['run a program', `copy (select 1) to program 'true'`, /pg_execute_server_program|denied/],
  ['write a file', `copy (select 1) to '/tmp/mine'`, /pg_write_server_files|denied/],
  ['load a file', `copy authority from '/etc/passwd'`, /pg_read_server_files|denied|not supported/],
  ['read a file', `select pg_read_file('/etc/passwd')`, /permission denied for function/],
  ['read a file’s bytes', `select pg_read_binary_file('/etc/passwd')`, /permission denied/],
  ['list a folder', `select pg_ls_dir('.')`, /permission denied for function/],
  ['take a file in', `select lo_import('/etc/passwd')`, /permission denied for function/],
  ['write a file out', `select lo_export(1, '/tmp/mine')`, /permission denied for function/],
  ['change the server’s settings', `alter system set fsync = off`, /permission denied|superuser/],
  ['load settings anew', 'select pg_reload_conf()', /permission denied for function/],
  ['load a library', `load '/tmp/mine.so'`, /denied|not allowed/],
  ['end others’ connections', terminating('superuser'), /must be a superuser|permission denied/],
  ['change the trail', `update audit_entry set actor = 'Eve'`, /permission denied for table/],
  ['delete the trail', 'delete from audit_entry', /permission denied for table/],
  ['empty the trail', 'truncate audit_entry', /permission denied for table/],
  ['lock the trail', 'begin; lock table audit_entry in exclusive mode', /permission denied/],
  ['change the head', 'update audit_head set seq = 0', /permission denied for table/],
  ['seal by hand', `select audit_seal_entries('E1', '1')`, /permission denied for function/],
  ['choose an entry’s place', 'update audit_entry set seq = 1', /permission denied/],
  ['forge a migration', `insert into schema_migration values ('x', 'y')`, /permission denied/],
  ['hide a migration', 'delete from schema_migration', /permission denied for table/],
  ['declare a council’s table', `select council_table('child', '{}', true)`, /must be owner/],
  ['delete records', 'delete from child', /permission denied for table/],
  ['empty records', 'truncate child cascade', /permission denied for table/],
  ['rename a table', 'alter table audit_entry rename to gone', /must be owner/],
  ['drop a table', 'drop table audit_entry cascade', /must be owner/],
  ['own a table', 'alter table child owner to service', /must be owner/],
  ['change default privileges', defaults(), /must be member of role/],
  ['own what the owner has', 'reassign owned by owner to service', /permission denied/],
  ['drop what the owner has', 'drop owned by owner', /permission denied/],
  ['change the database', 'alter database postgres set row_security = off', /must be owner/],
  ['subscribe elsewhere', `create subscription mine connection '' publication mine`, /superuser/],
  ['publish', 'create publication mine for table child', /permission denied|must be owner/],
  [
    'copy the server',
    `select pg_create_physical_replication_slot('mine')`,
    /replication|superuser/,
  ],
  [
    'watch events',
    'create event trigger mine on ddl_command_end execute function audit_row()',
    /./,
  ],
  ['rewrite a query', 'create rule mine as on insert to audit_entry do instead nothing', /owner/],
  ['index by its own function', 'create index mine on child ((lower(child_id)))', /must be owner/],
  [
    'add a trigger',
    'create trigger mine after insert on child execute function audit_row()',
    /denied/,
  ],
];

function functionNamed(how: string, name: string): string {
  return `create ${how} function ${name}() returns trigger language plpgsql security definer
    as 'begin return null; end'`;
}

function terminating(role: string): string {
  return `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'`;
}

function defaults(): string {
  return 'alter default privileges for role owner grant all on tables to service';
}

describe.skipIf(programs === undefined)('a session of the service’s own role', () => {
  let address: string;
  let client: pg.Client;
  let ground: Ground;

  beforeAll(async () => {
    address = await newServerDatabase(programs ?? '', ALL_MIGRATIONS);
    ground = await openGround({ databaseUrl: address, dataFolder: '' }, ALL_MIGRATIONS);
    await createAuthority(ground, { code: 'E1', name: 'Alpha', areaCodes: [] }, 'a test');
    client = new pg.Client(address);
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await ground?.close();
  });

  const whoAmI = async () => {
    const { rows } = await client.query('select session_user, current_user');
    return rows[0];
  };

  it.each(TRIED)('may not %s: %s', async (_what, sql, refusal) => {
    await client.query(`set app.authority = 'E1'`);
    await expect(client.query(sql)).rejects.toThrow(refusal);
    await client.query('rollback; reset row_security');
  });

  it.each(['reset role', 'set role none', 'reset session authorization', 'discard all'])(
    'is nobody but itself after: %s',
    async (sql) => {
      for (const transaction of ['begin', 'set local role wellplaced_application', 'commit']) {
        await client.query(transaction);
        if (transaction !== 'commit' && sql === 'discard all') continue;
        await client.query(sql);
      }
      expect(await whoAmI()).toEqual({ session_user: 'service', current_user: 'service' });
    },
  );

  it('sees no row before a council is named, and only its own rows then, whatever its role is', async () => {
    await client.query('discard all');
    expect((await client.query('select * from authority')).rows).toEqual([]);
    await client.query(`set app.authority = 'E2'`);
    expect((await client.query('select * from authority')).rows).toEqual([]);
  });

  it('gives itself nothing by granting what it may not pass on', async () => {
    await client.query('grant delete, update, truncate on audit_entry to service, public');
    const may = `has_table_privilege('audit_entry', 'delete, update, truncate') as may`;
    expect((await client.query(`select ${may}`)).rows).toEqual([{ may: false }]);
  });

  it('keeps the owner’s analysis to the tables of the program', async () => {
    await client.query(
      `select freshen_statistics('{audit_entry, pg_authid, "x; drop table child"}')`,
    );
    const { rows } = await client.query(`select to_regclass('child') is not null as there`);
    expect(rows).toEqual([{ there: true }]);
  });
});
