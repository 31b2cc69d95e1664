
create table restriction (
  authority_id text not null,
  child_id text not null,
  restriction_id uuid not null,
  pseudonym text not null,
  kind text not null,
  reason text not null check (reason <> ''),
  restricted_by uuid not null,
  restricted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (authority_id, child_id, restriction_id),
  foreign key (authority_id, child_id) references child (authority_id, child_id),
  foreign key (authority_id, restricted_by) references person (authority_id, person_id)
);
comment on column restriction.pseudonym is 'the name of the child in reports, for leaving out what holds it';
create unique index restriction_standing on restriction (authority_id, child_id) where ended_at is null;

create table restriction_reader (
  authority_id text not null,
  child_id text not null,
  restriction_id uuid not null,
  person_id uuid not null,
  named_at timestamptz not null,
  removed_at timestamptz,
  primary key (authority_id, child_id, restriction_id, person_id),
  foreign key (authority_id, child_id, restriction_id)
    references restriction (authority_id, child_id, restriction_id),
  foreign key (authority_id, person_id) references person (authority_id, person_id)
);

create table restriction_opening (
  authority_id text not null,
  child_id text not null,
  restriction_id uuid not null,
  opening_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason <> ''),
  opened_at timestamptz not null,
  shut_at timestamptz not null check (shut_at > opened_at),
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  primary key (authority_id, child_id, opening_id),
  foreign key (authority_id, child_id, restriction_id)
    references restriction (authority_id, child_id, restriction_id),
  foreign key (authority_id, person_id) references person (authority_id, person_id)
);

select council_table('restriction', array[]::text[], false);

select council_table('restriction_reader', array[]::text[], false);

select council_table('restriction_opening', array[]::text[], false);


create function app_seen_by(person text, moment timestamptz) returns void language plpgsql as $$
declare
  council text := current_setting('app.authority');
  identifiers text;
  words text;
begin
  select chr(31) || string_agg(r.child_id, chr(31)) || chr(31),
      '(^|[^[:alnum:]])(' || string_agg(
        regexp_replace(r.child_id, '([^[:alnum:]])', '\\\1', 'g') || '|' || r.pseudonym, '|')
      || ')([^[:alnum:]]|$)'
    into identifiers, words
    from restriction r
    where r.authority_id = council and r.ended_at is null
      and not exists (select from restriction_reader n
        where n.authority_id = council and n.child_id = r.child_id
          and n.restriction_id = r.restriction_id and n.person_id::text = person
          and n.removed_at is null)
      and not exists (select from restriction_opening o
        where o.authority_id = council and o.child_id = r.child_id
          and o.restriction_id = r.restriction_id and o.person_id::text = person
          and o.opened_at <= moment and moment < o.shut_at);
  execute format('set local app.hidden_children = %L', coalesce(identifiers, ''));
  execute format('set local app.hidden_words = %L', coalesce(words, ''));
end $$;

create policy hidden_children on child as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on episode as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on uasc as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on review as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on oc2 as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on oc3 as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on ad1 as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on placed_adoption as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on previous_permanence as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on missing as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on social_worker_episode as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on deprivation_of_liberty as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on cost_element as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on payment as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on repair as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on restriction as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on restriction_reader as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on restriction_opening as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0);
create policy hidden_children on finding as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0 and (coalesce(current_setting('app.hidden_words', true), '') = ''
            or concat_ws(' ', path, value, message) !~* current_setting('app.hidden_words', true)));
create policy hidden_children on finding_decision as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or position(chr(31) || coalesce(child_id, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0 and (coalesce(current_setting('app.hidden_words', true), '') = ''
            or concat_ws(' ', reason, message) !~* current_setting('app.hidden_words', true)));
create policy hidden_children on rejection as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or (coalesce(current_setting('app.hidden_words', true), '') = ''
            or concat_ws(' ', value, reason, cells::text) !~* current_setting('app.hidden_words', true)));
create policy hidden_children on audit_entry as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or (coalesce(current_setting('app.hidden_words', true), '') = ''
            or concat_ws(' ', reason, row_key::text, before::text, after::text) !~* current_setting('app.hidden_words', true)));