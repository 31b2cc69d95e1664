-- Of whoever was already called so then. Other names stay names: nobody is guessed.
with known as (
  select t.subject_key, t.decision_number, person.person_id from finding_decision t
  join person on person.authority_id = $1 and person.name = t.decided_by and person.named_at <= t.decided_at
  where t.authority_id = $1 and t.person_id is null
  limit 5000
), done as (
  update finding_decision set person_id = known.person_id from known
  where finding_decision.authority_id = $1 and finding_decision.subject_key = known.subject_key and finding_decision.decision_number = known.decision_number
  returning 1
)
select count(*) from done
