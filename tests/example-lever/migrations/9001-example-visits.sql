create table example_visit (
  authority_id text not null,
  subject_key text not null check (subject_key <> ''),
  decision_number integer not null check (decision_number > 0),
  decided_by text not null check (decided_by <> ''),
  person_id uuid,
  person_role text,
  decided_at timestamptz not null default now(),
  child_id text not null,
  verdict text not null check (verdict in ('visit', 'no-visit')),
  reason text not null check (reason <> ''),
  primary key (authority_id, subject_key, decision_number)
);
select council_table('example_visit', array[]::text[], false);
create policy hidden_children on example_visit as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0 and (coalesce(current_setting('app.hidden_words', true), '') = ''
            or reason !~* current_setting('app.hidden_words', true)));
