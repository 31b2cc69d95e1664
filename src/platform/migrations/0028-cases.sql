-- What people add to a case of any wing: notes and attachments, by the kind of case and its key.
create table case_note (
  authority_id text not null,
  case_kind text not null check (case_kind <> ''),
  case_key text not null check (case_key <> ''),
  note_id uuid not null,
  child_id text,
  note text not null check (note <> ''),
  corrects uuid,
  written_by text not null check (written_by <> ''),
  person_id uuid not null,
  person_role text,
  written_at timestamptz not null,
  primary key (authority_id, case_kind, case_key, note_id)
);
comment on column case_note.child_id is 'the child whom the case is about: who may not see the child does not see the note';
comment on column case_note.corrects is 'the note of the same case that this one puts right; nothing written is changed';
comment on column case_note.written_by is 'the name as it was';
select council_table('case_note', array['note']::text[], false);
revoke update on case_note from wellplaced_application;

create table case_attachment (
  authority_id text not null,
  case_kind text not null check (case_kind <> ''),
  case_key text not null check (case_key <> ''),
  attachment_id uuid not null,
  child_id text,
  name text not null check (name <> ''),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  content bytea,
  sha256 bytea not null check (octet_length(sha256) = 32),
  added_by text not null check (added_by <> ''),
  person_id uuid not null,
  person_role text,
  added_at timestamptz not null,
  removed_by text,
  removed_person_id uuid,
  removed_at timestamptz,
  removed_reason text,
  primary key (authority_id, case_kind, case_key, attachment_id),
  check (num_nonnulls(removed_at, removed_by, removed_person_id, removed_reason) in (0, 4)),
  check ((removed_at is null) = (content is not null)),
  check (content is null or octet_length(content) = bytes)
);
comment on column case_attachment.sha256 is 'of the content, kept when it was removed';
comment on column case_attachment.content is 'empty once it was removed: that it was there is kept';
comment on column case_attachment.added_by is 'the name as it was';
select council_table('case_attachment', array['content']::text[], false);
revoke update on case_attachment from wellplaced_application;
grant update (content, removed_by, removed_person_id, removed_at, removed_reason)
  on case_attachment to wellplaced_application;

-- On the trail the child stands in the key of every change, so that who may not see the child does not see it there.
drop trigger audit_insert on case_note;
create trigger audit_insert after insert on case_note for each row
  execute function audit_row('case_note', 'authority_id,case_kind,case_key,note_id,child_id', 'note');
drop trigger audit_insert on case_attachment;
create trigger audit_insert after insert on case_attachment for each row
  execute function audit_row('case_attachment', 'authority_id,case_kind,case_key,attachment_id,child_id', 'content');
drop trigger audit_update on case_attachment;
create trigger audit_update after update on case_attachment
  for each row when (old is distinct from new)
  execute function audit_row('case_attachment', 'authority_id,case_kind,case_key,attachment_id,child_id', 'content');

create index audit_entry_by_case on audit_entry (authority_id, (row_key ->> 'case_key'), seq)
  where row_key ->> 'case_key' is not null;

alter table authority add column attachments_mb integer not null default 4096
  check (attachments_mb between 10 and 1000000);
comment on column authority.attachments_mb is 'how many megabytes the attachments of all cases may hold together';
