-- What people say became of children who were left open by an older return and are gone from the newest.
create table gone_answer (
  authority_id text not null,
  subject_key text not null check (subject_key <> ''),
  decision_number integer not null check (decision_number > 0),
  decided_by text not null check (decided_by <> ''),
  decided_at timestamptz not null default now(),
  person_id uuid,
  person_role text,
  answer text not null check (answer in ('ended', 'moved', 'missing', 'taken back')),
  ended_on date,
  rec text,
  reason text not null check (reason <> ''),
  child_id text not null,
  decom date not null,
  last_named integer not null,
  newest integer not null,
  check ((answer in ('ended', 'moved')) = (ended_on is not null and rec is not null)),
  primary key (authority_id, subject_key, decision_number)
);
comment on column gone_answer.subject_key is 'the child and the first day of the episode left open';
comment on column gone_answer.last_named is 'the newest return that named the child when it was said';
comment on column gone_answer.newest is 'the newest whole return when it was said';
comment on column gone_answer.decided_by is 'the name as it was';
select council_table('gone_answer', array[]::text[], false);
create policy hidden_children on gone_answer as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || child_id || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and (person_id::text = current_setting('app.reader_id', true)
        or reason !~* current_setting('app.hidden_words', true))));
create policy hidden_children_added on gone_answer as restrictive for insert to wellplaced_application
  with check (current_user <> 'wellplaced_application'
    or position(chr(31) || child_id || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0);

-- An answer makes a revision of the records, and no import.
alter table revision alter column import_id drop not null;
alter table revision drop constraint revision_kind_check;
alter table revision add constraint revision_kind_check check (kind in ('import', 'taken back', 'put back', 'answered'));
comment on column revision.import_id is 'empty for what a person answered';
comment on column record_version.import_id is 'the import that ended it; empty text for what a person answered';

alter table finding add column unsettled_import_id text;
comment on column finding.unsettled_import_id is 'the import that had ended it, while that is taken back';
