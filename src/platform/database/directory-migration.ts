import type { Migration } from './ground.ts';

/**
 * Every council may read the list of councils and write its own line of it, no other's. Not forced on
 * the owner, who lists the councils before one is chosen.
 */
export const directoryMigration: Migration = {
  name: '0007-own-directory-line',
  sql: `
alter table authority_directory enable row level security;
create policy all_read on authority_directory for select using (true);
create policy own_added on authority_directory for insert
  with check (authority_id = current_setting('app.authority'));
create policy own_changed on authority_directory for update
  using (authority_id = current_setting('app.authority'))
  with check (authority_id = current_setting('app.authority'));
`,
};
