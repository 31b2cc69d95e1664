
alter table authority add column upload_council_mb integer not null default 2048
  check (upload_council_mb between 10 and 1000000);
alter table authority add column upload_person_mb integer not null default 1024
  check (upload_person_mb between 10 and 1000000);
alter table authority add column uploads_waiting integer not null default 20
  check (uploads_waiting between 1 and 1000);
comment on column authority.upload_council_mb is 'how many megabytes of uploads may wait or be held at once, of everybody';
comment on column authority.upload_person_mb is 'the same of one person';
comment on column authority.uploads_waiting is 'how many uploads of one person may arrive, wait or run at once';
