-- Cost centre, provider and subjective are what a cost element says, not what names it.
alter table cost_element drop constraint cost_element_pkey;
alter table cost_element add constraint cost_element_pkey primary key
  (authority_id, child_id, placement_start, element, funder, from_date, occurrence);
drop trigger audit_insert on cost_element;
drop trigger audit_update on cost_element;
drop trigger audit_delete on cost_element;
create trigger audit_insert after insert on cost_element for each row when (new.import_id is null)
  execute function audit_row('cost_element', 'authority_id,child_id,placement_start,element,funder,from_date,occurrence', '');
create trigger audit_update after update on cost_element for each row when (old is distinct from new)
  execute function audit_row('cost_element', 'authority_id,child_id,placement_start,element,funder,from_date,occurrence', '');
create trigger audit_delete after delete on cost_element for each row
  execute function audit_row('cost_element', 'authority_id,child_id,placement_start,element,funder,from_date,occurrence', '');

-- That the council is there is checked once, with the import, and not with every row.
alter table child drop constraint child_authority_id_fkey;
alter table cost_element drop constraint cost_element_authority_id_fkey;
alter table payment drop constraint payment_authority_id_fkey;
alter table budget drop constraint budget_authority_id_fkey;
alter table postcode drop constraint postcode_authority_id_fkey;
alter table provider drop constraint provider_authority_id_fkey;
alter table child_name drop constraint child_name_authority_id_fkey;

-- The trail says what of a record changed; where it was said last, the record itself says.
create or replace function audit_row() returns trigger language plpgsql as $$
declare
  key_columns text[] := string_to_array(tg_argv[1], ',');
  withheld text[] := string_to_array(tg_argv[2], ',');
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  this_row jsonb := coalesce(was, became);
  row_key jsonb;
  was_shown jsonb;
  became_shown jsonb;
  import_id text;
begin
  select jsonb_object_agg(name, this_row -> name) into row_key
    from unnest(key_columns) as name;
  select
    jsonb_object_agg(name, case when name = any (withheld) then '"withheld"' else was -> name end),
    jsonb_object_agg(name, case when name = any (withheld) then '"withheld"' else became -> name end)
    into was_shown, became_shown
    from jsonb_object_keys(this_row) as name
    where tg_op <> 'UPDATE'
      or (was -> name is distinct from became -> name and name <> all (array['revision', 'file_number', 'line']));
  if tg_op = 'UPDATE' and was -> 'import_id' is distinct from became -> 'import_id' then
    import_id := became ->> 'import_id';
  end if;
  insert into public.audit_entry (authority_id, action, table_name, row_key, before, after, import_id)
  values (
    this_row ->> 'authority_id', lower(tg_op), tg_argv[0], row_key,
    case when tg_op <> 'INSERT' then was_shown end,
    case when tg_op <> 'DELETE' then became_shown end,
    import_id
  );
  return null;
end $$;

create trigger revise before update on child for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on child for each row when (old is distinct from new)
  execute function keep_version('child', 'authority_id,child_id');
create trigger keep_withdrawn after delete on child for each row execute function keep_version('child', 'authority_id,child_id');
create trigger revise before update on episode for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on episode for each row when (old is distinct from new)
  execute function keep_version('episode', 'authority_id,child_id,decom');
create trigger keep_withdrawn after delete on episode for each row execute function keep_version('episode', 'authority_id,child_id,decom');
grant delete on episode to wellplaced_application;
create trigger revise before update on uasc for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on uasc for each row when (old is distinct from new)
  execute function keep_version('uasc', 'authority_id,child_id');
create trigger keep_withdrawn after delete on uasc for each row execute function keep_version('uasc', 'authority_id,child_id');
grant delete on uasc to wellplaced_application;
create trigger revise before update on review for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on review for each row when (old is distinct from new)
  execute function keep_version('review', 'authority_id,child_id,review');
create trigger keep_withdrawn after delete on review for each row execute function keep_version('review', 'authority_id,child_id,review');
grant delete on review to wellplaced_application;
create trigger revise before update on oc2 for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on oc2 for each row when (old is distinct from new)
  execute function keep_version('oc2', 'authority_id,child_id,return_year');
create trigger keep_withdrawn after delete on oc2 for each row execute function keep_version('oc2', 'authority_id,child_id,return_year');
grant delete on oc2 to wellplaced_application;
create trigger revise before update on oc3 for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on oc3 for each row when (old is distinct from new)
  execute function keep_version('oc3', 'authority_id,child_id,return_year');
create trigger keep_withdrawn after delete on oc3 for each row execute function keep_version('oc3', 'authority_id,child_id,return_year');
grant delete on oc3 to wellplaced_application;
create trigger revise before update on ad1 for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on ad1 for each row when (old is distinct from new)
  execute function keep_version('ad1', 'authority_id,child_id');
create trigger keep_withdrawn after delete on ad1 for each row execute function keep_version('ad1', 'authority_id,child_id');
grant delete on ad1 to wellplaced_application;
create trigger revise before update on placed_adoption for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on placed_adoption for each row when (old is distinct from new)
  execute function keep_version('placed_adoption', 'authority_id,child_id,date_placed');
create trigger keep_withdrawn after delete on placed_adoption for each row execute function keep_version('placed_adoption', 'authority_id,child_id,date_placed');
grant delete on placed_adoption to wellplaced_application;
create trigger revise before update on previous_permanence for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on previous_permanence for each row when (old is distinct from new)
  execute function keep_version('previous_permanence', 'authority_id,child_id');
create trigger keep_withdrawn after delete on previous_permanence for each row execute function keep_version('previous_permanence', 'authority_id,child_id');
grant delete on previous_permanence to wellplaced_application;
create trigger revise before update on missing for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on missing for each row when (old is distinct from new)
  execute function keep_version('missing', 'authority_id,child_id,mis_start');
create trigger keep_withdrawn after delete on missing for each row execute function keep_version('missing', 'authority_id,child_id,mis_start');
grant delete on missing to wellplaced_application;
create trigger revise before update on social_worker_episode for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on social_worker_episode for each row when (old is distinct from new)
  execute function keep_version('social_worker_episode', 'authority_id,child_id,sw_decom');
create trigger keep_withdrawn after delete on social_worker_episode for each row execute function keep_version('social_worker_episode', 'authority_id,child_id,sw_decom');
grant delete on social_worker_episode to wellplaced_application;
create trigger revise before update on deprivation_of_liberty for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on deprivation_of_liberty for each row when (old is distinct from new)
  execute function keep_version('deprivation_of_liberty', 'authority_id,child_id,dolo_start');
create trigger keep_withdrawn after delete on deprivation_of_liberty for each row execute function keep_version('deprivation_of_liberty', 'authority_id,child_id,dolo_start');
grant delete on deprivation_of_liberty to wellplaced_application;
create trigger revise before update on cost_element for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on cost_element for each row when (old is distinct from new)
  execute function keep_version('cost_element', 'authority_id,child_id,placement_start,element,funder,from_date,occurrence');
create trigger keep_withdrawn after delete on cost_element for each row execute function keep_version('cost_element', 'authority_id,child_id,placement_start,element,funder,from_date,occurrence');
grant delete on cost_element to wellplaced_application;
create trigger revise before update on payment for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on payment for each row when (old is distinct from new)
  execute function keep_version('payment', 'authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence');
create trigger keep_withdrawn after delete on payment for each row execute function keep_version('payment', 'authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence');
grant delete on payment to wellplaced_application;
create trigger revise before update on budget for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on budget for each row when (old is distinct from new)
  execute function keep_version('budget', 'authority_id,start_year,cost_centre,subjective');
create trigger keep_withdrawn after delete on budget for each row execute function keep_version('budget', 'authority_id,start_year,cost_centre,subjective');
grant delete on budget to wellplaced_application;
create trigger revise before update on postcode for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on postcode for each row when (old is distinct from new)
  execute function keep_version('postcode', 'authority_id,postcode');
create trigger keep_withdrawn after delete on postcode for each row execute function keep_version('postcode', 'authority_id,postcode');
grant delete on postcode to wellplaced_application;
create trigger revise before update on provider for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on provider for each row when (old is distinct from new)
  execute function keep_version('provider', 'authority_id,urn');
create trigger keep_withdrawn after delete on provider for each row execute function keep_version('provider', 'authority_id,urn');
grant delete on provider to wellplaced_application;
create trigger revise before update on child_name for each row when (old is distinct from new) execute function revise_record();
create trigger keep_changed after update on child_name for each row when (old is distinct from new)
  execute function keep_version('child_name', 'authority_id,child_id');
create trigger keep_withdrawn after delete on child_name for each row execute function keep_version('child_name', 'authority_id,child_id');
grant delete on child_name to wellplaced_application;

-- The tables of the records as they stood at a revision (app_known_at): what stands since then or before, and what stood then.
create schema as_known;
grant usage on schema as_known to wellplaced_application;
create view as_known.child with (security_invoker = true) as
  select t.authority_id, t.child_id, t.sex, t.dob, t.ethnic, t.upn, t.mother, t.mc_dob, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.child t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.sex, r.dob, r.ethnic, r.upn, r.mother, r.mc_dob, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.child, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'child'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.episode with (security_invoker = true) as
  select t.authority_id, t.child_id, t.decom, t.rne, t.ls, t.cin, t.place, t.place_provider, t.dec, t.rec, t.reason_place_change, t.home_post, t.pl_post, t.urn, t.reported_dec, t.reported_rec, t.return_year, t.import_id, t.replaced_rne, t.revision, t.file_number, t.line
  from public.episode t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.decom, r.rne, r.ls, r.cin, r.place, r.place_provider, r.dec, r.rec, r.reason_place_change, r.home_post, r.pl_post, r.urn, r.reported_dec, r.reported_rec, r.return_year, r.import_id, r.replaced_rne, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.episode, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'episode'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.uasc with (security_invoker = true) as
  select t.authority_id, t.child_id, t.sex, t.dob, t.duc, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.uasc t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.sex, r.dob, r.duc, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.uasc, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'uasc'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.review with (security_invoker = true) as
  select t.authority_id, t.child_id, t.review, t.review_code, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.review t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.review, r.review_code, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.review, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'review'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.oc2 with (security_invoker = true) as
  select t.authority_id, t.child_id, t.return_year, t.sdq_score, t.sdq_reason, t.convicted, t.health_check, t.immunisations, t.teeth_check, t.health_assessment, t.substance_misuse, t.intervention_received, t.intervention_offered, t.import_id, t.revision, t.file_number, t.line
  from public.oc2 t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.return_year, r.sdq_score, r.sdq_reason, r.convicted, r.health_check, r.immunisations, r.teeth_check, r.health_assessment, r.substance_misuse, r.intervention_received, r.intervention_offered, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.oc2, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'oc2'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.oc3 with (security_invoker = true) as
  select t.authority_id, t.child_id, t.return_year, t.in_touch, t.activ, t.accom, t.import_id, t.revision, t.file_number, t.line
  from public.oc3 t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.return_year, r.in_touch, r.activ, r.accom, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.oc3, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'oc3'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.ad1 with (security_invoker = true) as
  select t.authority_id, t.child_id, t.date_int, t.date_match, t.foster_care, t.nb_adoptr, t.sex_adoptr, t.ls_adoptr, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.ad1 t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.date_int, r.date_match, r.foster_care, r.nb_adoptr, r.sex_adoptr, r.ls_adoptr, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.ad1, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'ad1'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.placed_adoption with (security_invoker = true) as
  select t.authority_id, t.child_id, t.date_placed, t.date_placed_ceased, t.reason_placed_ceased, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.placed_adoption t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.date_placed, r.date_placed_ceased, r.reason_placed_ceased, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.placed_adoption, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'placed_adoption'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.previous_permanence with (security_invoker = true) as
  select t.authority_id, t.child_id, t.prev_perm, t.la_perm, t.date_perm, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.previous_permanence t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.prev_perm, r.la_perm, r.date_perm, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.previous_permanence, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'previous_permanence'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.missing with (security_invoker = true) as
  select t.authority_id, t.child_id, t.mis_start, t.missing, t.mis_end, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.missing t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.mis_start, r.missing, r.mis_end, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.missing, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'missing'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.social_worker_episode with (security_invoker = true) as
  select t.authority_id, t.child_id, t.sw_decom, t.sw_id, t.sw_dec, t.sw_reason, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.social_worker_episode t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.sw_decom, r.sw_id, r.sw_dec, r.sw_reason, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.social_worker_episode, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'social_worker_episode'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.deprivation_of_liberty with (security_invoker = true) as
  select t.authority_id, t.child_id, t.dolo_start, t.dolo_end, t.return_year, t.import_id, t.revision, t.file_number, t.line
  from public.deprivation_of_liberty t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.dolo_start, r.dolo_end, r.return_year, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.deprivation_of_liberty, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'deprivation_of_liberty'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.cost_element with (security_invoker = true) as
  select t.authority_id, t.child_id, t.placement_start, t.element, t.weekly_rate, t.from_date, t.to_date, t.funder, t.provider, t.contract, t.cost_centre, t.subjective, t.import_id, t.revision, t.file_number, t.line, t.occurrence
  from public.cost_element t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.placement_start, r.element, r.weekly_rate, r.from_date, r.to_date, r.funder, r.provider, r.contract, r.cost_centre, r.subjective, r.import_id, r.revision, r.file_number, r.line, r.occurrence
  from public.record_version v, jsonb_populate_record(null::public.cost_element, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'cost_element'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.payment with (security_invoker = true) as
  select t.authority_id, t.payment_ref, t.run_date, t.period_from, t.period_to, t.child_id, t.placement_start, t.provider, t.element, t.gross, t.contribution_source, t.contribution, t.cost_centre, t.subjective, t.status, t.corrects_ref, t.import_id, t.occurrence, t.revision, t.file_number, t.line
  from public.payment t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.payment_ref, r.run_date, r.period_from, r.period_to, r.child_id, r.placement_start, r.provider, r.element, r.gross, r.contribution_source, r.contribution, r.cost_centre, r.subjective, r.status, r.corrects_ref, r.import_id, r.occurrence, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.payment, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'payment'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.budget with (security_invoker = true) as
  select t.authority_id, t.start_year, t.cost_centre, t.subjective, t.description, t.annual, t.monthly, t.import_id, t.revision, t.file_number, t.line
  from public.budget t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.start_year, r.cost_centre, r.subjective, r.description, r.annual, r.monthly, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.budget, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'budget'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.postcode with (security_invoker = true) as
  select t.authority_id, t.postcode, t.local_authority, t.easting, t.northing, t.import_id, t.revision, t.file_number, t.line
  from public.postcode t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.postcode, r.local_authority, r.easting, r.northing, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.postcode, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'postcode'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.provider with (security_invoker = true) as
  select t.authority_id, t.urn, t.name, t.setting_type, t.sector, t.import_id, t.revision, t.file_number, t.line
  from public.provider t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.urn, r.name, r.setting_type, r.sector, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.provider, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'provider'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
create view as_known.child_name with (security_invoker = true) as
  select t.authority_id, t.child_id, t.given_name, t.family_name, t.home_address, t.import_id, t.revision, t.file_number, t.line
  from public.child_name t where t.revision <= current_setting('app.known_at')::integer
  union all
  select r.authority_id, r.child_id, r.given_name, r.family_name, r.home_address, r.import_id, r.revision, r.file_number, r.line
  from public.record_version v, jsonb_populate_record(null::public.child_name, v.record) r
  where v.authority_id = current_setting('app.authority') and v.table_name = 'child_name'
    and v.known_from <= current_setting('app.known_at')::integer
    and v.known_until > current_setting('app.known_at')::integer;
grant select on all tables in schema as_known to wellplaced_application;
