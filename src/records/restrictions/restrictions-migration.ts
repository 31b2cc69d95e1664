import { councilTable } from '../../platform/database/council-table.ts';
import type { Migration } from '../../platform/database/ground.ts';
import { hiddenFromSome } from './hidden-rows.ts';

const TABLES = `
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
`;

/**
 * Called at the beginning of a transaction on a person's behalf, it notes which children are hidden
 * from the person: by identifier for rows about one child, and as a pattern of whole words, with the
 * pseudonyms, for texts that may name one. Without the call nothing is hidden.
 */
const SEEN_BY = String.raw`
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
`;

const ABOUT_ONE_CHILD = [
  ...['child', 'episode', 'uasc', 'review', 'oc2', 'oc3', 'ad1', 'placed_adoption'],
  ...['previous_permanence', 'missing', 'social_worker_episode', 'deprivation_of_liberty'],
  ...['cost_element', 'payment', 'repair'],
  ...['restriction', 'restriction_reader', 'restriction_opening'],
];

/** Children whom only named people may see: the restrictions, and the policies that leave out their rows. */
export const restrictionsMigration: Migration = {
  name: '0009-restricted-children',
  sql: [
    TABLES,
    councilTable('restriction'),
    councilTable('restriction_reader'),
    councilTable('restriction_opening'),
    SEEN_BY,
    ...ABOUT_ONE_CHILD.map((table) => hiddenFromSome(table, { child: 'child_id' })),
    hiddenFromSome('finding', {
      child: 'child_id',
      texts: "concat_ws(' ', path, value, message)",
    }),
    hiddenFromSome('finding_decision', {
      child: 'child_id',
      texts: "concat_ws(' ', reason, message)",
    }),
    hiddenFromSome('rejection', { texts: "concat_ws(' ', value, reason, cells::text)" }),
    hiddenFromSome('audit_entry', {
      texts: "concat_ws(' ', reason, row_key::text, before::text, after::text)",
    }),
  ].join('\n'),
};
