-- What people say about work that waits: what waits is found in the records each time and stands in no table.
create table work_said (
  authority_id text not null,
  subject_key text not null check (subject_key <> ''),
  decision_number integer not null check (decision_number > 0),
  decided_by text not null check (decided_by <> ''),
  person_id uuid,
  person_role text,
  decided_at timestamptz not null default now(),
  verdict text not null check (verdict in ('taken-up', 'handed-over', 'put-off', 'given-back')),
  kind text not null check (kind <> ''),
  child_id text,
  holder_id uuid,
  until date,
  reason text not null check (reason <> ''),
  check ((verdict = 'given-back') = (holder_id is null)),
  check ((verdict = 'put-off') = (until is not null)),
  primary key (authority_id, subject_key, decision_number),
  foreign key (authority_id, holder_id) references person (authority_id, person_id)
);
comment on column work_said.subject_key is 'wing, kind and what the work is about';
comment on column work_said.child_id is 'the child whom it is about, where it is about one';
comment on column work_said.holder_id is 'whose it is from then on; empty: everybody''s who may do it';
comment on column work_said.until is 'put off: the day on which it comes back by itself';
create index work_said_by_holder on work_said (authority_id, holder_id) where holder_id is not null;
select council_table('work_said', array[]::text[], false);
revoke update on work_said from wellplaced_application;

create table digest_choice (
  authority_id text not null,
  person_id uuid not null,
  how_often text not null check (how_often in ('none', 'daily', 'weekly')),
  chosen_at timestamptz not null,
  primary key (authority_id, person_id),
  foreign key (authority_id, person_id) references person (authority_id, person_id)
);
comment on table digest_choice is 'how often a person is sent what waits for them; who has no row is sent nothing';
select council_table('digest_choice', array[]::text[], false);
