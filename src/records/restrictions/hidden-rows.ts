/** Where a table's rows tell which child they are about: a column with the identifier, an expression of texts that may name one, or both. */
interface Telling {
  readonly child?: string;
  readonly texts?: string;
}

/**
 * The SQL that makes a table leave out, in every read on a person's behalf, rows about children who
 * are hidden from the person. It binds the application's role alone: the sealing of the audit trail
 * runs as the owner and must see every row, and the owner, who is a member of that role, would be
 * bound by the policy's own list of roles.
 */
export function hiddenFromSome(table: string, { child, texts }: Telling): string {
  const shown = [
    ...(child === undefined
      ? []
      : [
          `position(chr(31) || coalesce(${child}, '') || chr(31)
            in coalesce(current_setting('app.hidden_children', true), '')) = 0`,
        ]),
    ...(texts === undefined
      ? []
      : [
          `(coalesce(current_setting('app.hidden_words', true), '') = ''
            or ${texts} !~* current_setting('app.hidden_words', true))`,
        ]),
  ];
  return `create policy hidden_children on ${table} as restrictive for select
    to wellplaced_application using (current_user <> 'wellplaced_application' or ${shown.join(' and ')});`;
}
