-- A line of the general ledger: what was posted to a code, under a journal, for an accounting period.
create table ledger_line (
  authority_id text not null,
  journal text not null,
  journal_line text not null,
  posted_on date not null,
  start_year integer not null,
  period integer not null check (period between 1 and 12),
  cost_centre text not null,
  subjective text not null,
  amount bigint not null,
  supplier text,
  reference text,
  description text,
  journal_type text,
  occurrence integer not null default 1 check (occurrence > 0),
  import_id text,
  revision integer not null default coalesce(nullif(current_setting('app.revision', true), ''), '0')::integer,
  file_number integer,
  line integer,
  primary key (authority_id, journal, journal_line, occurrence)
);
comment on column ledger_line.start_year is 'the calendar year in which its financial year starts';
comment on column ledger_line.period is 'the accounting period, April being 1; what is posted after March counts in 12';
create index ledger_line_by_code on ledger_line (authority_id, start_year, cost_centre, subjective);
select council_table('ledger_line', array['amount', 'supplier', 'reference', 'description'], false);

-- A posting pays many children, so what it is more than the payments beside it would tell what a hidden child costs: whoever a child is hidden from reads the ledger matched, without what is for that child.
create policy hidden_children on ledger_line as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_children', true), '') = '');
create policy ledger_of_hidden_children on record_version as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application' or table_name <> 'ledger_line'
    or coalesce(current_setting('app.hidden_children', true), '') = '');

create trigger revise before update on ledger_line for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on ledger_line for each row when (old is distinct from new)
  execute function keep_version('ledger_line', 'authority_id,journal,journal_line,occurrence');
create trigger keep_withdrawn after delete on ledger_line for each row execute function keep_version('ledger_line', 'authority_id,journal,journal_line,occurrence');
grant delete on ledger_line to wellplaced_application;

create view as_known.ledger_line with (security_invoker = true) as
  select t.authority_id, t.journal, t.journal_line, t.posted_on, t.start_year, t.period, t.cost_centre, t.subjective, t.amount, t.supplier, t.reference, t.description, t.journal_type, t.occurrence, t.import_id, t.revision, t.file_number, t.line
  from public.ledger_line t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.journal, r.journal_line, r.posted_on, r.start_year, r.period, r.cost_centre, r.subjective, r.amount, r.supplier, r.reference, r.description, r.journal_type, r.occurrence, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.ledger_line, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'ledger_line'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
grant select on as_known.ledger_line to wellplaced_application;
