
create table child_name (
  authority_id text not null references authority (authority_id),
  child_id text not null,
  given_name text,
  family_name text,
  home_address text,
  import_id text,
  primary key (authority_id, child_id)
);

select council_table('child_name', array['given_name', 'family_name', 'home_address']::text[], false);

create policy hidden_children on child_name as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);

create function app_sees_names(sees boolean) returns void language plpgsql as $$
begin
  execute format('set local app.sees_names = %L', case when sees then 'yes' else 'no' end);
end $$;
create policy names_seen on child_name as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.sees_names', true), '') <> 'no');
