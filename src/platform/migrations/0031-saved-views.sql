-- Views of a list that a person keeps for themselves: its filters and its order under a name.
create table saved_view (
  authority_id text not null,
  view_id uuid not null,
  person_id uuid not null,
  list text not null check (list <> ''),
  name text not null check (name <> '' and length(name) <= 60),
  query text not null check (length(query) <= 4000),
  is_default boolean not null,
  saved_at timestamptz not null,
  primary key (authority_id, view_id),
  unique (authority_id, person_id, list, name),
  foreign key (authority_id, person_id) references person (authority_id, person_id)
);
comment on column saved_view.query is 'filters and order as the query of the list''s address has them; never what may name or identify somebody';
comment on column saved_view.is_default is 'the list opens with it when nothing else is asked for';
create unique index saved_view_default on saved_view (authority_id, person_id, list) where is_default;
select council_table('saved_view', array[]::text[], true);
