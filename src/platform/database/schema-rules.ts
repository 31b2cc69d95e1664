import { WellplacedError } from '../../core/errors.ts';
import type { Engine } from './engine.ts';

/** Tables that are no council's: the record of migrations, and the list councils are chosen from. */
const SHARED = ['schema_migration', 'authority_directory'];

const POLICY = "(authority_id = current_setting('app.authority'::text))";

/** One row for every rule that a table breaks: the table, and what is wrong with it. A restrictive policy only ever hides more, so it may stand beside the council's own. */
const BROKEN = `
with council as (
  select c.oid, c.relname, c.relrowsecurity and c.relforcerowsecurity as secured
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition and c.relname <> all ($1)
)
select relname, 'has no primary key' from council
  where not exists (select from pg_index where indrelid = council.oid and indisprimary)
union all
select relname, format('%s does not start with authority_id', indexrelid::regclass)
  from council join pg_index on indrelid = council.oid
  where (indisunique or indisexclusion)
    and (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0])
      is distinct from 'authority_id'
union all
select relname, format('%s does not start with authority_id on both sides', conname)
  from council join pg_constraint on conrelid = council.oid and contype = 'f'
  where 'authority_id' is distinct from
      (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1])
    or 'authority_id' is distinct from
      (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1])
union all
select relname, 'has no row security, or not forced' from council where not secured
union all
select relname, 'has no policy for its own council, or another beside it' from council
  where (select array_agg(array[
      pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)])
    from pg_policy where polrelid = council.oid and polpermissive)
    is distinct from array[array[$2, $2]]
union all
select relname, 'has no audit trigger' from council
  where relname not in ('audit_entry', 'audit_head') and (
    select count(*) from pg_trigger join pg_proc on pg_proc.oid = tgfoid
    where tgrelid = council.oid and proname = 'audit_row' and tgenabled <> 'D') <> 3
union all
select relname, format('%s does not fire row by row', tgname)
  from council join pg_trigger on tgrelid = council.oid
  where not tgisinternal and tgtype & 1 = 0
union all
select relname, format('%s is told of another table', tgname)
  from council join pg_trigger on tgrelid = council.oid join pg_proc on pg_proc.oid = tgfoid
  where proname = 'audit_row' and split_part(encode(tgargs, 'escape'), '\\000', 1) <> relname
union all
select relname, 'may be changed by the application: the trail is for adding to' from council
  where relname in ('audit_entry', 'audit_head')
    and has_table_privilege('wellplaced_application', council.oid, 'update, delete, truncate')
union all
select relname, 'is not chained: its triggers are off' from council
  where relname = 'audit_entry' and to_regclass('audit_head') is not null and (
    select count(*) from pg_trigger
    where tgrelid = council.oid and tgname in ('audit_stamp', 'audit_seal') and tgenabled <> 'D') <> 2
union all
select rolname, 'is a role that can switch row security off' from pg_roles
  where rolname = 'wellplaced_application' and (rolsuper or rolbypassrls)
order by 1, 2
`;

/** What in the schema breaks the rules that keep councils apart and their changes on the trail, one sentence each; empty when all is well. */
export async function brokenSchemaRules(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.transaction('read only', (session) =>
    session.arrays(BROKEN, [SHARED, POLICY]),
  );
  return rows.map(([table, problem]) => `${table} ${problem}`);
}

/** Throws a WellplacedError `schema-unsafe` that names every rule broken. */
export async function assertSchemaRules(engine: Engine): Promise<void> {
  const broken = await brokenSchemaRules(engine);
  if (broken.length === 0) return;
  throw new WellplacedError(
    'schema-unsafe',
    `The database does not keep councils apart: ${broken.join('; ')}.`,
    'Declare every table with council_table() in its migration, and alter nothing by hand.',
  );
}
