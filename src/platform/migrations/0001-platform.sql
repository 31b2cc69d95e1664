
do $$
begin
  if not exists (select from pg_roles where rolname = 'wellplaced_application') then
    begin
      create role wellplaced_application nologin nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then
      null; -- another database of the same server created it a moment ago
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user)
    and not pg_has_role(current_user, 'wellplaced_application',
      case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
  then
    execute format('grant wellplaced_application to %I', current_user);
  end if;
end $$;
grant usage on schema public to wellplaced_application;
alter default privileges in schema public grant usage on sequences to wellplaced_application;


create function app_begin(authority text, actor text, reason text) returns void
language plpgsql as $$
begin
  execute format('set local app.authority = %L', authority);
  execute format('set local app.actor = %L', actor);
  execute format('set local app.reason = %L', reason);
end $$;


create function audit_row() returns trigger language plpgsql as $$
declare
  key_columns text[] := string_to_array(tg_argv[1], ',');
  withheld text[] := string_to_array(tg_argv[2], ',');
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  this_row jsonb := coalesce(was, became);
  row_key jsonb;
  was_shown jsonb;
  became_shown jsonb;
  import_id text;
begin
  select jsonb_object_agg(name, this_row -> name) into row_key
    from unnest(key_columns) as name;
  select
    jsonb_object_agg(name, case when name = any (withheld) then '"withheld"' else was -> name end),
    jsonb_object_agg(name, case when name = any (withheld) then '"withheld"' else became -> name end)
    into was_shown, became_shown
    from jsonb_object_keys(this_row) as name
    where tg_op <> 'UPDATE' or was -> name is distinct from became -> name;
  if tg_op = 'UPDATE' and was -> 'import_id' is distinct from became -> 'import_id' then
    import_id := became ->> 'import_id';
  end if;
  insert into audit_entry (authority_id, action, table_name, row_key, before, after, import_id)
  values (
    this_row ->> 'authority_id', lower(tg_op), tg_argv[0], row_key,
    case when tg_op <> 'INSERT' then was_shown end,
    case when tg_op <> 'DELETE' then became_shown end,
    import_id
  );
  return null;
end $$;


create function council_table(table_name text, withheld text[], may_delete boolean) returns void
language plpgsql as $$
declare
  relation regclass := table_name::regclass;
  arguments text;
  added_by_hand text := '';
begin
  select format('%L, %L, %L', table_name, string_agg(attname, ',' order by position),
      array_to_string(withheld, ','))
    into strict arguments
    from pg_index, unnest(indkey) with ordinality as key (attnum, position)
      join pg_attribute using (attnum)
    where indrelid = relation and indisprimary and attrelid = relation;
  if exists (select from pg_attribute
    where attrelid = relation and attname = 'import_id' and not attisdropped)
  then
    added_by_hand := 'when (new.import_id is null)';
  end if;
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy own_council on %s
    using (authority_id = current_setting(''app.authority''))
    with check (authority_id = current_setting(''app.authority''))', relation);
  execute format('grant select, insert, update on %s to wellplaced_application', relation);
  if may_delete then
    execute format('grant delete on %s to wellplaced_application', relation);
  end if;
  execute format('create trigger audit_insert after insert on %s
    for each row %s execute function audit_row(%s)', relation, added_by_hand, arguments);
  execute format('create trigger audit_update after update on %s
    for each row when (old is distinct from new) execute function audit_row(%s)',
    relation, arguments);
  execute format('create trigger audit_delete after delete on %s
    for each row execute function audit_row(%s)', relation, arguments);
end $$;


create table audit_entry (
  authority_id text not null,
  audit_entry_id uuid not null default gen_random_uuid(),
  happened_at timestamptz not null default clock_timestamp(),
  actor text not null default current_setting('app.actor') check (actor <> ''),
  reason text not null default current_setting('app.reason') check (reason <> ''),
  action text not null,
  table_name text not null,
  row_key jsonb not null,
  before jsonb,
  after jsonb,
  import_id text,
  primary key (authority_id, audit_entry_id)
);
create index audit_entry_by_time on audit_entry (authority_id, happened_at);
create index audit_entry_by_row on audit_entry (authority_id, table_name, row_key);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy own_council on audit_entry
  using (authority_id = current_setting('app.authority'))
  with check (authority_id = current_setting('app.authority'));
grant select, insert on audit_entry to wellplaced_application;

create table authority (
  authority_id text primary key check (authority_id <> ''),
  name text not null,
  area_codes text[] not null default '{}',
  demonstration_seed bigint,
  pseudonym_secret text not null,
  created_at timestamptz not null default now()
);
comment on column authority.area_codes is 'ONS codes of the area the council serves';
comment on column authority.pseudonym_secret is 'key from which the pseudonyms in exports are derived';
select council_table('authority', array['pseudonym_secret']::text[], false);

-- The one table that councils share: without it nobody could choose a council, as row security
-- shows a council's rows only once it is chosen.
create table authority_directory (
  authority_id text primary key,
  name text not null
);
grant select, insert, update on authority_directory to wellplaced_application;
