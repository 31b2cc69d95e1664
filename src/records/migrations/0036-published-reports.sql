-- A week's report that was published: the revision of the records that it was made from, and its headline figures as they were.
create table published_report (
  authority_id text not null,
  published_report_id uuid not null,
  week_ending date not null,
  published_at timestamptz not null,
  published_by text not null,
  person_id uuid,
  person_role text,
  revision integer not null check (revision >= 0),
  small_number integer not null check (small_number > 0),
  figures jsonb not null,
  primary key (authority_id, published_report_id),
  foreign key (authority_id) references authority (authority_id)
);
comment on column published_report.revision is 'the newest when it was made; 0 before revisions were numbered';
comment on column published_report.small_number is 'counts of children below it were withheld';
comment on column published_report.figures is 'headline figures before any was withheld, by name: counts, and money in pence';
create index published_report_by_week on published_report (authority_id, week_ending, published_at);
select council_table('published_report', array['figures']::text[], false);
