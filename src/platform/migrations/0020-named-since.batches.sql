-- Who was renamed before is called so since that entry of the trail.
with named as (
  select p.person_id, coalesce((
      select max(e.happened_at) from audit_entry e
      where e.authority_id = $1 and e.table_name = 'person' and e.action = 'update'
        and e.row_key = jsonb_build_object('authority_id', p.authority_id, 'person_id', p.person_id)
        and e.before ? 'name'
    ), p.added_at) as since
  from person p where p.authority_id = $1 and p.named_at is null
  limit 1000
), done as (
  update person set named_at = named.since from named
  where person.authority_id = $1 and person.person_id = named.person_id
  returning 1
)
select count(*) from done
