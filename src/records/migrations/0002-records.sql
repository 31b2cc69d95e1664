
create table child (
  authority_id text not null references authority (authority_id),
  child_id text not null,
  sex text,
  dob date,
  ethnic text,
  upn text,
  mother text,
  mc_dob date,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id)
);

create table episode (
  authority_id text not null,
  child_id text not null,
  decom date not null,
  rne text,
  ls text,
  cin text,
  place text not null,
  place_provider text,
  dec date,
  rec text,
  reason_place_change text,
  home_post text,
  pl_post text,
  urn text,
  reported_dec date,
  reported_rec text,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id, decom),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);
create index episode_by_end on episode (authority_id, dec);

create table uasc (
  authority_id text not null,
  child_id text not null,
  sex text,
  dob date,
  duc date,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table review (
  authority_id text not null,
  child_id text not null,
  review date not null,
  review_code text,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id, review),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table oc2 (
  authority_id text not null,
  child_id text not null,
  return_year integer not null,
  sdq_score text,
  sdq_reason text,
  convicted text,
  health_check text,
  immunisations text,
  teeth_check text,
  health_assessment text,
  substance_misuse text,
  intervention_received text,
  intervention_offered text,
  import_id text,
  primary key (authority_id, child_id, return_year),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table oc3 (
  authority_id text not null,
  child_id text not null,
  return_year integer not null,
  in_touch text,
  activ text,
  accom text,
  import_id text,
  primary key (authority_id, child_id, return_year),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table ad1 (
  authority_id text not null,
  child_id text not null,
  date_int date,
  date_match date,
  foster_care text,
  nb_adoptr text,
  sex_adoptr text,
  ls_adoptr text,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table placed_adoption (
  authority_id text not null,
  child_id text not null,
  date_placed date not null,
  date_placed_ceased date,
  reason_placed_ceased text,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id, date_placed),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table previous_permanence (
  authority_id text not null,
  child_id text not null,
  prev_perm text,
  la_perm text,
  date_perm text,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table missing (
  authority_id text not null,
  child_id text not null,
  mis_start date not null,
  missing text,
  mis_end date,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id, mis_start),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table social_worker_episode (
  authority_id text not null,
  child_id text not null,
  sw_decom date not null,
  sw_id text,
  sw_dec date,
  sw_reason text,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id, sw_decom),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);

create table deprivation_of_liberty (
  authority_id text not null,
  child_id text not null,
  dolo_start date not null,
  dolo_end date,
  return_year integer not null,
  import_id text,
  primary key (authority_id, child_id, dolo_start),
  foreign key (authority_id, child_id) references child (authority_id, child_id)
);


create table cost_element (
  authority_id text not null references authority (authority_id),
  child_id text not null,
  placement_start date not null,
  element text not null,
  weekly_rate bigint not null check (weekly_rate >= 0),
  from_date date not null,
  to_date date check (to_date > from_date),
  funder text not null,
  provider text not null default '',
  contract text,
  cost_centre text not null default '',
  subjective text not null default '',
  import_id text,
  primary key (authority_id, child_id, placement_start, element, funder, provider, cost_centre, subjective, from_date)
);
create index cost_element_by_end on cost_element (authority_id, to_date);

create table payment (
  authority_id text not null references authority (authority_id),
  payment_ref text not null,
  run_date date not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  child_id text not null,
  placement_start date not null,
  provider text,
  element text not null,
  gross bigint not null,
  contribution_source text,
  contribution bigint not null,
  cost_centre text,
  subjective text,
  status text not null,
  corrects_ref text,
  import_id text,
  primary key (authority_id, payment_ref, child_id, placement_start, element, period_from)
);
create index payment_by_child on payment (authority_id, child_id, period_from);

create table budget (
  authority_id text not null references authority (authority_id),
  start_year integer not null,
  cost_centre text not null,
  subjective text not null,
  description text,
  annual bigint not null,
  monthly bigint[] not null check (array_length(monthly, 1) = 12),
  import_id text,
  primary key (authority_id, start_year, cost_centre, subjective)
);

create table postcode (
  authority_id text not null references authority (authority_id),
  postcode text not null,
  local_authority text,
  easting integer,
  northing integer,
  import_id text,
  primary key (authority_id, postcode)
);

create table provider (
  authority_id text not null references authority (authority_id),
  urn text not null,
  name text not null,
  setting_type text,
  sector text,
  import_id text,
  primary key (authority_id, urn)
);


create table import (
  authority_id text not null references authority (authority_id),
  import_id text not null,
  requested_at timestamptz not null,
  requested_by text not null,
  reason text not null,
  origin text not null check (origin in ('upload', 'command line', 'demonstration')),
  status text not null check (status in ('receiving', 'queued', 'running', 'complete', 'refused', 'interrupted', 'cancelled')),
  finished_at timestamptz,
  problem text,
  primary key (authority_id, import_id)
);
create index import_by_time on import (authority_id, requested_at);

create table import_progress (
  authority_id text not null,
  import_id text not null,
  stage text not null,
  done bigint not null,
  total bigint not null,
  heard_at timestamptz not null,
  primary key (authority_id, import_id),
  foreign key (authority_id, import_id) references import (authority_id, import_id)
);

create table import_file (
  authority_id text not null,
  import_id text not null,
  file_number integer not null,
  path text not null,
  bytes bigint not null,
  sha256 text,
  kind text,
  return_year integer,
  header jsonb,
  sample jsonb,
  ignored_columns jsonb not null default '[]',
  row_count integer not null default 0,
  accepted integer not null default 0,
  rejected integer not null default 0,
  superseded integer not null default 0,
  repaired integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  problem text,
  primary key (authority_id, import_id, file_number),
  foreign key (authority_id, import_id) references import (authority_id, import_id)
);

create table rejection (
  authority_id text not null,
  import_id text not null,
  file_number integer not null,
  rejection_number integer not null,
  kind text not null,
  line integer not null,
  column_name text,
  value text,
  reason text not null,
  cells jsonb not null,
  primary key (authority_id, import_id, file_number, rejection_number),
  foreign key (authority_id, import_id, file_number) references import_file (authority_id, import_id, file_number)
);

create table repair (
  authority_id text not null,
  repair_key text not null,
  rule text not null,
  module text not null,
  child_id text not null,
  record_key text not null,
  before jsonb not null,
  after jsonb not null,
  import_id text not null,
  primary key (authority_id, repair_key),
  foreign key (authority_id, import_id) references import (authority_id, import_id)
);
create index repair_by_import on repair (authority_id, import_id, rule);
create index repair_by_child on repair (authority_id, child_id);

create table finding (
  authority_id text not null,
  finding_key text not null,
  severity text not null,
  rule text not null,
  child_id text,
  kind text not null,
  return_year integer not null,
  path text,
  line integer,
  column_name text,
  value text,
  message text not null,
  import_id text not null,
  resolved_import_id text,
  primary key (authority_id, finding_key),
  foreign key (authority_id, import_id) references import (authority_id, import_id)
);
create index finding_open on finding (authority_id, resolved_import_id, severity, rule);
create index finding_by_child on finding (authority_id, child_id);

create table column_mapping (
  authority_id text not null references authority (authority_id),
  name text not null,
  kind text not null,
  header jsonb not null,
  mapping jsonb not null,
  primary key (authority_id, name)
);

create table upload_chunk (
  authority_id text not null,
  import_id text not null,
  file_number integer not null,
  chunk_number integer not null,
  path text not null,
  content bytea not null,
  primary key (authority_id, import_id, file_number, chunk_number),
  foreign key (authority_id, import_id) references import (authority_id, import_id)
);

select council_table('child', array[]::text[], false);

select council_table('episode', array[]::text[], false);

select council_table('uasc', array[]::text[], false);

select council_table('review', array[]::text[], false);

select council_table('oc2', array[]::text[], false);

select council_table('oc3', array[]::text[], false);

select council_table('ad1', array[]::text[], false);

select council_table('placed_adoption', array[]::text[], false);

select council_table('previous_permanence', array[]::text[], false);

select council_table('missing', array[]::text[], false);

select council_table('social_worker_episode', array[]::text[], false);

select council_table('deprivation_of_liberty', array[]::text[], false);

select council_table('cost_element', array[]::text[], false);

select council_table('payment', array[]::text[], false);

select council_table('budget', array[]::text[], false);

select council_table('postcode', array[]::text[], false);

select council_table('provider', array[]::text[], false);

select council_table('import', array[]::text[], false);

select council_table('import_file', array[]::text[], false);

select council_table('rejection', array[]::text[], false);

select council_table('repair', array[]::text[], false);

select council_table('finding', array[]::text[], false);

select council_table('column_mapping', array[]::text[], true);

select council_table('upload_chunk', array['content']::text[], true);


select council_table('import_progress', array[]::text[], false);

drop trigger audit_update on import_progress;
create trigger audit_update after update on import_progress
  for each row when (old.import_id is distinct from new.import_id)
  execute function audit_row('import_progress', 'authority_id,import_id', '');
