import type { Migration } from '../../platform/database/ground.ts';

/** Called as app_seen_by is, with the name under which the person stands on the trail. */
const READS_AS = `
create function app_reads_as(name text) returns void language plpgsql as $$
begin
  execute format('set local app.reader = %L', name);
end $$;
`;

function notHidden(child: string): string {
  return `position(chr(31) || coalesce(${child}, '') || chr(31)
    in coalesce(current_setting('app.hidden_children', true), '')) = 0`;
}

/** A row of the table is left out when it is about a hidden child, or when a text of it that somebody else wrote may name one. */
function hiddenUnlessOwn(
  table: string,
  of: { readonly child: string; readonly texts: string; readonly writtenBy: string },
): string {
  return `drop policy hidden_children on ${table};
create policy hidden_children on ${table} as restrictive for select to wellplaced_application
  using (current_user <> 'wellplaced_application'
    or coalesce(current_setting('app.hidden_words', true), '') = ''
    or (${notHidden(of.child)} and (${of.writtenBy} = current_setting('app.reader', true)
      or ${of.texts} !~* current_setting('app.hidden_words', true))));`;
}

/**
 * What a person wrote, a search or a reason, stays in that person's sight whatever it names. Left
 * out, it would tell its writer which of the identifiers that they tried is a hidden child's: of any
 * other the search stands on the trail the next time.
 */
export const ownWordsMigration: Migration = {
  name: '0017-own-words-stay-in-sight',
  sql: [
    READS_AS,
    hiddenUnlessOwn('audit_entry', {
      child: "coalesce(row_key ->> 'child_id', after ->> 'child_id', before ->> 'child_id')",
      texts: "concat_ws(' ', reason, row_key::text, before::text, after::text)",
      writtenBy: 'actor',
    }),
    hiddenUnlessOwn('finding_decision', {
      child: 'child_id',
      texts: "concat_ws(' ', reason, message)",
      writtenBy: 'decided_by',
    }),
  ].join('\n'),
};
