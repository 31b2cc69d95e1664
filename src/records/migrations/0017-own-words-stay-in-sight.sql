
create function app_reads_as(name text) returns void language plpgsql as $$
begin
  execute format('set local app.reader = %L', name);
end $$;

drop policy hidden_children on audit_entry;
create policy hidden_children on audit_entry as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(coalesce(row_key ->> 'child_id', after ->> 'child_id', before ->> 'child_id'), '') || chr(31)
    in coalesce(current_setting('app.hidden_children', true), '')) = 0 and (actor = current_setting('app.reader', true)
      or concat_ws(' ', reason, row_key::text, before::text, after::text) !~* current_setting('app.hidden_words', true))));
drop policy hidden_children on finding_decision;
create policy hidden_children on finding_decision as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(child_id, '') || chr(31)
    in coalesce(current_setting('app.hidden_children', true), '')) = 0 and (decided_by = current_setting('app.reader', true)
      or concat_ws(' ', reason, message) !~* current_setting('app.hidden_words', true))));