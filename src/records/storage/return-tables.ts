/** Tables of the SSDA903 return. Columns are the return's own, in lower case; CHILD is `child_id`. */
export const RETURN_TABLES_SQL = `
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
`;
