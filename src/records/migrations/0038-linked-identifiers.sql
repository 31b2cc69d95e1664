-- Two identifiers of one child, as a person says: what was recorded under one follows the other. The import has no files of its own.
create table child_link (
  authority_id text not null,
  import_id text not null,
  child_id text not null,
  follows text not null check (follows <> child_id),
  kind text not null check (kind in ('merged', 'returned', 'adopted')),
  pseudonym text not null,
  stands boolean not null default false,
  moved integer check (moved >= 0),
  left_out integer check (left_out >= 0),
  primary key (authority_id, import_id),
  foreign key (authority_id, import_id) references import (authority_id, import_id),
  foreign key (authority_id, child_id) references child (authority_id, child_id),
  foreign key (authority_id, follows) references child (authority_id, child_id)
);
comment on column child_link.child_id is 'the identifier under which nothing more is recorded';
comment on column child_link.follows is 'the identifier under which everything is';
comment on column child_link.pseudonym is 'the name of the child in reports under the first identifier, for leaving out what holds it';
comment on column child_link.moved is 'how many records followed when it was made';
comment on column child_link.left_out is 'how many did not, for the other identifier had one of the same key';
create unique index child_link_standing on child_link (authority_id, child_id) where stands;
create index child_link_follows on child_link (authority_id, follows);
select council_table('child_link', array[]::text[], false);
create policy hidden_children on child_link as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or (
      position(chr(31) || child_id || chr(31) in coalesce(current_setting('app.hidden_children', true), '')) = 0
      and position(chr(31) || follows || chr(31) in coalesce(current_setting('app.hidden_children', true), '')) = 0));

-- Who sees a restricted child sees what is linked to it, and nobody else does.
create or replace function app_seen_by(person text, moment timestamptz) returns void language plpgsql as $$
declare
  council text := current_setting('app.authority');
  identifiers text;
  words text;
begin
  with recursive restricted as (
    select r.child_id, r.pseudonym
    from restriction r
    where r.authority_id = council and r.ended_at is null
      and not exists (select from restriction_reader n
        where n.authority_id = council and n.child_id = r.child_id
          and n.restriction_id = r.restriction_id and n.person_id::text = person
          and n.removed_at is null)
      and not exists (select from restriction_opening o
        where o.authority_id = council and o.child_id = r.child_id
          and o.restriction_id = r.restriction_id and o.person_id::text = person
          and o.opened_at <= moment and moment < o.shut_at)
    union
    select l.child_id, l.pseudonym
    from restricted join child_link l
      on l.authority_id = council and l.follows = restricted.child_id and l.stands
  )
  select chr(31) || string_agg(child_id, chr(31)) || chr(31),
      '(^|[^[:alnum:]])(' || string_agg(
        regexp_replace(child_id, '([^[:alnum:]])', '\\\1', 'g') || '|' || pseudonym, '|')
      || ')([^[:alnum:]]|$)'
    into identifiers, words
    from restricted;
  execute format('set local app.hidden_children = %L', coalesce(identifiers, ''));
  execute format('set local app.hidden_words = %L', coalesce(words, ''));
end $$;
