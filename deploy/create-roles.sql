-- Creates, once, the database and the roles of Wellplaced; run again, it mends what it made. As an
-- administrator of the server, with psql:
--   psql --file=deploy/create-roles.sql postgres
-- or, with names of your own (the database may be there already, and so may either role):
--   psql --set=database=wellplaced --set=owner=wellplaced_owner --set=service=wellplaced --file=…
-- It sets no password: give each role one afterwards (\password in psql), or let the server ask for
-- something else (pg_hba.conf).
--   owner    owns the database and everything in it; for `wellplaced migrate` (WELLPLACED_OWNER_URL)
--   service  serves and works (DATABASE_URL); owns nothing and can become nobody who does
--   wellplaced_application  cannot log in; holds what the service may do with the tables
\set ON_ERROR_STOP on
\set QUIET on
\if :{?database}
\else
  \set database wellplaced
\endif
\if :{?owner}
\else
  \set owner wellplaced_owner
\endif
\if :{?service}
\else
  \set service wellplaced
\endif

select format('create role %I %s', name, login)
from (values (:'owner', 'login'), (:'service', 'login'), ('wellplaced_application', 'nologin')) as wanted (name, login)
where not exists (select from pg_roles where rolname = name)
\gexec

-- Only what is there is taken away: on a hosted server an administrator may not even repeat the rest.
select format('alter role %I no%s', rolname, power)
from pg_roles, lateral (values
  ('superuser', rolsuper), ('createrole', rolcreaterole), ('createdb', rolcreatedb),
  ('replication', rolreplication), ('bypassrls', rolbypassrls)) as held (power, has)
where has and rolname in (:'owner', :'service', 'wellplaced_application')
\gexec

grant wellplaced_application to :"owner", :"service";
select format('revoke %I from %I', granted.rolname, member.rolname)
from pg_auth_members
  join pg_roles as granted on granted.oid = pg_auth_members.roleid
  join pg_roles as member on member.oid = pg_auth_members.member
where member.rolname = 'wellplaced_application'
  or (member.rolname = :'service' and granted.rolname <> 'wellplaced_application')
\gexec

-- An administrator who is no superuser may give a database only to a role of which they are a member.
select exists (select from pg_roles where rolname = current_user and not rolsuper
  and not pg_has_role(current_user, :'owner', 'MEMBER')) as lent \gset
\if :lent
  grant :"owner" to current_user;
\endif
select format('create database %I owner %I', :'database', :'owner')
where not exists (select from pg_database where datname = :'database')
\gexec
select format('alter database %I owner to %I', datname, :'owner')
from pg_database where datname = :'database' and pg_get_userbyid(datdba) <> :'owner'
\gexec

revoke all on database :"database" from public;
revoke all on database :"database" from :"service", wellplaced_application;
-- Not to wellplaced_application: that role is shared by every database of Wellplaced on the server.
grant connect on database :"database" to :"service";

\connect :"database"
revoke create on schema public from public;
\if :lent
  revoke :"owner" from current_user;
\endif
