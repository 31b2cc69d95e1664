/** Tables of the imports themselves: files, what was turned away, what was repaired, what was found, and how other layouts are read. */
export const IMPORT_TABLES_SQL = `
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
`;
