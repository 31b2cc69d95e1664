
create table access_token (
  authority_id text not null,
  token_id uuid not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  token_hash text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (authority_id, token_id),
  foreign key (authority_id, person_id) references person,
  check (expires_at > created_at and expires_at - created_at <= interval '366 days')
);
comment on column access_token.scopes is 'the permissions it counts for, as long as the person holds them';
create unique index access_token_by_hash on access_token (authority_id, token_hash);
create index access_token_by_person on access_token (authority_id, person_id, created_at);

select council_table('access_token', array['token_hash']::text[], false);


drop trigger audit_update on access_token;
create trigger audit_update after update on access_token
  for each row when (old.revoked_at is distinct from new.revoked_at or old.person_id <> new.person_id
    or old.token_hash <> new.token_hash or old.scopes <> new.scopes
    or old.expires_at <> new.expires_at or old.name <> new.name)
  execute function audit_row('access_token', 'authority_id,token_id', 'token_hash');
