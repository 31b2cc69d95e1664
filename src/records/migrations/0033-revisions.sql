-- A revision is one numbered state of a council's records: each import makes one, and so does each that is taken back or put back.
create table revision (
  authority_id text not null references authority (authority_id),
  revision integer not null check (revision > 0),
  made_at timestamptz not null,
  kind text not null default 'import' check (kind in ('import', 'taken back', 'put back')),
  import_id text not null,
  primary key (authority_id, revision),
  foreign key (authority_id, import_id) references import (authority_id, import_id)
);
select council_table('revision', array[]::text[], false);
create index revision_by_import on revision (authority_id, import_id);

-- The files of imports, each once however often it was imported, compressed: what stands is made again from them when an import is taken back.
create table kept_part (
  authority_id text not null,
  sha256 text not null,
  part_number integer not null,
  content bytea not null,
  primary key (authority_id, sha256, part_number)
);
select council_table('kept_part', array['content']::text[], false);
create function app_reads_files() returns void language plpgsql as $$
begin
  set local app.reads_files = 'yes';
end $$;
create policy files_read on kept_part as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.reads_files', true), '') = 'yes');

-- What a record said before it was changed or withdrawn: known from one revision until another.
create table record_version (
  authority_id text not null,
  table_name text not null,
  row_key text not null,
  known_from integer not null,
  known_until integer not null check (known_until > known_from),
  ended text not null check (ended in ('changed', 'withdrawn')),
  import_id text not null,
  child_id text,
  record jsonb not null,
  primary key (authority_id, table_name, row_key, known_until)
);
comment on column record_version.row_key is 'the columns that name the record, as the text of a JSON object';
comment on column record_version.import_id is 'the import that ended it';
create index record_version_known on record_version (authority_id, table_name, known_until);
select council_table('record_version', array['record']::text[], false);
create policy hidden_children on record_version as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy names_seen on record_version as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application' or table_name <> 'child_name'
    or coalesce(current_setting('app.sees_names', true), '') <> 'no');

create function app_revises(revision integer, import_id text) returns void language plpgsql as $$
begin
  execute format('set local app.revision = %L', revision);
  execute format('set local app.revised_by = %L', import_id);
end $$;

create function app_known_at(revision integer) returns void language plpgsql as $$
begin
  execute format('set local app.known_at = %L', revision);
  set local search_path = as_known, public;
end $$;

-- The revision in which the transaction changes records; outside of one no record is changed.
create function revision_under_way() returns integer language plpgsql stable as $$
begin
  if coalesce(current_setting('app.revision', true), '') = '' then
    raise exception 'records are changed and withdrawn in a revision alone' using errcode = 'WP001';
  end if;
  return current_setting('app.revision')::integer;
end $$;

create function revise_record() returns trigger language plpgsql as $$
begin
  new.revision := public.revision_under_way();
  return new;
end $$;

create function keep_version() returns trigger language plpgsql as $$
declare
  key_columns text[] := string_to_array(tg_argv[1], ',');
  under_way integer := public.revision_under_way();
  was jsonb := to_jsonb(old);
  named jsonb;
begin
  -- What was said and unsaid within one revision was never known.
  if old.revision = under_way then
    return null;
  end if;
  select jsonb_object_agg(name, was -> name) into named from unnest(key_columns) as name;
  insert into public.record_version
    (authority_id, table_name, row_key, known_from, known_until, ended, import_id, child_id, record)
  values (old.authority_id, tg_argv[0], named::text, old.revision, under_way,
    case tg_op when 'DELETE' then 'withdrawn' else 'changed' end,
    current_setting('app.revised_by'), was ->> 'child_id', was);
  return null;
end $$;

-- Where a record was said last: in which revision (0: before revisions were numbered), and in which file of its import and on which line.
alter table child add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table child add column file_number integer;
alter table child add column line integer;
alter table episode add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table episode add column file_number integer;
alter table episode add column line integer;
alter table uasc add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table uasc add column file_number integer;
alter table uasc add column line integer;
alter table review add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table review add column file_number integer;
alter table review add column line integer;
alter table oc2 add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table oc2 add column file_number integer;
alter table oc2 add column line integer;
alter table oc3 add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table oc3 add column file_number integer;
alter table oc3 add column line integer;
alter table ad1 add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table ad1 add column file_number integer;
alter table ad1 add column line integer;
alter table placed_adoption add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table placed_adoption add column file_number integer;
alter table placed_adoption add column line integer;
alter table previous_permanence add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table previous_permanence add column file_number integer;
alter table previous_permanence add column line integer;
alter table missing add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table missing add column file_number integer;
alter table missing add column line integer;
alter table social_worker_episode add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table social_worker_episode add column file_number integer;
alter table social_worker_episode add column line integer;
alter table deprivation_of_liberty add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table deprivation_of_liberty add column file_number integer;
alter table deprivation_of_liberty add column line integer;
alter table cost_element add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table cost_element add column file_number integer;
alter table cost_element add column line integer;
alter table payment add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table payment add column file_number integer;
alter table payment add column line integer;
alter table budget add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table budget add column file_number integer;
alter table budget add column line integer;
alter table postcode add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table postcode add column file_number integer;
alter table postcode add column line integer;
alter table provider add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table provider add column file_number integer;
alter table provider add column line integer;
alter table child_name add column revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer;
alter table child_name add column file_number integer;
alter table child_name add column line integer;

alter table import add column extent text check (extent in ('whole', 'changes'));
alter table import add column accepts_large_change boolean not null default false;
alter table import add column large_change jsonb;
alter table import add column taken_back boolean not null default false;
alter table import add column turns_import text;
alter table import add column turn text check (turn in ('taken back', 'put back'));
alter table import add column turned jsonb;
comment on column import.turns_import is 'the import that this one takes back or puts back, having no files of its own';
comment on column import.turned is 'how many records that added, changed and withdrew';
alter table import drop constraint import_origin_check;
alter table import add constraint import_origin_check check (origin in ('upload', 'command line', 'demonstration', 'page'));
comment on column import.extent is 'for what its files stand, where whoever imports said so';
comment on column import.large_change is 'what it would have changed of what stood, where that was too much to go without a word';
alter table import_file add column plan jsonb;
comment on column import_file.plan is 'as what the file was read: its layout, mapping and return year';
alter table import_file add column withdrawn integer not null default 0;
alter table import_file add column extent text check (extent in ('whole', 'changes'));
alter table cost_element add column occurrence integer not null default 1 check (occurrence > 0);
