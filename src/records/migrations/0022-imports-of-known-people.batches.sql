-- Of whoever was already called so then. Other names stay names: nobody is guessed; and an import at
-- the command line is by whoever works at the machine.
with known as (
  select t.import_id, person.person_id from import t
  join person on person.authority_id = $1 and person.name = t.requested_by and person.named_at <= t.requested_at
  where t.authority_id = $1 and t.person_id is null and t.origin = 'upload'
  limit 5000
), done as (
  update import set person_id = known.person_id from known
  where import.authority_id = $1 and import.import_id = known.import_id
  returning 1
)
select count(*) from done
