
alter table audit_entry add column transaction_id xid8;
alter table audit_entry add column step int;
alter table audit_entry add column seq bigint;
alter table audit_entry add column previous_hash bytea;
alter table audit_entry add column hash bytea;
comment on column audit_entry.transaction_id is 'what was changed together has the same';
comment on column audit_entry.step is 'place among the entries of its transaction: clocks are too coarse to tell';
comment on column audit_entry.seq is 'place in the council''s chain, given when the transaction commits';
alter table audit_entry add constraint audit_entry_in_chain unique (authority_id, seq);
create index audit_entry_unsealed on audit_entry (authority_id, transaction_id) where seq is null;

create table audit_head (
  authority_id text primary key,
  seq bigint not null,
  hash bytea not null
);
comment on table audit_head is 'the last entry of each council''s chain; its row lock lets one transaction at a time add to the chain';
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy own_council on audit_head
  using (authority_id = current_setting('app.authority'))
  with check (authority_id = current_setting('app.authority'));
grant select on audit_head to wellplaced_application;


create function audit_stamp() returns trigger language plpgsql as $$
begin
  new.step := coalesce(nullif(current_setting('app.audit_step', true), ''), '0')::int + 1;
  execute 'set local app.audit_step = ' || new.step;
  new.actor := current_setting('app.actor');
  new.reason := current_setting('app.reason');
  new.happened_at := clock_timestamp();
  new.transaction_id := pg_current_xact_id();
  new.seq := null;
  new.previous_hash := null;
  new.hash := null;
  return new;
end $$;


create function audit_seal_entries(council text, transaction xid8) returns void
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
    last_hash := sha256(last_hash || convert_to(jsonb_build_array(
  entry.authority_id, entry.seq, entry.audit_entry_id,
  to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  entry.actor, entry.reason, entry.action, entry.table_name,
  entry.row_key, entry.before, entry.after, entry.import_id, entry.transaction_id::text, entry.step
)::text, 'UTF8'));
    update audit_entry set seq = last_seq, previous_hash = entry.previous_hash, hash = last_hash
      where authority_id = council and audit_entry_id = entry.audit_entry_id;
  end loop;
  if entry.step is not null then
    execute 'set local app.audit_sealed = ' || entry.step;
  end if;
  update audit_head set seq = last_seq, hash = last_hash where authority_id = council;
end $$;
revoke execute on function audit_seal_entries(text, xid8) from public;

create function audit_seal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.step > coalesce(nullif(current_setting('app.audit_sealed', true), ''), '0')::int then
    perform audit_seal_entries(new.authority_id, new.transaction_id);
  end if;
  return null;
end $$;


do $$
declare
  council text;
begin
  for council in select authority_id from authority_directory loop
    execute format('set local app.authority = %L', council);
    update audit_entry set transaction_id = pg_current_xact_id()
      where authority_id = council and transaction_id is null;
    perform audit_seal_entries(council, pg_current_xact_id());
  end loop;
end $$;
create trigger audit_stamp before insert on audit_entry
  for each row execute function audit_stamp();
create constraint trigger audit_seal after insert on audit_entry
  deferrable initially deferred for each row execute function audit_seal();
