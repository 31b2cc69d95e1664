
create table finding_decision (
  authority_id text not null,
  subject_key text not null check (subject_key <> ''),
  decision_number integer not null,
  decided_by text not null check (decided_by <> ''),
  decided_at timestamptz not null default now(),
  verdict text not null check (verdict in ('accepted', 'to-be-mended', 'reopened', 'ended')),
  reason text not null check (reason <> ''),
  mender text,
  mend_by date,
  alike integer not null,
  rule text not null,
  child_id text,
  kind text not null,
  return_year integer not null,
  message text not null,
  check ((verdict = 'to-be-mended') = (mender is not null and mend_by is not null)),
  primary key (authority_id, subject_key, decision_number),
  check (decision_number > 0)
);
select council_table('finding_decision', array[]::text[], false);
