import type { Migration } from '../../platform/database/ground.ts';

const KEY = 'authority_id,payment_ref,child_id,placement_start,element,period_from,occurrence';

/** What changes in a payment's line is written to the trail under the line's whole name. */
const AUDIT_SQL = `
drop trigger audit_insert on payment;
drop trigger audit_update on payment;
drop trigger audit_delete on payment;
create trigger audit_insert after insert on payment
  for each row when (new.import_id is null) execute function audit_row('payment', '${KEY}', '');
create trigger audit_update after update on payment
  for each row when (old is distinct from new) execute function audit_row('payment', '${KEY}', '');
create trigger audit_delete after delete on payment
  for each row execute function audit_row('payment', '${KEY}', '');
`;

/**
 * One invoice may have several lines of one element and period, alike to the penny: each is a
 * payment, told apart by which of them it is. An episode may have begun a period of care by a row
 * of the same day that holds no night and gave way to it.
 */
export const historiesMigration: Migration = {
  name: '0013-histories',
  sql: `
alter table payment add column occurrence integer not null default 1 check (occurrence > 0);
alter table payment drop constraint payment_pkey;
alter table payment add constraint payment_pkey primary key (${KEY});
${AUDIT_SQL}
alter table episode add column replaced_rne text;
comment on column episode.replaced_rne is 'RNE as reported, where a row of the same day without a night makes it S; empty text for none';
`,
};
