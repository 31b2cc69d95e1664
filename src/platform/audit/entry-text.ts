/**
 * One entry as the text that is hashed, in SQL: every column but the hashes, unambiguous, the same
 * on every version and under every setting; with a person's id and role where there are any, so
 * that entries from before those are hashed as they were. It says the same as the function that seals entries
 * (`audit_seal_entries` of the migrations), and is of its own so that a changed function is found.
 */
export const ENTRY_TEXT = `(jsonb_build_array(
  entry.authority_id, entry.seq, entry.audit_entry_id,
  to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  entry.actor, entry.reason, entry.action, entry.table_name,
  entry.row_key, entry.before, entry.after, entry.import_id, entry.transaction_id::text, entry.step
) || case when entry.person_id is null and entry.person_role is null then '[]'::jsonb
  else jsonb_build_array(entry.person_id, entry.person_role) end)::text`;
