
create table person_leaving (
  authority_id text not null,
  person_id uuid not null,
  left_at timestamptz not null,
  ended_by uuid not null,
  reason text not null check (reason <> ''),
  back_at timestamptz,
  brought_back_by uuid,
  back_reason text,
  primary key (authority_id, person_id, left_at),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, ended_by) references person,
  check ((back_at is null) = (brought_back_by is null)),
  check ((back_at is null) = (back_reason is null))
);
comment on table person_leaving is 'each time that a person''s access was ended, and how they came back';

select council_table('person_leaving', array[]::text[], false);


alter table authority add column token_rest_days integer not null default 30
  check (token_rest_days between 1 and 365);
comment on column authority.token_rest_days is 'access tokens rest once their person has not signed in for so many days';
