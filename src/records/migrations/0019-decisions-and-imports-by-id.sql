alter table finding_decision add column person_id uuid;
alter table finding_decision add column person_role text;
comment on column finding_decision.decided_by is 'the name as it was';
alter table import add column person_id uuid;
alter table import add column person_role text;
comment on column import.requested_by is 'the name as it was: a person''s or a program''s';
comment on column import.person_id is 'empty for an import by the command line';

-- What a person wrote stays in that person's sight (0017), by id and not by a name that may be another's now.
drop policy hidden_children on audit_entry;
create policy hidden_children on audit_entry as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(coalesce(row_key ->> 'child_id', after ->> 'child_id', before ->> 'child_id'), '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and (person_id::text = current_setting('app.reader_id', true)
        or (person_id is null and actor = current_setting('app.reader', true)
          and happened_at >= nullif(current_setting('app.reader_since', true), '')::timestamptz
          and happened_at < nullif(current_setting('app.reader_until', true), '')::timestamptz)
        or concat_ws(' ', reason, row_key::text, before::text, after::text)
          !~* current_setting('app.hidden_words', true))));
drop policy hidden_children on finding_decision;
create policy hidden_children on finding_decision as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(child_id, '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and (person_id::text = current_setting('app.reader_id', true)
        or (person_id is null and decided_by = current_setting('app.reader', true)
          and decided_at >= nullif(current_setting('app.reader_since', true), '')::timestamptz
          and decided_at < nullif(current_setting('app.reader_until', true), '')::timestamptz)
        or concat_ws(' ', reason, message) !~* current_setting('app.hidden_words', true))));
