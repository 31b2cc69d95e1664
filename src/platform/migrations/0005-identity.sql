
create table person (
  authority_id text not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  issuer text not null,
  subject text not null,
  email text,
  claimed text[] not null default '{}',
  added_at timestamptz not null,
  left_at timestamptz,
  primary key (authority_id, person_id)
);
comment on column person.name is 'different for each person of a council: it stands in the audit trail';
comment on column person.issuer is 'who says that it is this person: an identity provider''s address, "demonstration" or "machine"';
comment on column person.claimed is 'the values of the roles claim at the last sign-in';
create unique index person_by_name on person (authority_id, name);
create unique index person_by_subject on person (authority_id, issuer, subject);

create table person_role (
  authority_id text not null,
  person_id uuid not null,
  role text not null,
  given_by text not null check (given_by in ('claim', 'administrator', 'set-up')),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (authority_id, person_id, role, given_by),
  foreign key (authority_id, person_id) references person
);

create table session (
  authority_id text not null,
  session_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  id_token text,
  browser text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  primary key (authority_id, session_id),
  foreign key (authority_id, person_id) references person
);
comment on column session.id_token is 'what the identity provider wants to see again when its own session is to end';
create unique index session_by_token on session (authority_id, token_hash);
create index session_by_person on session (authority_id, person_id, created_at);

create table role_mapping (
  authority_id text not null,
  claim_value text not null check (claim_value <> ''),
  role text not null,
  withdrawn_at timestamptz,
  primary key (authority_id, claim_value, role)
);

create table first_person_link (
  authority_id text not null,
  token_hash text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (authority_id, token_hash)
);

select council_table('person', array[]::text[], false);

select council_table('person_role', array[]::text[], false);

select council_table('session', array['token_hash', 'id_token']::text[], false);


drop trigger audit_update on session;
create trigger audit_update after update on session
  for each row when (old.ended_at is distinct from new.ended_at or old.person_id <> new.person_id
    or old.token_hash <> new.token_hash)
  execute function audit_row('session', 'authority_id,session_id', 'token_hash,id_token');

select council_table('role_mapping', array[]::text[], false);

select council_table('first_person_link', array['token_hash']::text[], false);
