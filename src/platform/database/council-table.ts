/** What is special about a table; most have nothing. */
export interface CouncilTableOptions {
  /** Columns whose values are never copied into the audit trail, such as a secret; that they changed is. */
  readonly withheld?: readonly string[];
  /** Whether the application may delete rows. Records are superseded, never deleted; only for rows that can be derived again. */
  readonly mayDelete?: boolean;
}

/**
 * The SQL that makes a table a council's own, to stand in a migration after its `create table`:
 * row security on and forced, the application's grants, and the audit triggers, which leave out
 * rows added with an `import_id` when the table has that column.
 * The work is done by `council_table`, which the platform's first migration creates.
 */
export function councilTable(name: string, options: CouncilTableOptions = {}): string {
  const withheld = (options.withheld ?? []).map((column) => `'${column}'`).join(', ');
  return `select council_table('${name}', array[${withheld}]::text[], ${options.mayDelete === true});\n`;
}
