
alter table import add column tries integer not null default 0;
