import { RECORD_NAMES } from '../audit-names.ts';
import { RECORD_TABLES } from '../revisions/record-tables.ts';

/** What a record of a table is called, as a cell or a choice: `Cost of a placement`. */
export function recordsInWords(table: string): string {
  const name = RECORD_NAMES.things[table] ?? table.replaceAll('_', ' ');
  return name.replace(/^./, (first) => first.toUpperCase());
}

/** The tables whose records can change, by what they are called. */
export const CHANGED_TABLES = RECORD_TABLES.map(({ table }) => ({
  value: table as string,
  text: recordsInWords(table),
}));
