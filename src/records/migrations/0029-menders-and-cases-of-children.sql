alter table finding_decision add column mender_id uuid;
comment on column finding_decision.mender_id is 'which person mends it; empty for a team or somebody outside, and before people stood by id';
comment on column finding_decision.mender is 'the name as it was: a person''s, a team''s or that of somebody outside';

-- As on decisions (0019): what is about a hidden child, or names one, is not there; own words stay in sight.
create policy hidden_children on case_note as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(child_id, '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and (person_id::text = current_setting('app.reader_id', true)
        or note !~* current_setting('app.hidden_words', true))));
create policy hidden_children on case_attachment as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(child_id, '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and (person_id::text = current_setting('app.reader_id', true)
        or concat_ws(' ', name, removed_reason) !~* current_setting('app.hidden_words', true))));

-- Nothing is added about a child who was hidden from the writer since the page was opened.
create policy hidden_children_added on case_note as restrictive for insert to wellplaced_application
  with check (current_user <> 'wellplaced_application'
    or position(chr(31) || coalesce(child_id, '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children_added on case_attachment as restrictive for insert to wellplaced_application
  with check (current_user <> 'wellplaced_application'
    or position(chr(31) || coalesce(child_id, '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0);
