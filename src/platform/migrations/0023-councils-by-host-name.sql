-- Several councils on one service are told apart by the host name that a browser asks for.

alter table authority add column host_name text;
alter table authority add constraint authority_host_name
  check (host_name ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$');
alter table authority add column brand_colour text;
alter table authority add constraint authority_brand_colour
  check (brand_colour ~ '^#[0-9a-f]{6}$');
comment on column authority.host_name is 'by which the council''s people reach the service; empty where it serves this council alone';
comment on column authority.brand_colour is 'of the header; empty: the service''s own';

-- Chosen from before the council is known, and no two councils' alike.
alter table authority_directory add column host_name text;
create unique index authority_directory_by_host_name on authority_directory (host_name);
