/** The line of a migration, after its `create table`, that makes a table a council's own. */
export function councilTable(name: string, { mayDelete = false } = {}): string {
  return `select council_table('${name}', array[]::text[], ${mayDelete});\n`;
}
