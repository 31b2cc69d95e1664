import { councilTable } from '../../platform/database/council-table.ts';
import type { Migration } from '../../platform/database/ground.ts';
import { hiddenFromSome } from '../restrictions/hidden-rows.ts';

const TABLE = `
create table child_name (
  authority_id text not null references authority (authority_id),
  child_id text not null,
  given_name text,
  family_name text,
  home_address text,
  import_id text,
  primary key (authority_id, child_id)
);
`;

/** Called as app_seen_by is; without the call, as in an import, names are seen. */
const SEES_NAMES = `
create function app_sees_names(sees boolean) returns void language plpgsql as $$
begin
  execute format('set local app.sees_names = %L', case when sees then 'yes' else 'no' end);
end $$;
create policy names_seen on child_name as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.sees_names', true), '') <> 'no');
`;

/** The names and addresses of children, in a table of their own that the database shows to few. */
export const namesMigration: Migration = {
  name: '0010-names-of-children',
  sql: [
    TABLE,
    councilTable('child_name', { withheld: ['given_name', 'family_name', 'home_address'] }),
    hiddenFromSome('child_name', { child: 'child_id' }),
    SEES_NAMES,
  ].join('\n'),
};
