/** Tables of money and places: what is committed, paid and budgeted, postcodes and registered providers. */
export const LEDGER_TABLES_SQL = `
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
`;
