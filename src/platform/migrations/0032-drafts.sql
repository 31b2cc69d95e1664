-- What somebody typed into a form and has not sent: their own alone, until they send it, throw it away, or thirty days have gone.
create table form_draft (
  authority_id text not null,
  person_id uuid not null,
  form text not null check (form <> ''),
  subject text not null check (subject <> ''),
  title text not null check (title <> ''),
  address text not null check (address like '/%'),
  typed text not null check (length(typed) <= 100000),
  kept_at timestamptz not null,
  primary key (authority_id, person_id, form, subject),
  foreign key (authority_id, person_id) references person (authority_id, person_id)
);
comment on column form_draft.subject is 'what the form is about, among those of its kind';
comment on column form_draft.title is 'without a name or identifier of a child: it stands on the trail';
comment on column form_draft.typed is 'the fields as they were typed, as JSON; it may name a child, so that the trail does not hold it';
create index form_draft_by_age on form_draft (authority_id, kept_at);
select council_table('form_draft', array['typed', 'address']::text[], true);
