
create or replace function audit_row() returns trigger language plpgsql as $$
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
  insert into public.audit_entry (authority_id, action, table_name, row_key, before, after, import_id)
  values (
    this_row ->> 'authority_id', lower(tg_op), tg_argv[0], row_key,
    case when tg_op <> 'INSERT' then was_shown end,
    case when tg_op <> 'DELETE' then became_shown end,
    import_id
  );
  return null;
end $$;

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

grant select on schema_migration to wellplaced_application;
