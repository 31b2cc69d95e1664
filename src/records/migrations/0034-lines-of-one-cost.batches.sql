-- Cost centre, provider and subjective name a cost element no longer: what they told apart are lines of one element.
with numbered as (
  select child_id, placement_start, element, funder, provider, cost_centre, subjective, from_date, occurrence,
    row_number() over (partition by child_id, placement_start, element, funder, from_date
      order by provider, cost_centre, subjective)::integer as number
  from cost_element where authority_id = $1
), wrong as (
  select * from numbered where number <> occurrence limit 5000
), done as (
  update cost_element set occurrence = wrong.number from wrong
  where cost_element.authority_id = $1 and cost_element.child_id = wrong.child_id
    and cost_element.placement_start = wrong.placement_start and cost_element.element = wrong.element
    and cost_element.funder = wrong.funder and cost_element.provider = wrong.provider
    and cost_element.cost_centre = wrong.cost_centre and cost_element.subjective = wrong.subjective
    and cost_element.from_date = wrong.from_date
  returning 1
)
select count(*) from done
