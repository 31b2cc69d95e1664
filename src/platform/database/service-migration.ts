import type { Migration } from './ground.ts';
import { AUDIT } from './platform-migration.ts';

/**
 * The trail by its full name: else a temporary table of that name, which is found first, would take
 * what is written to it.
 */
const AUDIT_BY_FULL_NAME = AUDIT.replace('create function', 'create or replace function').replace(
  'insert into audit_entry',
  'insert into public.audit_entry',
);

/** Only a table's owner may analyze it; as the owner, then, and no table but the program's own. */
const FRESHEN = `
create function freshen_statistics(tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text;
begin
  for wanted in
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname = any (tables)
    order by relname
  loop
    execute format('analyze public.%I', wanted);
  end loop;
end $$;
revoke execute on function freshen_statistics(text[]) from public;
grant execute on function freshen_statistics(text[]) to wellplaced_application;
`;

/** Lets a role that owns nothing serve and work: it sees which migrations were applied, and has fresh statistics. */
export const serviceMigration: Migration = {
  name: '0014-service-owns-nothing',
  sql: `${AUDIT_BY_FULL_NAME}${FRESHEN}
grant select on schema_migration to wellplaced_application;
`,
};
