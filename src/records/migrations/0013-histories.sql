
alter table payment add column occurrence integer not null default 1 check (occurrence > 0);
alter table payment drop constraint payment_pkey;
alter table payment add constraint payment_pkey primary key (authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence);

drop trigger audit_insert on payment;
drop trigger audit_update on payment;
drop trigger audit_delete on payment;
create trigger audit_insert after insert on payment
  for each row when (new.import_id is null) execute function audit_row('payment', 'authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence', '');
create trigger audit_update after update on payment
  for each row when (old is distinct from new) execute function audit_row('payment', 'authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence', '');
create trigger audit_delete after delete on payment
  for each row execute function audit_row('payment', 'authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence', '');

alter table episode add column replaced_rne text;
comment on column episode.replaced_rne is 'RNE as reported, where a row of the same day without a night makes it S; empty text for none';
