-- Who did it is a person's id and the role in which they did it; a name is how they were called then.

alter table person add column named_at timestamptz;
comment on column person.named_at is 'since when the person is called so; empty: since they were added';

-- By the database, so that a version from before this one that renames somebody is heard of too.
create function person_named() returns trigger language plpgsql as $$
begin
  new.named_at := clock_timestamp();
  return new;
end $$;
create trigger person_named before update on person
  for each row when (old.name is distinct from new.name and old.named_at is not distinct from new.named_at)
  execute function person_named();

alter table audit_entry add column person_id uuid;
alter table audit_entry add column person_role text;
comment on column audit_entry.actor is 'the name as it was: a person''s or a program''s';
comment on column audit_entry.person_id is 'empty when a program did it, and in entries from before people stood by id';
create index audit_entry_by_person on audit_entry (authority_id, person_id, seq)
  where person_id is not null;

-- Called after app_begin when a person acts.
create function app_acts_as(person text, role text) returns void language plpgsql as $$
begin
  execute format('set local app.person = %L', person);
  execute format('set local app.person_role = %L', coalesce(role, ''));
end $$;

-- Called as app_seen_by is, for a person who reads: what stands under their name without an id is
-- theirs from when they got the name until people stood by id: what stands so later is a program's.
create function app_reads_by_id(person text) returns void language plpgsql as $$
declare
  council text := current_setting('app.authority');
  since timestamptz;
  until timestamptz;
begin
  select coalesce(p.named_at, p.added_at) into since from person p
    where p.authority_id = council and p.person_id = nullif(person, '')::uuid;
  select applied_at into until from schema_migration where name = '0018-people-by-id';
  execute format('set local app.reader_id = %L', person);
  execute format('set local app.reader_since = %L', coalesce(since, 'infinity'));
  execute format('set local app.reader_until = %L', coalesce(until, '-infinity'));
end $$;

create or replace function audit_stamp() returns trigger language plpgsql as $$
begin
  new.step := coalesce(nullif(current_setting('app.audit_step', true), ''), '0')::int + 1;
  execute 'set local app.audit_step = ' || new.step;
  new.actor := current_setting('app.actor');
  new.reason := current_setting('app.reason');
  new.happened_at := clock_timestamp();
  new.person_id := nullif(current_setting('app.person', true), '')::uuid;
  new.person_role := nullif(current_setting('app.person_role', true), '');
  new.transaction_id := pg_current_xact_id();
  new.seq := null;
  new.previous_hash := null;
  new.hash := null;
  return new;
end $$;

-- An entry by nobody with an id is hashed as all were before.
create or replace function audit_seal_entries(council text, transaction xid8) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry audit_entry;
  last_seq bigint;
  last_hash bytea;
begin
  insert into audit_head (authority_id, seq, hash) values (council, 0, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
  select seq, hash into last_seq, last_hash
    from audit_head where authority_id = council for update;
  for entry in
    select * from audit_entry
    where authority_id = council and transaction_id = transaction and seq is null
    order by step, happened_at, audit_entry_id
  loop
    last_seq := last_seq + 1;
    entry.seq := last_seq;
    entry.previous_hash := last_hash;
    last_hash := sha256(last_hash || convert_to((jsonb_build_array(
  entry.authority_id, entry.seq, entry.audit_entry_id,
  to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  entry.actor, entry.reason, entry.action, entry.table_name,
  entry.row_key, entry.before, entry.after, entry.import_id, entry.transaction_id::text, entry.step
) || case when entry.person_id is null and entry.person_role is null then '[]'::jsonb
  else jsonb_build_array(entry.person_id, entry.person_role) end)::text, 'UTF8'));
    update audit_entry set seq = last_seq, previous_hash = entry.previous_hash, hash = last_hash
      where authority_id = council and audit_entry_id = entry.audit_entry_id;
  end loop;
  if entry.step is not null then
    execute 'set local app.audit_sealed = ' || entry.step;
  end if;
  update audit_head set seq = last_seq, hash = last_hash where authority_id = council;
end $$;
