-- What was said of work about a child is hidden with the child; what a person wrote stays in that person's sight.
create policy hidden_children on work_said as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (position(chr(31) || coalesce(child_id, '') || chr(31)
        in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and (person_id::text = current_setting('app.reader_id', true)
        or concat_ws(' ', reason, subject_key) !~* current_setting('app.hidden_words', true))));
