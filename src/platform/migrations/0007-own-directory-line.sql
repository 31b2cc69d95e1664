
alter table authority_directory enable row level security;
create policy all_read on authority_directory for select using (true);
create policy own_added on authority_directory for insert
  with check (authority_id = current_setting('app.authority'));
create policy own_changed on authority_directory for update
  using (authority_id = current_setting('app.authority'))
  with check (authority_id = current_setting('app.authority'));
