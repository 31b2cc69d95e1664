create table scheduled_run (
  authority_id text not null,
  job text not null check (job <> ''),
  due text not null check (due <> ''),
  due_at timestamptz not null,
  state text not null check (state in ('first seen', 'running', 'done', 'failed')),
  tries integer not null,
  started_at timestamptz,
  held_until timestamptz,
  ended_at timestamptz,
  said text,
  primary key (authority_id, job, due)
);
comment on table scheduled_run is 'work that was due by the clock, one row for each council, job and night or hour: by the key it is done once, however many processes there are';
comment on column scheduled_run.due is 'the night as 2026-11-27 or the hour as 2026-11-27T14Z';
comment on column scheduled_run.held_until is 'running: until when it stays with its process, unless that renews it; failed: from when it may be tried again, empty when it may not';
comment on column scheduled_run.tries is 'how often it was begun';

select council_table('scheduled_run', array[]::text[], true);

-- That a clock struck is no change of anybody's: what the work changes is on the trail by the tables
-- that it changes. What failed for good is there, and that it was forgotten.
drop trigger audit_insert on scheduled_run;
create trigger audit_insert after insert on scheduled_run
  for each row when (new.state = 'failed')
  execute function audit_row('scheduled_run', 'authority_id,job,due', '');
drop trigger audit_update on scheduled_run;
create trigger audit_update after update on scheduled_run
  for each row when (old.state = 'failed' or (new.state = 'failed' and new.held_until is null))
  execute function audit_row('scheduled_run', 'authority_id,job,due', '');
drop trigger audit_delete on scheduled_run;
create trigger audit_delete after delete on scheduled_run
  for each row when (old.state = 'failed')
  execute function audit_row('scheduled_run', 'authority_id,job,due', '');
