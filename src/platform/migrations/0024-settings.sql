create table setting_change (
  authority_id text not null,
  subject_key text not null check (subject_key <> ''),
  decision_number integer not null,
  decided_by text not null check (decided_by <> ''),
  person_id uuid,
  person_role text,
  decided_at timestamptz not null default now(),
  valid_from date not null,
  value bigint not null,
  source text not null check (source <> ''),
  confirmed boolean not null,
  takes_back integer,
  reason text not null check (reason <> ''),
  primary key (authority_id, subject_key, decision_number),
  check (decision_number > 0),
  check (takes_back is null or (takes_back > 0 and takes_back < decision_number))
);
comment on table setting_change is 'what the council settled from a day on, each change following the one before: of a day the one with the latest valid_from up to it counts, of these the one made last, but for those that a later one takes back';
comment on column setting_change.subject_key is 'the name of the setting';
comment on column setting_change.decided_by is 'the name as it was';
comment on column setting_change.value is 'in the unit of the setting; money in pence';
comment on column setting_change.takes_back is 'the number of the change that this one takes back, whose values it repeats; empty: it gives a value';

select council_table('setting_change', array[]::text[], false);
revoke update on setting_change from wellplaced_application;
